/** At most `longest` characters, and an ellipsis for the rest. */
export function clip(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
