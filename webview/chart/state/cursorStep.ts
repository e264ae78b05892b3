import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";

type Timed = Pick<Line, "times">;

/**
 * Where the cursor goes from `time`: to the next sample of any of the lines, `by` times; below 0
 * to earlier ones. Without a cursor it enters from the end that the step comes from.
 */
export function stepCursor(
  lines: readonly Timed[],
  range: TimeRange,
  time: number | undefined,
  by: number,
): number | undefined {
  const columns = distinctTimes(lines);
  let at = time ?? (by > 0 ? range.from - 1 : range.to + 1);
  let found = time;
  for (let count = Math.abs(by); count > 0; count--) {
    const next = by > 0 ? after(columns, at) : before(columns, at);
    if (next === undefined || next < range.from || next > range.to) break;
    found = at = next;
  }
  return found;
}

export function edgeCursor(
  lines: readonly Timed[],
  range: TimeRange,
  edge: "first" | "last",
): number | undefined {
  return stepCursor(lines, range, undefined, edge === "first" ? 1 : -1);
}

/** Lines of one series share their times: each column is looked at once. */
function distinctTimes(lines: readonly Timed[]): readonly Float64Array[] {
  return [...new Set(lines.map(({ times }) => times))];
}

function after(columns: readonly Float64Array[], time: number): number | undefined {
  return minOf(columns.map((times) => times[upperBound(times, time)]));
}

function before(columns: readonly Float64Array[], time: number): number | undefined {
  return maxOf(columns.map((times) => times[lowerBound(times, time) - 1]));
}

function minOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function maxOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}
