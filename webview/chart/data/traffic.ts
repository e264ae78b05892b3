import { type TimeRange, type TimeZone } from "../../../src/shared/times";
import { lowerBound } from "../../../src/shared/sortedSearch";
import { isGap, reachOf, usualStep } from "./gaps";
import { type Line } from "./line";
import { isFall } from "./storedSeries";

export type IntervalUnit = "minute" | "fiveMinutes" | "hour" | "day";

/** A time range in equal parts, for each of which there is an amount. */
export interface Intervals {
  readonly unit: IntervalUnit;
  /** Cut by the range at both ends. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The range begins after the first one does. */
  readonly isFirstCut: boolean;
  /** Where the last one would end. */
  readonly lastEnd: number;
}

const minute = 60_000;
const hour = 60 * minute;
/** The longest range for which each unit is used; a day over that. */
const units = [
  { unit: "minute", length: minute, maxRange: 15 * minute },
  { unit: "fiveMinutes", length: 5 * minute, maxRange: 2 * hour },
  // A range of a day may have been rounded up.
  { unit: "hour", length: hour, maxRange: 25 * hour },
] as const;

/** @param step milliseconds from row to row: no interval is shorter. */
export function intervalsOf(range: TimeRange, zone: TimeZone, step: number): Intervals {
  const { unit } = units.find(
    ({ length, maxRange }) => range.to - range.from <= maxRange && !(step > length),
  ) ?? { unit: "day" as const };
  const edges = [startOf(range.from, unit, zone)];
  for (;;) {
    const end = nextStart(edges.at(-1) ?? range.to, unit, zone);
    edges.push(end);
    if (end >= range.to) break;
  }
  const clip = (time: number) => Math.min(Math.max(time, range.from), range.to);
  return {
    unit,
    starts: Float64Array.from(edges.slice(0, -1), clip),
    ends: Float64Array.from(edges.slice(1), clip),
    isFirstCut: (edges[0] ?? range.from) < range.from,
    lastEnd: edges.at(-1) ?? range.to,
  };
}

function startOf(time: number, unit: IntervalUnit, zone: TimeZone): number {
  const date = new Date(time);
  switch (unit) {
    case "minute":
      return Math.floor(time / minute) * minute;
    case "fiveMinutes":
      return Math.floor(time / (5 * minute)) * 5 * minute;
    case "hour":
      return zone === "utc" ? date.setUTCMinutes(0, 0, 0) : date.setMinutes(0, 0, 0);
    case "day":
      return zone === "utc" ? date.setUTCHours(0, 0, 0, 0) : date.setHours(0, 0, 0, 0);
  }
}

/** Days of the local zone may have 23 or 25 hours. */
function nextStart(start: number, unit: IntervalUnit, zone: TimeZone): number {
  switch (unit) {
    case "minute":
      return start + minute;
    case "fiveMinutes":
      return start + 5 * minute;
    case "hour":
      return start + hour;
    case "day": {
      if (zone === "utc") return start + 24 * hour;
      const date = new Date(start);
      return date.setDate(date.getDate() + 1);
    }
  }
}

const known = new WeakMap<Line, { readonly key: string; readonly amounts: Line }>();

/** The line of a counter as amounts, one for each interval. The same object for the same intervals. */
export function amountsOf(counter: Line, intervals: Intervals): Line {
  const { unit, starts, ends } = intervals;
  const key = [unit, starts[0], ends.at(-1)].join(" ");
  const before = known.get(counter);
  if (before?.key === key) return before.amounts;
  const values = amountsIn(counter, intervals);
  const amounts = { ...counter, times: starts, ends, values };
  known.set(counter, { key, amounts });
  return amounts;
}

/**
 * By how much a counter rises in each interval; NaN where nothing is known. What it has counted in a gap belongs to
 * the interval in which the node is back, for nobody knows when it was.
 */
export function amountsIn(
  { times, values }: Pick<Line, "times" | "values">,
  { starts, ends }: Pick<Intervals, "starts" | "ends">,
): Float64Array {
  const amounts = new Float64Array(starts.length).fill(NaN);
  let place = 0;
  let before = Math.max(0, lowerBound(times, starts[0] ?? Infinity) - 1);
  const add = (amount: number) => {
    const sum = amounts[place];
    amounts[place] = sum === undefined || Number.isNaN(sum) ? amount : sum + amount;
  };
  for (let index = before + 1; index < times.length; index++) {
    const value = values[index] ?? NaN;
    const [from, to] = [times[before] ?? NaN, times[index] ?? NaN];
    if (Number.isNaN(value)) continue;
    const amount = increase(values[before] ?? NaN, value);
    const isKnown = !Number.isNaN(amount);
    const isHidden = index - before > 1 || isGap(times, before);
    before = index;
    if (!isKnown) continue;
    while (place < ends.length && (ends[place] ?? 0) <= from) place += 1;
    if (isHidden) {
      while (place < ends.length && (ends[place] ?? 0) < to) place += 1;
      if (place < ends.length) add(amount);
      continue;
    }
    for (;;) {
      const [start, end] = [starts[place] ?? Infinity, ends[place] ?? Infinity];
      const share = (Math.min(end, to) - Math.max(start, from)) / (to - from);
      if (share > 0) add(amount * share);
      if (end >= to || place >= ends.length) break;
      place += 1;
    }
    if (place >= ends.length) break;
  }
  return amounts;
}

/**
 * A counter that starts again has counted little since; one that falls by a part has lost an interface, and says
 * nothing of what was sent meanwhile.
 */
function increase(before: number, value: number): number {
  if (value >= before) return value - before;
  if (!isFall(before, value)) return 0;
  return value < before / 2 ? value : 0;
}

/** Which intervals are known in part only: cut by the range, not over yet, or from before the first row. */
export function isPartial(
  { starts, ends, isFirstCut, lastEnd }: Intervals,
  times: Float64Array,
  index: number,
  now: number,
): boolean {
  if (index === 0 && isFirstCut) return true;
  if (index === starts.length - 1 && lastEnd > Math.min(now, ends[index] ?? now)) return true;
  const first = times[0] ?? NaN;
  const start = starts[index] ?? NaN;
  return first - start > (reachOf(times, 0) || 0) && first < (ends[index] ?? NaN);
}

/** The longest of the rows' usual steps, milliseconds. */
export function stepOf(counters: readonly Pick<Line, "times">[]): number {
  return Math.max(0, ...counters.map(({ times }) => usualStep(times) || 0));
}
