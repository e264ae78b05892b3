import { reachOf } from "./gaps";
import { type Line } from "./line";
import { type LineStore } from "./lineStore";
import { nearest } from "../../../src/shared/sortedSearch";

/** Of the span: how near a sample must be whose usual distance to others is not known. */
const singleSampleReach = 0.01;

/**
 * The sample of the line that is nearest to `time`; undefined when it is farther away than what
 * makes a gap, or not known. `lost`: a ping without an answer.
 */
export function valueAt(
  store: Pick<LineStore, "from" | "to">,
  { times, values, metric }: Line,
  time: number,
): { readonly time: number; readonly value: number | "lost" } | undefined {
  const index = nearest(times, time);
  if (index === undefined) return undefined;
  const at = times[index] ?? NaN;
  const value = values[index] ?? NaN;
  const reach = reachOf(times, index);
  const limit = Number.isNaN(reach) ? (store.to - store.from) * singleSampleReach : reach;
  if (Number.isNaN(value) || !(Math.abs(at - time) <= limit)) return undefined;
  return { time: at, value: metric === "ping" && value < 0 ? "lost" : value };
}
