/** At most `longest` characters, none of them cut in two, and an ellipsis for the rest. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
}
