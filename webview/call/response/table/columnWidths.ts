/** In widths of a digit. */
const minWidth = 4;
const maxWidth = 36;
/** For the sort arrow beside a name. */
const arrowWidth = 2;

/** Column widths measured by the texts of some rows. */
export function columnWidths(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return names.map((name, column) => {
    const texts = rows.map((row) => textWidth(row[column] ?? ""));
    const width = Math.max(textWidth(name) + arrowWidth, ...texts);
    return Math.min(maxWidth, Math.max(minWidth, width));
  });
}

/** Characters from Hangul on, and emoji, count as two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return width;
}
