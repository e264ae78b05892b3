/** What begins like this, spreadsheets would run. */
const formula = /^[\s]*[=+\-@]/;

/** A text as a cell of CSV by RFC 4180, which no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
