import { type TimeRange } from "../../../src/shared/times";

/** How many times the usual step one must be to be a gap. */
const gapFactor = 2.5;
/** Steps on either side from which the usual step is taken. */
const neighbours = 5;
/** Steps, spread evenly, from which the usual step of a whole column is taken. */
const maxSampledSteps = 255;

/**
 * True when the step from `index` to the next time is a gap: more than 2.5 times the larger of the
 * medians of the steps before and after it. Where the rows become denser or sparser, a step that is
 * usual on one side is no gap.
 */
export function isGap(times: Float64Array, index: number): boolean {
  const step = stepAt(times, index);
  if (!(step > 0)) return false;
  const usual = step / gapFactor;
  const before = majorityIsAtLeast(times, index - neighbours, index, usual);
  if (before === true) return false;
  const after = majorityIsAtLeast(times, index + 1, index + 1 + neighbours, usual);
  if (after === true) return false;
  return before === false || after === false;
}

/** Milliseconds: the farthest that something can be from the sample at `index` and still belong to it. */
export function reachOf(times: Float64Array, index: number): number {
  const before = medianStep(times, index - neighbours, index);
  const after = medianStep(times, index, index + neighbours);
  if (Number.isNaN(before)) return gapFactor * after;
  return gapFactor * (Number.isNaN(after) ? before : Math.max(before, after));
}

/** The steps in [from, to) that are gaps, each by the index of the time before it. */
export function gapSteps(times: Float64Array, from: number, to: number): number[] {
  const gaps: number[] = [];
  let [first, second, third] = [0, 0, 0];
  let time = times[from] ?? NaN;
  for (let index = from; index < to; index++) {
    const next = times[index + 1] ?? NaN;
    const step = next - time;
    const usual = step / gapFactor;
    // Three steps like it right before it are the larger part of five: most often that settles it.
    const isUsual = first >= usual && second >= usual && third >= usual;
    if (!isUsual && isGap(times, index)) gaps.push(index);
    first = second;
    second = third;
    third = step;
    time = next;
  }
  return gaps;
}

/** Finds the gaps of a growing column incrementally. */
export class GapFinder {
  readonly #settled: number[] = [];
  /** Steps before this one have all their neighbours. */
  #next = 0;

  /** Every gap, from its last time before to its first time after. */
  find(times: Float64Array): readonly TimeRange[] {
    const settledEnd = Math.max(this.#next, times.length - 1 - neighbours);
    for (const step of gapSteps(times, this.#next, settledEnd)) this.#settled.push(step);
    this.#next = settledEnd;
    const steps = [...this.#settled, ...gapSteps(times, settledEnd, times.length - 1)];
    return steps.map((step) => ({ from: times[step] ?? NaN, to: times[step + 1] ?? NaN }));
  }
}

/** The median step, milliseconds; NaN when there is none. */
export function usualStep(times: Float64Array): number {
  const steps = times.length - 1;
  if (steps <= maxSampledSteps) return medianStep(times, 0, steps);
  const sampled = Array.from({ length: maxSampledSteps }, (_, index) =>
    stepAt(times, Math.floor((index * steps) / maxSampledSteps)),
  );
  return median(sampled.filter((step) => step > 0));
}

function stepAt(times: Float64Array, index: number): number {
  return (times[index + 1] ?? NaN) - (times[index] ?? NaN);
}

/**
 * True when the median of the steps in [from, to) is at least `limit`; undefined when there are no
 * steps. Rows of the same time are no step.
 */
function majorityIsAtLeast(
  times: Float64Array,
  from: number,
  to: number,
  limit: number,
): boolean | undefined {
  let [larger, all] = [0, 0];
  for (let index = Math.max(0, from); index < to; index++) {
    const step = stepAt(times, index);
    if (!(step > 0)) continue;
    all += 1;
    if (step >= limit) larger += 1;
    if (larger * 2 > neighbours) return true;
  }
  return all === 0 ? undefined : larger * 2 > all;
}

function medianStep(times: Float64Array, from: number, to: number): number {
  const steps: number[] = [];
  for (let index = Math.max(0, from); index < to; index++) {
    const step = stepAt(times, index);
    if (step > 0) steps.push(step);
  }
  return median(steps);
}

/** The lower of the two in the middle, as in `majorityIsAtLeast`. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
}

/** Steps within this factor of the usual one count as equal: reports and pings are not exactly on time. */
const sameStepFactor = 1.7;

const known = new WeakMap<Float64Array, Float64Array | undefined>();

/**
 * The length of time that each row covers, in milliseconds: until the next one, or as long as the previous
 * rows if a gap or nothing follows. Undefined if all rows cover about the same, and have equal weight.
 */
export function rowLengths(times: Float64Array): Float64Array | undefined {
  if (!known.has(times)) known.set(times, isRegular(times) ? undefined : lengthsOf(times));
  return known.get(times);
}

function isRegular(times: Float64Array): boolean {
  const usual = usualStep(times);
  const [min, max] = [usual / sameStepFactor, usual * sameStepFactor];
  for (let index = 0; index + 1 < times.length; index++) {
    const step = (times[index + 1] ?? 0) - (times[index] ?? 0);
    if (step > 0 && (step < min || (step > max && !isGap(times, index)))) return false;
  }
  return true;
}

function lengthsOf(times: Float64Array): Float64Array {
  const lengths = new Float64Array(times.length);
  const stepAt = (index: number) => (times[index + 1] ?? NaN) - (times[index] ?? NaN);
  let usual: number | undefined;
  for (let index = 0; index < times.length; index++) {
    const step = stepAt(index);
    const goesOn = step >= 0 && !isGap(times, index);
    if (goesOn && step > 0) usual = step;
    lengths[index] = goesOn ? step : (usual ?? Math.min(step, stepAt(index + 1)));
  }
  return lengths;
}
