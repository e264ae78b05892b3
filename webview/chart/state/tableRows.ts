import { lostPing } from "../../../src/shared/series";
import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { rowLengths } from "../data/gaps";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";

/** What one line has at a time, or in a bucket. */
export interface TableCell {
  /** How many values are known; lost pings are not among them. */
  readonly count: number;
  readonly lost: number;
  /** Weighted by the length of time that each covers. NaN if `count` is 0. */
  readonly average: number;
  readonly min: number;
  readonly max: number;
}

export interface TableRow {
  /** The start, where rows were merged. */
  readonly time: number;
  /** One for each line, in their order. */
  readonly cells: readonly TableCell[];
}

export interface ChartTable {
  /** Milliseconds that one row stands for; undefined: each row is a sample. */
  readonly bucket: number | undefined;
  readonly rows: readonly TableRow[];
}

type Column = Pick<Line, "times" | "values">;

const maxRows = 500;

/** The samples of the lines in a range; if those are too many, merged into equal time ranges. */
export function tableOf(lines: readonly Column[], range: TimeRange, limit = maxRows): ChartTable {
  const starts = sampleTimes(lines, range, limit);
  if (starts !== undefined)
    return { bucket: undefined, rows: rowsAt(lines, starts, starts.map(next)) };
  const bucket = bucketLength(range.to - range.from, limit);
  const first = Math.floor(range.from / bucket) * bucket;
  const count = Math.ceil((range.to - first + 1) / bucket);
  const buckets = Array.from({ length: count }, (_, index) => first + index * bucket);
  const ends = buckets.map((start) => Math.min(start + bucket, next(range.to)));
  const clipped = buckets.map((start) => Math.max(start, range.from));
  const rows = rowsAt(lines, clipped, ends).map((row, index) => ({
    ...row,
    time: buckets[index] ?? row.time,
  }));
  return { bucket, rows: rows.filter(({ cells }) => cells.some(isFilled)) };
}

/** Times are whole milliseconds. */
function next(time: number): number {
  return time + 1;
}

function isFilled({ count, lost }: TableCell): boolean {
  return count > 0 || lost > 0;
}

/** All times at which some line has a sample; undefined: more than `most`. */
function sampleTimes(lines: readonly Column[], { from, to }: TimeRange, most: number) {
  const times = new Set<number>();
  for (const column of new Set(lines.map((line) => line.times))) {
    const end = upperBound(column, to);
    for (let index = lowerBound(column, from); index < end; index++) {
      times.add(column[index] ?? NaN);
      if (times.size > most) return undefined;
    }
  }
  return [...times].sort((a, b) => a - b);
}

const second = 1000;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * second),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60 * second),
  ...[1, 2, 3, 6, 12].map((hours) => hours * 3600 * second),
  ...[1, 2, 5, 10].map((days) => days * 86_400 * second),
];

/** The shortest round length of which `most` cover the width. */
function bucketLength(width: number, most: number): number {
  const needed = width / Math.max(1, most - 1);
  return steps.find((step) => step >= needed) ?? Math.ceil(needed);
}

function rowsAt(
  lines: readonly Column[],
  starts: readonly number[],
  ends: readonly number[],
): readonly TableRow[] {
  return starts.map((time, index) => ({
    time,
    cells: lines.map((line) => cellOf(line, time, ends[index] ?? time)),
  }));
}

function cellOf({ times, values }: Column, start: number, end: number): TableCell {
  const last = lowerBound(times, end);
  const lengths = rowLengths(times);
  let [count, lost, weight, sum, min, max] = [0, 0, 0, 0, Infinity, -Infinity];
  for (let index = lowerBound(times, start); index < last; index++) {
    const value = values[index] ?? NaN;
    if (value === lostPing) lost++;
    else if (!Number.isNaN(value)) {
      const length = lengths?.[index] ?? 1;
      count++;
      weight += length;
      sum += value * length;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  if (count === 0) return { count, lost, average: NaN, min: NaN, max: NaN };
  return { count, lost, average: sum / weight, min, max };
}
