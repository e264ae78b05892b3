import { type CoveredRange } from "../../komari/model";
import { type TimeRange } from "../../shared/times";

/** What range of the records is wanted: milliseconds since the epoch by the server's clock. */
export type HistoryWindow =
  /** Up to now. */
  | { readonly kind: "last"; readonly hours: number }
  | { readonly kind: "between"; readonly from: number; readonly to: number };

/** The server's clock is known to about this: nothing is made of a smaller difference. */
export const clockSlackMs = 60_000;

const hourMs = 3_600_000;

/** @param now by the server's clock. */
export function rangeOf(window: HistoryWindow, now: number): TimeRange {
  if (window.kind === "last") return { from: now - window.hours * hourMs, to: now };
  return { from: window.from, to: Math.min(window.to, now) };
}

/** How the server is asked for it: by hours where that says the same, for then its own clock counts. */
export function windowQuery(window: HistoryWindow) {
  if (window.kind === "last") return { hours: window.hours };
  return { start: window.from, end: window.to };
}

/** What an answer covers, with what was asked for where it does not tell. */
export function coveredBy(answer: CoveredRange, asked: TimeRange): TimeRange {
  return { from: answer.from ?? asked.from, to: answer.to ?? asked.to };
}

/** The index of the first time at or after `time`. */
export function firstAtOrAfter(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which rows draw a line through the range, as for `subarray`: those within and, so that it reaches
 * the edges, one on either side. None where none is within.
 */
export function rowsThrough(
  times: Float64Array,
  { from, to }: TimeRange,
): readonly [begin: number, end: number] {
  const begin = firstAtOrAfter(times, from);
  const end = firstAtOrAfter(times, to + 1);
  if (begin >= end) return [begin, begin];
  return [Math.max(0, begin - 1), Math.min(times.length, end + 1)];
}

/** The usual distance between times, milliseconds; undefined of fewer than two. */
export function usualStep(times: Float64Array): number | undefined {
  if (times.length < 2) return undefined;
  const steps = new Float64Array(times.length - 1);
  for (let index = 0; index < steps.length; index++) {
    steps[index] = (times[index + 1] ?? 0) - (times[index] ?? 0);
  }
  return steps.sort()[steps.length >>> 1];
}

/** The one after the other, as one. */
export function joined(before: Float64Array, after: Float64Array): Float64Array {
  const both = new Float64Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
