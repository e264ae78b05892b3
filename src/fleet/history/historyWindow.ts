import { type CoveredRange } from "../../komari/model/model";
import { lowerBound } from "../../shared/sortedSearch";
import { type TimeRange } from "../../shared/times";

/** A requested time range, in milliseconds since the epoch by the server's clock. */
export type HistoryWindow =
  /** Up to now. */
  { readonly kind: "last"; readonly hours: number } | ({ readonly kind: "between" } & TimeRange);

/** Accuracy of the estimate of the server's clock: smaller differences are ignored. */
export const clockSlackMs = 60_000;

const hourMs = 3_600_000;

/** @param now by the server's clock. */
export function rangeOf(window: HistoryWindow, now: number): TimeRange {
  if (window.kind === "last") return { from: now - window.hours * hourMs, to: now };
  return { from: window.from, to: Math.min(window.to, now) };
}

/** Query parameters; a range up to now is given in hours, so that the server's own clock applies. */
export function windowQuery(window: HistoryWindow) {
  if (window.kind === "last") return { hours: window.hours };
  return { start: window.from, end: window.to };
}

/** The range that a response covers; as requested where the response does not say. */
export function coveredBy(response: CoveredRange, requested: TimeRange): TimeRange {
  return { from: response.from ?? requested.from, to: response.to ?? requested.to };
}

/**
 * Indexes, as for `subarray`, of the rows that draw a line through the range: those within it and one on
 * either side, so that the line reaches the edges. Empty if no row is within the range.
 */
export function rowsThrough(
  times: Float64Array,
  { from, to }: TimeRange,
): readonly [begin: number, end: number] {
  const begin = lowerBound(times, from);
  const end = lowerBound(times, to + 1);
  if (begin >= end) return [begin, begin];
  return [Math.max(0, begin - 1), Math.min(times.length, end + 1)];
}

/** The median distance between times in milliseconds; undefined for fewer than two. */
export function medianStep(times: Float64Array): number | undefined {
  if (times.length < 2) return undefined;
  const steps = new Float64Array(times.length - 1);
  for (let index = 0; index < steps.length; index++) {
    steps[index] = (times[index + 1] ?? 0) - (times[index] ?? 0);
  }
  return steps.sort()[steps.length >>> 1];
}

export function concat(before: Float64Array, after: Float64Array): Float64Array {
  const both = new Float64Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
