/** In widths of a digit. */
const narrowest = 4;
const widest = 36;
/** For the arrow beside a name. */
const arrow = 2;

/** The widths of columns, by the texts of some rows. */
export function columnWidths(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  return names.map((name, column) => {
    const texts = rows.map((row) => textWidth(row[column] ?? ""));
    const wanted = Math.max(textWidth(name) + arrow, ...texts);
    return Math.min(widest, Math.max(narrowest, wanted));
  });
}

/** Characters from Hangul on, and emoji, take two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return width;
}
