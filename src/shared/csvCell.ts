/** What begins like this, spreadsheets would run, in full width too, and behind what they pass over. */
const formula = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]/u;

/** A cell ends here in some spreadsheet or language, or what stands around it is left out, zeros too. */
const cut = /[",;|\p{Cc}\p{Zl}\p{Zp}]|^[\s\ufeff]|[\s\ufeff]$|^0\d/u;

/** A text as a cell of CSV by RFC 4180, which no spreadsheet cuts or takes for a formula. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return cut.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
