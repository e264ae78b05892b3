import { type TimeRange } from "../../../src/shared/times";
import { reachOf } from "./gaps";

/**
 * The gaps within the span, and what is missing at its end. Nothing is reported before the first sample:
 * the server may not have kept records for so long.
 */
export function offlineRanges(
  times: Float64Array,
  gaps: readonly TimeRange[],
  { from, to }: TimeRange,
): readonly TimeRange[] {
  const last = times.at(-1);
  const silent = last !== undefined && to - last > reachOf(times, times.length - 1);
  const tail = silent ? [{ from: last, to }] : [];
  return [...gaps, ...tail]
    .filter((gap) => gap.to > from && gap.from < to)
    .map((gap) => ({ from: Math.max(from, gap.from), to: Math.min(to, gap.to) }));
}
