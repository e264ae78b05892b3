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

/** From so many pings per row on, a row says little of those that it stands for. */
const minPingsPerRow = 1.5;
/** Below this share, most pings of a step whose last one was lost had a response. */
const maxLossShare = 0.5;

type Pings = Pick<Line, "values" | "lastOfStep" | "stats">;

/**
 * How much of the loss in the rows the server has counted, from 0 to 1. A row is the last ping of its step: where that of a
 * day was lost, all others may have had a response. 1: all of it, or there is no count.
 */
export function countedShare({ values, lastOfStep, stats }: Pings): number {
  const { loss, total } = stats ?? {};
  if (lastOfStep !== true || loss === undefined || total === undefined) return 1;
  let [rows, lost] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    rows += 1;
    if (value < 0) lost += 1;
  }
  if (lost === 0 || total < rows * minPingsPerRow) return 1;
  return Math.min(1, loss / ((100 * lost) / rows));
}

/** A predicate for rows whose ping alone was lost, by the server's count: pings before and after it had a response. */
export function lostAlone(line: Pings & Pick<Line, "metric">): (index: number) => boolean {
  if (line.metric !== "ping" || countedShare(line) >= maxLossShare) return () => false;
  const at = (index: number) => line.values[index] ?? NaN;
  return (index) => at(index) < 0 && at(index - 1) >= 0 && at(index + 1) >= 0;
}
