import { type Line } from "./line";
import { rowLengths } from "./gaps";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";
import { type TimeRange } from "../../../src/shared/times";

/**
 * Statistics of the samples in a time range; undefined: no samples. Lost pings are in `loss` only. If samples
 * cover different lengths of time, average, percentiles and loss are weighted by it.
 */
export interface LineStats {
  /** Known values, pings with a response. */
  readonly count: number;
  readonly latest: number | undefined;
  readonly min: number | undefined;
  readonly average: number | undefined;
  readonly max: number | undefined;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  /** Of pings: by how much one response time differs from the one before it, on the average. */
  readonly jitter: number | undefined;
  /** Of pings: percent. */
  readonly loss: number | undefined;
}

/** @param from, to both included. */
export function lineStats(line: Line, from: number, to: number): LineStats {
  const [first, end] = [lowerBound(line.times, from), upperBound(line.times, to)];
  const isPing = line.metric === "ping";
  const minValue = isPing ? 0 : -Infinity;
  const lengths = lengthsWithin(line, first, end, to);
  const known = new Float64Array(Math.max(0, end - first));
  const weights = lengths && new Float64Array(known.length);
  let [count, weight, lost, sum, min, max] = [0, 0, 0, 0, Infinity, -Infinity];
  for (let index = first; index < end; index++) {
    const value = line.values[index] ?? NaN;
    const length = lengths === undefined ? 1 : (lengths[index - first] ?? 0);
    if (value >= minValue) {
      if (weights !== undefined) weights[count] = length;
      known[count++] = value;
      weight += length;
      sum += value * length;
      if (value < min) min = value;
      if (value > max) max = value;
    } else if (value < minValue) lost += length;
  }
  const some = count > 0;
  const responses = known.subarray(0, count);
  const rank = weights === undefined ? byCount(responses) : byWeight(responses, weights, weight);
  return {
    count,
    latest: responses.at(-1),
    min: some ? min : undefined,
    average: some ? sum / weight : undefined,
    max: some ? max : undefined,
    p50: some ? rank(0.5) : undefined,
    p99: some ? rank(0.99) : undefined,
    jitter: isPing ? jitter(line.values, first, end) : undefined,
    loss: isPing && weight + lost > 0 ? (100 * lost) / (weight + lost) : undefined,
  };
}

/** From this length on it matters how much of the current step is over. */
const longStepMs = 3_600_000;

/**
 * The lengths of the rows [first, end), for rows of different weight. An hour or a day that is not over counts
 * with the part that is; a ping always counts as one.
 */
function lengthsWithin(
  { times, metric }: Line,
  first: number,
  end: number,
  to: number,
): Float64Array | undefined {
  const lengths = rowLengths(times);
  const last = end - 1;
  const step = (times[last] ?? NaN) - (times[last - 1] ?? NaN);
  const passed = to - (times[last] ?? NaN);
  const isCut = metric !== "ping" && step >= longStepMs && passed > 0 && passed < step;
  if (lengths === undefined && !isCut) return undefined;
  const within = lengths?.slice(first, end) ?? new Float64Array(end - first).fill(step);
  if (isCut) within[last - first] = Math.min(within[last - first] ?? 0, passed);
  return within;
}

/** The smallest value that at least so many do not exceed. Reorders the values. */
function byCount(values: Float64Array): (share: number) => number {
  return (share) => selectRank(values, Math.ceil(share * values.length) - 1);
}

/** The smallest value that values of at least this share of the weight do not exceed. */
function byWeight(
  values: Float64Array,
  weights: Float64Array,
  all: number,
): (share: number) => number {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return (share) => {
    let weight = 0;
    const found = order.find((index) => (weight += weights[index] ?? 0) >= share * all);
    return values[found ?? order.at(-1) ?? 0] ?? NaN;
  };
}

/** Only from ping to ping: what was lost or is unknown between two is no difference. */
function jitter(values: Float64Array, first: number, end: number): number | undefined {
  let [sum, count] = [0, 0];
  for (let index = first + 1; index < end; index++) {
    const [before, value] = [values[index - 1] ?? NaN, values[index] ?? NaN];
    if (!(before >= 0 && value >= 0)) continue;
    sum += Math.abs(value - before);
    count += 1;
  }
  return count > 0 ? sum / count : undefined;
}

/**
 * The value that would be at `rank` if the values were in order. Rearranges them; takes a time that
 * grows with their number only, where sorting a million takes too long for a frame.
 */
export function selectRank(values: Float64Array, rank: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = medianOfThree(values, low, high);
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? NaN) < pivot) left += 1;
      while ((values[right] ?? NaN) > pivot) right -= 1;
      if (left <= right) swap(values, left++, right--);
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? NaN;
}

function medianOfThree(values: Float64Array, low: number, high: number): number {
  const first = values[low] ?? NaN;
  const middle = values[(low + high) >>> 1] ?? NaN;
  const last = values[high] ?? NaN;
  return Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
}

function swap(values: Float64Array, left: number, right: number): void {
  const kept = values[left] ?? NaN;
  values[left] = values[right] ?? NaN;
  values[right] = kept;
}

/** Caches the statistics of a line for one range: a line that grows is another object. */
export class StatsCache {
  readonly #known = new WeakMap<Line, TimeRange & { readonly stats: LineStats }>();

  get(line: Line, { from, to }: TimeRange): LineStats {
    const known = this.#known.get(line);
    if (known?.from === from && known.to === to) return known.stats;
    const stats = lineStats(line, from, to);
    this.#known.set(line, { from, to, stats });
    return stats;
  }
}
