import { reachOf } from "./gaps";
import { type Stretch } from "./line";

/**
 * The gaps within the span, and what is missing at its end. Before the first sample nothing is said:
 * the server may not have kept records for so long.
 */
export function offlineStretches(
  times: Float64Array,
  gaps: readonly Stretch[],
  { from, to }: Stretch,
): readonly Stretch[] {
  const last = times.at(-1);
  const silent = last !== undefined && to - last > reachOf(times, times.length - 1);
  const tail = silent ? [{ from: last, to }] : [];
  return [...gaps, ...tail]
    .filter((gap) => gap.to > from && gap.from < to)
    .map((gap) => ({ from: Math.max(from, gap.from), to: Math.min(to, gap.to) }));
}
