import { type Line } from "./line";
import { firstAfter, firstFrom } from "./search";
import { selectRank } from "./select";

/** Of the samples in a span; undefined: there are none to tell it from. Lost pings are in `loss` alone. */
export interface LineStats {
  /** Known values, answered pings. */
  readonly count: number;
  readonly latest: number | undefined;
  readonly min: number | undefined;
  readonly average: number | undefined;
  readonly max: number | undefined;
  readonly p50: number | undefined;
  readonly p99: number | undefined;
  /** Of pings: by how much one answer differs from the one before it, on the average. */
  readonly jitter: number | undefined;
  /** Of pings: percent. */
  readonly loss: number | undefined;
}

/** @param from, to both included. */
export function lineStats(line: Line, from: number, to: number): LineStats {
  const [first, end] = [firstFrom(line.times, from), firstAfter(line.times, to)];
  const isPing = line.metric === "ping";
  const least = isPing ? 0 : -Infinity;
  const known = new Float64Array(Math.max(0, end - first));
  let [count, lost, sum, min, max] = [0, 0, 0, Infinity, -Infinity];
  for (let index = first; index < end; index++) {
    const value = line.values[index] ?? NaN;
    if (value >= least) {
      known[count++] = value;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    } else if (value < least) lost += 1;
  }
  const some = count > 0;
  const answered = known.subarray(0, count);
  const latest = answered.at(-1);
  return {
    count,
    latest,
    min: some ? min : undefined,
    average: some ? sum / count : undefined,
    max: some ? max : undefined,
    p50: percentile(answered, 0.5),
    p99: percentile(answered, 0.99),
    jitter: isPing ? jitter(line.values, first, end) : undefined,
    loss: isPing && count + lost > 0 ? (100 * lost) / (count + lost) : undefined,
  };
}

/** The least value that so many are not above. Rearranges the values. */
function percentile(values: Float64Array, share: number): number | undefined {
  if (values.length === 0) return undefined;
  return selectRank(values, Math.ceil(share * values.length) - 1);
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
