import { type IncomingHttpHeaders } from "node:http";
import { systemClock } from "../util/clock";

/**
 * Milliseconds that a server asks to be left alone, by its `Retry-After`: seconds or an HTTP date;
 * undefined where it says nothing that can be read. A date is compared with the server's own `Date`,
 * for its clock may differ from ours.
 * @param now our time, for a server that sends no `Date`.
 */
export function readRetryAfter(
  headers: IncomingHttpHeaders,
  now = systemClock.now(),
): number | undefined {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const until = httpDate(value);
  return until === undefined ? undefined : Math.max(0, until - (httpDate(headers.date) ?? now));
}

/** Date.parse takes all kinds of text for a date; an HTTP date begins with the day of the week. */
function httpDate(value: string | undefined): number | undefined {
  const time = /^[A-Za-z]{3,9},? /.test(value ?? "") ? Date.parse(value ?? "") : NaN;
  return Number.isNaN(time) ? undefined : time;
}
