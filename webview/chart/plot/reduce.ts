import { type TimeRange } from "../../../src/shared/times";
import { isGap } from "../data/gaps";
import { type Line } from "../data/line";
import { type Buckets } from "../data/lossBuckets";
import { emptySummary, type Pyramid } from "../data/pyramid";
import { lowerBound } from "../../../src/shared/sortedSearch";
import { crossing, type Drawn } from "./samples";

/** From the least to the greatest value in each pixel column; NaN where there is none. */
export interface Band {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

export interface ReducedLine extends Band {
  /** The mean of each column; before and after them where the line crosses the grid's edges. */
  readonly values: Drawn[];
}

/** Columns of one pixel that cover the range. They stay where they are when it moves by less. */
export function pixelGrid({ from, to }: TimeRange, pixels: number): Buckets {
  const width = (to - from) / pixels;
  const start = Math.floor(from / width) * width;
  return { start, width, count: Math.ceil((to - start) / width) };
}

/** The middle of every column, with the grid's edges before and after. */
export function gridTimes({ start, width, count }: Buckets): Float64Array {
  const times = new Float64Array(count + 2);
  for (let column = 0; column < count; column++) times[column + 1] = start + (column + 0.5) * width;
  times[0] = start;
  times[count + 1] = start + count * width;
  return times;
}

/** The first sample of every column, and the one after the last. */
export function columnStarts(times: Float64Array, { start, width, count }: Buckets): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let index = 0;
  for (let column = 0; column <= count; column++) {
    index = nextFrom(times, start + column * width, index);
    starts[column] = index;
  }
  return starts;
}

/** As `lowerBound`, when it is probably not far from `low`. */
function nextFrom(times: Float64Array, time: number, low: number): number {
  let reach = 1;
  while (low + reach < times.length && (times[low + reach] ?? Infinity) < time) reach *= 2;
  return lowerBound(times, time, low, Math.min(times.length, low + reach + 1));
}

/**
 * What is left of a line when every pixel column shows its least, its greatest and its mean value.
 *
 * @param starts from `columnStarts`, for the times of the line.
 */
export function reduceLine(
  line: Line,
  pyramid: Pyramid,
  grid: Buckets,
  starts: Uint32Array,
  factor: number,
): ReducedLine {
  const { start, width, count } = grid;
  const min = new Float64Array(count).fill(NaN);
  const max = new Float64Array(count).fill(NaN);
  const values: Drawn[] = [crossing(line, start, factor)];
  const summary = emptySummary();
  let [stepTo, broken] = [-1, false];
  for (let column = 0; column < count; column++) {
    const [first, end] = [starts[column] ?? 0, starts[column + 1] ?? 0];
    if (first === end) {
      // An empty column is drawn by the step over it.
      if (stepTo !== first) [stepTo, broken] = [first, isGap(line.times, first - 1)];
      values.push(broken ? null : undefined);
      continue;
    }
    summary.min = Infinity;
    summary.max = -Infinity;
    summary.sum = summary.count = 0;
    pyramid.add(line.values, first, end, summary);
    if (summary.count === 0 || Number.isNaN(factor)) values.push(null);
    else {
      min[column] = summary.min * factor;
      max[column] = summary.max * factor;
      values.push((summary.sum * factor) / summary.count);
    }
  }
  values.push(crossing(line, start + count * width, factor));
  return { values, min, max };
}
