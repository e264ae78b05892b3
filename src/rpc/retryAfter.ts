import { type IncomingHttpHeaders } from "node:http";
import { systemClock } from "../util/clock";

/**
 * The pause that a server requests by `Retry-After` (seconds or an HTTP date), in milliseconds; undefined if
 * missing or invalid. A date is compared with the server's own `Date`, because its clock may differ from ours.
 * @param now our time, for a server that sends no `Date`.
 */
export function readRetryAfter(
  headers: IncomingHttpHeaders,
  now = systemClock.wallTime(),
): number | undefined {
  const value = headers["retry-after"]?.trim() ?? "";
  const pauseMs = /^\d+(\.\d+)?$/.test(value)
    ? Math.ceil(Number(value) * 1000)
    : (httpDate(value) ?? NaN) - (httpDate(headers.date) ?? now);
  return Number.isNaN(pauseMs) ? undefined : Math.min(Math.max(0, pauseMs), maxPauseMs);
}

/** Nobody means more than a year: such a number or date stands for "not again". */
const maxPauseMs = 365 * 24 * 60 * 60_000;

/**
 * Date.parse takes all kinds of text for a date; an HTTP date begins with the day of the week. One that
 * names no zone is in GMT, and not in ours.
 */
function httpDate(value = ""): number | undefined {
  if (!/^[A-Za-z]{3,9},? /.test(value)) return undefined;
  const time = Date.parse(/ (?:GMT|UTC|[+-]\d{4})$/.test(value) ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
