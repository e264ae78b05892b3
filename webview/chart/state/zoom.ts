import { type TimeRange } from "../../../src/shared/times";

/** Bounds of zooming and panning. */
export interface ZoomLimits {
  /** Undefined: not known. */
  readonly earliest: number | undefined;
  readonly latest: number;
}

/** Shorter ranges show nothing: agents report every few seconds. */
const minRangeMs = 10_000;
const maxRangeMs = 10 * 366 * 86_400_000;

/** @param factor below 1 zooms in; the time `at` stays where it is. */
export function zoomAround(
  range: TimeRange,
  at: number,
  factor: number,
  limits: ZoomLimits,
): TimeRange {
  const width = range.to - range.from;
  const newWidth = clamp(width * factor, Math.min(minRangeMs, width), maxRangeMs);
  const share = width > 0 ? clamp((at - range.from) / width, 0, 1) : 0.5;
  const from = at - share * newWidth;
  return within({ from, to: from + newWidth }, limits);
}

/** @param by milliseconds, above 0 to later times. */
export function pan({ from, to }: TimeRange, by: number, limits: ZoomLimits): TimeRange {
  return within({ from: from + by, to: to + by }, limits);
}

/** The range that was dragged over, widened to the minimum. */
export function select({ from, to }: TimeRange, limits: ZoomLimits): TimeRange {
  const missing = Math.max(0, minRangeMs - (to - from)) / 2;
  return within({ from: from - missing, to: to + missing }, limits);
}

/** Moves the range into the limits, and clips it; whole milliseconds. */
function within({ from, to }: TimeRange, { earliest = -Infinity, latest }: ZoomLimits): TimeRange {
  const late = Math.max(0, to - latest);
  const early = Math.max(0, earliest - (from - late));
  return {
    from: Math.round(from - late + early),
    to: Math.round(Math.min(to - late + early, Math.max(latest, earliest + minRangeMs))),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
