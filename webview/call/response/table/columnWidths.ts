/** In widths of a digit. */
const minWidth = 4;
const maxWidth = 36;
/** For the sort arrow beside a name. */
const arrowWidth = 2;

/** The beginning of a UUID, with an ellipsis. */
const idWidth = 10;

/** Column widths measured by the texts of some rows. @param ids columns that are cut. */
export function columnWidths(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  ids: ReadonlySet<number> = new Set(),
): readonly number[] {
  return names.map((name, column) => {
    const texts = rows.map((row) => textWidth(row[column] ?? ""));
    if (ids.has(column)) return Math.max(textWidth(name) + arrowWidth, idWidth);
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
