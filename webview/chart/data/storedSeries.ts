import { type EncodedLine, type EncodedSeries } from "../../../src/shared/chartApi";
import { decodeTimes, decodeValues } from "../../../src/shared/series";
import { type TimeRange } from "../../../src/shared/times";
import { GapFinder } from "./gaps";
import { type Line } from "./line";
import { Pyramid } from "./pyramid";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";
import { isCounter } from "../../../src/shared/metrics";

interface StoredLine {
  readonly values: GrowingColumn;
  readonly pyramid: Pyramid;
  line: Line;
}

/** Decoded columns with their times in common, which grow at the end. */
export class StoredSeries {
  readonly id: string;
  #times: GrowingColumn;
  #gaps = new GapFinder();
  #falls = new FallFinder();
  readonly #lines = new Map<string, StoredLine>();

  constructor({ id, times, lines }: EncodedSeries) {
    this.id = id;
    this.#times = new GrowingColumn(decodeTimes(times));
    for (const line of lines) this.#add(line, decodeValues(line));
  }

  get times(): Float64Array {
    return this.#times.view;
  }

  get lines(): readonly Line[] {
    return [...this.#lines.values()].map(({ line }) => line);
  }

  get pyramids(): readonly (readonly [Line, Pyramid])[] {
    return [...this.#lines.values()].map(({ line, pyramid }) => [line, pyramid]);
  }

  get gaps(): readonly TimeRange[] {
    return this.#gaps.find(this.times);
  }

  /** Where counters fell, from the last row before to the first one after. */
  get falls(): readonly TimeRange[] {
    return this.#falls.find(this.lines);
  }

  /** Appends the newer rows and replaces the last one. */
  append({ times, lines }: EncodedSeries): void {
    const before = this.times;
    const last = before.at(-1) ?? -Infinity;
    const all = decodeTimes(times);
    const first = upperBound(all, last);
    const again = all[first - 1] === last;
    const count = all.length - first;
    this.#times.append(all.subarray(first));
    for (const line of lines) {
      if (!this.#lines.has(line.id)) this.#add(line, unknown(before.length));
    }
    const newLines = new Map(lines.map((line) => [line.id, line]));
    for (const [id, stored] of this.#lines) {
      const line = newLines.get(id);
      const values = line && decodeValues(line);
      if (again && values !== undefined) stored.values.replaceLast(values[first - 1] ?? NaN);
      stored.values.append(values?.subarray(first) ?? unknown(count));
      stored.line = this.#lineOf(line ?? stored.line, stored.values.view, stored.line);
    }
  }

  /**
   * Drops the rows before `from` once they are the majority, so that each row is moved about once.
   * The last row before is kept, for the line that comes in from there.
   */
  dropBefore(from: number): void {
    const first = lowerBound(this.times, from) - 1;
    if (first * 2 < this.times.length) return;
    this.#times = new GrowingColumn(this.times.slice(first));
    this.#gaps = new GapFinder();
    this.#falls = new FallFinder();
    for (const [id, { line, values }] of this.#lines) {
      this.#add({ ...line, id }, values.view.slice(first));
    }
  }

  #add(source: LineSource, values: Float64Array): void {
    this.#lines.set(source.id, {
      values: new GrowingColumn(values),
      pyramid: new Pyramid(source.metric === "ping"),
      line: this.#lineOf(source, values, undefined),
    });
  }

  #lineOf(source: LineSource, values: Float64Array, before: Line | undefined): Line {
    return {
      id: source.id,
      seriesId: this.id,
      metric: source.metric,
      name: source.name ?? before?.name,
      node: source.node ?? before?.node,
      total: source.total ?? before?.total,
      stats: source.stats ?? before?.stats,
      lastOfStep: source.lastOfStep ?? before?.lastOfStep,
      times: this.times,
      values,
    };
  }
}

type LineSource = Pick<EncodedLine, "id" | "metric"> &
  Partial<Pick<Line, "name" | "node" | "total" | "stats" | "lastOfStep">>;

function unknown(count: number): Float64Array {
  return new Float64Array(count).fill(NaN);
}

/** Numbers that grow at the end, in an array with spare capacity. */
export class GrowingColumn {
  #buffer: Float64Array;
  #view: Float64Array;

  /** Keeps the array given, until there is no more room in it. */
  constructor(values: Float64Array) {
    this.#buffer = values;
    this.#view = values;
  }

  /** Views given out before keep their length. */
  get view(): Float64Array {
    return this.#view;
  }

  /** Does nothing to an empty column. */
  replaceLast(value: number): void {
    if (this.#view.length > 0) this.#view[this.#view.length - 1] = value;
  }

  append(values: Float64Array): void {
    const length = this.#view.length + values.length;
    if (length > this.#buffer.length) {
      this.#buffer = new Float64Array(Math.ceil(length * 1.5));
      this.#buffer.set(this.#view);
    }
    this.#buffer.set(values, this.#view.length);
    this.#view = this.#buffer.subarray(0, length);
  }
}

/** A fall by less than this share of the counter is the coarseness of 32-bit floats. */
const minFall = 2 ** -20;

export function isFall(before: number, value: number): boolean {
  return value < before - Math.abs(before) * minFall;
}

/**
 * Finds where counters fell back, in lines of one series that become longer: what was looked at
 * before is not looked at again. Falls of several counters, or of neighbouring rows, are one: the
 * average over a restart lies between what was before and after.
 */
export class FallFinder {
  readonly #found: TimeRange[] = [];
  readonly #latest = new Map<string, { readonly value: number; readonly time: number }>();
  #next = 0;
  #lastFall = -Infinity;

  find(lines: readonly Line[]): readonly TimeRange[] {
    const times = lines[0]?.times ?? new Float64Array(0);
    const falls = new Map<number, TimeRange>();
    for (const line of lines) {
      if (isCounter(line.metric)) this.#look(line, falls);
    }
    this.#next = times.length;
    for (const [index, fall] of [...falls].sort(([a], [b]) => a - b)) {
      if (index > this.#lastFall + 1) this.#found.push(fall);
      this.#lastFall = index;
    }
    return [...this.#found];
  }

  #look({ id, times, values }: Line, falls: Map<number, TimeRange>): void {
    let before = this.#latest.get(id);
    for (let index = this.#next; index < values.length; index++) {
      const value = values[index] ?? NaN;
      if (Number.isNaN(value)) continue;
      const time = times[index] ?? NaN;
      if (before !== undefined && isFall(before.value, value)) {
        falls.set(index, { from: before.time, to: time });
      }
      before = { value, time };
    }
    if (before !== undefined) this.#latest.set(id, before);
  }
}
