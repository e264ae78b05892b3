import { type ChartAppend, type ChartData } from "../../../src/shared/chartApi";
import { type TimeRange } from "../../../src/shared/times";
import { usualStep, reachOf, rowLengths } from "./gaps";
import { type Line } from "./line";
import { Pyramid } from "./pyramid";
import { StoredSeries } from "./storedSeries";
import { nearest, upperBound } from "../../../src/shared/sortedSearch";

/** The series whose times are the reports of the node. */
const loadSeries = "load";

/** All lines of the panel, as the host has sent them. `Line` objects are replaced when they grow. */
export class LineStore {
  #series = new Map<string, StoredSeries>();
  #lines: readonly Line[] = [];
  #byId = new Map<string, Line>();
  #from = NaN;
  #to = NaN;
  #startedAt: number | undefined;
  #pyramids = new WeakMap<Line, Pyramid>();

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get from(): number {
    return this.#from;
  }

  get to(): number {
    return this.#to;
  }

  get(id: string): Line | undefined {
    return this.#byId.get(id);
  }

  set({ from, to, series, startedAt }: ChartData): void {
    this.#startedAt = startedAt;
    this.#series = new Map(series.map((each) => [each.id, new StoredSeries(each)]));
    this.#moved(from, to);
  }

  append({ from, to, series, startedAt }: ChartAppend): void {
    this.#startedAt = startedAt;
    for (const each of series) {
      const stored = this.#series.get(each.id);
      if (stored === undefined) this.#series.set(each.id, new StoredSeries(each));
      else stored.append(each);
    }
    for (const stored of this.#series.values()) stored.dropBefore(from);
    this.#moved(from, to);
  }

  /** Milliseconds: the median of the steps from sample to sample; NaN if unknown. */
  intervalOf({ times }: Line): number {
    return usualStep(times);
  }

  /** Ranges without samples, from the last one before to the first one after. */
  gapsOf({ seriesId }: Line): readonly TimeRange[] {
    return this.#series.get(seriesId)?.gaps ?? [];
  }

  /** When the node did not report, within the span; up to its end if it has not come back. */
  offline(): readonly TimeRange[] {
    const load = this.#series.get(loadSeries);
    return load === undefined ? [] : offlineRanges(load.times, load.gaps, this);
  }

  /** Times at which the machine has started again. */
  restarts(): readonly number[] {
    return this.#allRestarts().machine;
  }

  /** Times at which counters of traffic fell back, though nothing says that the machine has started again. */
  counterRestarts(): readonly number[] {
    return this.#allRestarts().counters;
  }

  #allRestarts() {
    const load = this.#series.get(loadSeries);
    return restartsOf(load?.falls ?? [], load?.gaps ?? [], this.#startedAt);
  }

  /** Where the last row stands for a time range that is not over yet: its start. */
  partialFrom(): number | undefined {
    const times = this.#series.get(loadSeries)?.times ?? this.#lines[0]?.times;
    return times === undefined ? undefined : partialBucket(times, this.#to);
  }

  /** For any line that the store gave out, whether or not it has grown since. */
  pyramidOf(line: Line): Pyramid {
    const pyramid = this.#pyramids.get(line) ?? new Pyramid(line.metric === "ping");
    this.#pyramids.set(line, pyramid);
    pyramid.cover(line.values, rowLengths(line.times));
    return pyramid;
  }

  #moved(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#lines = [...this.#series.values()].flatMap(({ lines }) => lines);
    this.#byId = new Map(this.#lines.map((line) => [line.id, line]));
    for (const { pyramids } of this.#series.values()) {
      for (const [line, pyramid] of pyramids) this.#pyramids.set(line, pyramid);
    }
  }
}

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

const minute = 60_000;

/**
 * What fallen counters stand for. They start from 0 with the machine, but also with the agent, or with a month: that
 * the machine has started again is told by its uptime, or by a time without reports.
 */
export function restartsOf(
  falls: readonly TimeRange[],
  gaps: readonly TimeRange[],
  startedAt: number | undefined,
): { readonly machine: readonly number[]; readonly counters: readonly number[] } {
  // The agent needs a while to start, and its clock may differ.
  const isStart = ({ from, to }: TimeRange) =>
    startedAt !== undefined && startedAt >= from - minute && startedAt <= to + minute;
  const isAtGap = ({ to }: TimeRange) => gaps.some((gap) => gap.from <= to && to <= gap.to);
  const machine = falls.filter((fall) => isStart(fall) || isAtGap(fall));
  const counters = falls.filter((fall) => !machine.includes(fall));
  const isMarked = startedAt === undefined || machine.some(isStart);
  const times = machine.map(({ to }) => to);
  return {
    machine: isMarked ? times : [...times, startedAt].sort((a, b) => a - b),
    counters: counters.map(({ to }) => to),
  };
}

/** Rows at the end that must lie on the grid to count as buckets. */
const checkedRows = 4;

/**
 * The start of the last bucket when it is not over at `now`. Rows are taken for buckets when they
 * are at least a minute apart and lie on multiples of their distance: reports come at odd times.
 */
export function partialBucket(times: Float64Array, now: number): number | undefined {
  const last = times.at(-1);
  const before = times.at(-2);
  if (last === undefined || before === undefined) return undefined;
  const width = last - before;
  const onGrid = times.slice(-checkedRows).every((time) => time % width === 0);
  return width >= minute && onGrid && last + width > now ? last : undefined;
}

/** Of the span: how near a sample must be whose usual distance to others is not known. */
const singleSampleReach = 0.01;

/**
 * The sample of the line that is nearest to `time`; undefined when it is farther away than what
 * makes a gap, or not known. `lost`: a ping without a response.
 */
export function valueAt(
  store: Pick<LineStore, "from" | "to">,
  { times, ends, values, metric }: Line,
  time: number,
): { readonly time: number; readonly value: number | "lost" } | undefined {
  if (ends !== undefined) return amountAt(times, ends, values, time);
  const index = nearest(times, time);
  if (index === undefined) return undefined;
  const at = times[index] ?? NaN;
  const value = values[index] ?? NaN;
  const reach = reachOf(times, index);
  const limit = Number.isNaN(reach) ? (store.to - store.from) * singleSampleReach : reach;
  if (Number.isNaN(value) || !(Math.abs(at - time) <= limit)) return undefined;
  return { time: at, value: metric === "ping" && value < 0 ? "lost" : value };
}

function amountAt(times: Float64Array, ends: Float64Array, values: Float64Array, time: number) {
  // The end of the last one is its own.
  const index = Math.min(upperBound(ends, time), ends.length - 1);
  const [start, value] = [times[index] ?? Infinity, values[index] ?? NaN];
  const isInside = time >= start && time <= (ends[index] ?? -Infinity);
  return Number.isNaN(value) || !isInside ? undefined : { time: start, value };
}
