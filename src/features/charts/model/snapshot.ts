import {
  type EncodedLine,
  type EncodedSeries,
  type OtherNode,
  type PingStats,
} from "../../../shared/chartApi";
import { lowerBound } from "../../../shared/sortedSearch";
import { type MetricKey } from "../../../shared/metrics";
import { encodeTimes, encodeValues } from "../../../shared/series";
import { type TimeRange } from "../../../shared/times";

/** A line in full precision, as the host holds it. */
export interface RawLine {
  /** The same for the same thing in every response. */
  readonly id: string;
  readonly metric: MetricKey;
  /** Untrusted text. */
  readonly name?: string;
  /** Of several nodes: the same for all lines of one. */
  readonly node?: string;
  readonly total?: number;
  readonly stats?: PingStats;
  /** Pings only: each value is the last of its step. */
  readonly lastOfStep?: boolean;
  /** NaN: unknown; `lostPing`. */
  readonly values: Float64Array;
}

export interface RawSeries {
  readonly id: string;
  readonly times: Float64Array;
  readonly lines: readonly RawLine[];
}

/** All that a panel shows for one query. */
export interface Snapshot extends TimeRange {
  readonly series: readonly RawSeries[];
  readonly others: readonly OtherNode[];
  readonly sampled: boolean;
  /** Of one node: when its machine started. */
  readonly startedAt?: number | undefined;
}

/** Adds the series of `before` that `snapshot` lacks because they could not be loaded. */
export function mergeMissing(before: Snapshot | undefined, snapshot: Snapshot): Snapshot {
  const had = new Set(snapshot.series.map(({ id }) => id));
  const rest = before?.series.filter(({ id }) => !had.has(id)) ?? [];
  return rest.length === 0 ? snapshot : { ...snapshot, series: [...snapshot.series, ...rest] };
}

/**
 * Whether the rows of `before` are unchanged except for the last one, which may have been incomplete: all
 * other differences are new rows at the end.
 */
export function isContinuation(before: RawSeries, after: RawSeries): boolean {
  const [first = Infinity] = after.times;
  const begin = lowerBound(before.times, first);
  const count = before.times.length - begin;
  if (count === 0) return true;
  if (!isSame(before.times.subarray(begin), after.times, count)) return false;
  const lines = new Map(after.lines.map(({ id, values }) => [id, values]));
  return before.lines.every(({ id, values }) => {
    const again = lines.get(id);
    return again === undefined || isSame(values.subarray(begin), again, count - 1);
  });
}

function isSame(one: Float64Array, other: Float64Array, count: number): boolean {
  for (let index = 0; index < count; index++) {
    if (!Object.is(one[index], other[index])) return false;
  }
  return true;
}

export function encodeSeries(series: readonly RawSeries[]): EncodedSeries[] {
  return series.map(({ id, times, lines }) => ({
    id,
    times: encodeTimes(times),
    lines: lines.map(encodeLine),
  }));
}

function encodeLine({ values, ...line }: RawLine): EncodedLine {
  return { ...line, ...encodeValues(values) };
}

/** The rows at or after a time; the same object when that is all of them. */
export function since(series: RawSeries, time: number): RawSeries {
  const first = lowerBound(series.times, time);
  if (first === 0) return series;
  return {
    id: series.id,
    times: series.times.subarray(first),
    lines: series.lines.map((line) => ({ ...line, values: line.values.subarray(first) })),
  };
}

/** Whether any of it is known. */
export function isKnown(values: Float64Array | undefined): values is Float64Array {
  return values?.some((value) => !Number.isNaN(value)) === true;
}

/** The last value that is known. */
export function lastKnown(values: Float64Array | undefined): number | undefined {
  return values?.findLast((value) => !Number.isNaN(value));
}
