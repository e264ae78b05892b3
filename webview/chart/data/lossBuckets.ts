import { countedShare } from "./countedLoss";
import { type Line } from "./line";
import { type Pyramid, emptySummary } from "./pyramid";
import { lowerBound } from "../../../src/shared/sortedSearch";

/** Ranges of equal length, side by side. */
export interface Buckets {
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** Milliseconds. */
  readonly width: number;
  readonly count: number;
}

/** What lines a sum of losses is taken over. */
export interface PingColumn {
  readonly line: Line;
  readonly pyramid: Pyramid;
}

/**
 * Percent of the pings of all these lines together that were lost, per bucket; in all no more than the server has
 * counted. NaN: there were no pings, which is not the same as 0.
 */
export function lossBuckets(
  columns: readonly PingColumn[],
  { start, width, count }: Buckets,
): Float64Array {
  const lost = new Float64Array(count);
  const pings = new Float64Array(count);
  const summary = emptySummary();
  for (const { line, pyramid } of columns) {
    const share = countedShare(line);
    let from = lowerBound(line.times, start);
    for (let bucket = 0; bucket < count && from < line.times.length; bucket++) {
      const to = lowerBound(line.times, start + (bucket + 1) * width, from);
      if (to === from) continue;
      summary.count = summary.lost = 0;
      pyramid.add(line.values, from, to, summary);
      lost[bucket] = (lost[bucket] ?? 0) + summary.lost * share;
      pings[bucket] = (pings[bucket] ?? 0) + summary.lost + summary.count;
      from = to;
    }
  }
  return Float64Array.from(pings, (all, bucket) => (100 * (lost[bucket] ?? 0)) / all);
}
