import { type IncomingHttpHeaders } from "node:http";
import { systemClock } from "../util/clock";
import { httpDate } from "./httpDate";

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

/** No server means more than a year: such a number or date stands for "not again". */
const maxPauseMs = 365 * 24 * 60 * 60_000;
