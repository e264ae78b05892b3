import { type TimeRange } from "../../../src/shared/times";

/** How far one may go. */
export interface ZoomLimits {
  /** Undefined: not known. */
  readonly earliest: number | undefined;
  readonly latest: number;
}

/** Below this there is nothing to be seen: agents report every few seconds. */
export const minRangeMs = 10_000;
const maxRangeMs = 10 * 366 * 86_400_000;

/** @param factor below 1 zooms in; the time `at` stays where it is. */
export function zoomAround(
  range: TimeRange,
  at: number,
  factor: number,
  limits: ZoomLimits,
): TimeRange {
  const width = range.to - range.from;
  const wanted = clamp(width * factor, Math.min(minRangeMs, width), maxRangeMs);
  const share = width > 0 ? clamp((at - range.from) / width, 0, 1) : 0.5;
  const from = at - share * wanted;
  return within({ from, to: from + wanted }, limits);
}

/** @param by milliseconds, above 0 to later times. */
export function pan({ from, to }: TimeRange, by: number, limits: ZoomLimits): TimeRange {
  return within({ from: from + by, to: to + by }, limits);
}

/** What was dragged over, widened where it is too short to show anything. */
export function select({ from, to }: TimeRange, limits: ZoomLimits): TimeRange {
  const missing = Math.max(0, minRangeMs - (to - from)) / 2;
  return within({ from: from - missing, to: to + missing }, limits);
}

/** Moves the range into the limits, and cuts off what is too much; whole milliseconds. */
function within({ from, to }: TimeRange, { earliest = -Infinity, latest }: ZoomLimits): TimeRange {
  const late = Math.max(0, to - latest);
  const early = Math.max(0, earliest - (from - late));
  return {
    from: Math.round(from - late + early),
    to: Math.round(Math.min(to - late + early, Math.max(latest, earliest + minRangeMs))),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
