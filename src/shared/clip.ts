/** What is drawn as one may be long, but not of any length. */
const maxCharacter = 32;

/** At most `longest` characters, none of them cut in two, not even an emoji or a flag, and an ellipsis for the rest. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const around = text.slice(0, longest + maxCharacter);
  const start = new Intl.Segmenter().segment(around).containing(longest)?.index ?? longest;
  const end = start > longest - maxCharacter ? start : longest;
  return `${text.slice(0, end).replace(/[\ud800-\udbff]$/, "")}…`;
}
