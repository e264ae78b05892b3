import { isGap } from "../data/gaps";
import { type Line } from "../data/line";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";

/** For uPlot: null breaks the line, undefined lets it go on. */
export type Drawn = number | null | undefined;

/** The value of the sample at `index` in the chart's unit, NaN where it is lost or unknown. */
export function valueOf({ values, metric }: Line, index: number, factor: number): number {
  const value = values[index] ?? NaN;
  return metric === "ping" && value < 0 ? NaN : value * factor;
}

/** null for NaN. */
export function drawn(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/**
 * Where the line crosses `time` on its way from the sample before to the one after: what is drawn at
 * an edge. Undefined: it has no sample on one of the sides; null: it is broken there.
 */
export function crossing(line: Line, time: number, factor: number): Drawn {
  const after = lowerBound(line.times, time);
  const [start, end] = [line.times[after - 1], line.times[after]];
  if (start === undefined || end === undefined || end === time) return undefined;
  if (isGap(line.times, after - 1)) return null;
  const [first, last] = [valueOf(line, after - 1, factor), valueOf(line, after, factor)];
  return drawn(first + ((last - first) * (time - start)) / (end - start));
}

/** The samples in [from, to], as indices [first, end). */
export function samplesIn(
  times: Float64Array,
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  return { first: lowerBound(times, from), end: upperBound(times, to) };
}

/** Values are multiplied with this for the chart; NaN when they are to be percent of an unknown total. */
export function factorOf({ total }: Line, percent: boolean): number {
  if (!percent) return 1;
  return total !== undefined && total > 0 ? 100 / total : NaN;
}
