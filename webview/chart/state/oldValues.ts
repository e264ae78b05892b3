import * as l10n from "@vscode/l10n";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { upperBound } from "../../../src/shared/sortedSearch";
import { reachOf } from "../data/gaps";
import { type Line } from "../data/line";

type Column = Pick<Line, "times" | "values">;

/**
 * "at 16:12", behind the newest values of a chart where they are not of the end of the range: they may no longer be
 * true. "" where they are.
 *
 * @param isOld nothing newer can be had at the moment.
 */
export function oldValuesText(
  lines: readonly Column[],
  range: TimeRange,
  isOld: boolean,
  times: Times,
): string {
  const known = lines.flatMap((line) => {
    const index = lastKnownIndex(line, range);
    const time = line.times[index];
    return time === undefined ? [] : [{ time, reach: reachOf(line.times, index) }];
  });
  const last = Math.max(...known.map(({ time }) => time));
  const isSilent = known.every(({ time, reach }) => range.to - time > reach);
  if (known.length === 0 || !(isOld || isSilent)) return "";
  const isSameDay = times.date(last) === times.date(range.to);
  return l10n.t("at {0}", isSameDay ? times.clock(last, range) : times.at(last, range));
}

/** Of the last value in the range; -1: there is none. */
function lastKnownIndex({ times, values }: Column, { from, to }: TimeRange): number {
  let index = upperBound(times, to) - 1;
  while (index >= 0 && Number.isNaN(values[index] ?? NaN)) index -= 1;
  return (times[index] ?? -Infinity) >= from ? index : -1;
}
