/**
 * Date.parse takes all kinds of text for a date; an HTTP date begins with the day of the week. One that
 * names no zone is in GMT, and not in ours.
 */
export function httpDate(value = ""): number | undefined {
  if (!/^[A-Za-z]{3,9},? /.test(value)) return undefined;
  const time = Date.parse(/ (?:GMT|UTC|[+-]\d{4})$/.test(value) ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
