import { type Line } from "./line";

/** From so many pings per row on, a row says little of those that it stands for. */
const minPingsPerRow = 1.5;
/** Below this share, most pings of a step whose last one was lost were answered. */
const maxLossShare = 0.5;

type Pings = Pick<Line, "values" | "lastOfStep" | "stats">;

/**
 * How much of the loss in the rows the server has counted, from 0 to 1. A row is the last ping of its step: where that of a
 * day was lost, all others may have been answered. 1: all of it, or there is no count.
 */
export function countedShare({ values, lastOfStep, stats }: Pings): number {
  const { loss, total } = stats ?? {};
  if (lastOfStep !== true || loss === undefined || total === undefined) return 1;
  let [rows, lost] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    rows += 1;
    if (value < 0) lost += 1;
  }
  if (lost === 0 || total < rows * minPingsPerRow) return 1;
  return Math.min(1, loss / ((100 * lost) / rows));
}

/** A predicate for rows whose ping alone was lost, by the server's count: pings before and after it were answered. */
export function lostAlone(line: Pings & Pick<Line, "metric">): (index: number) => boolean {
  if (line.metric !== "ping" || countedShare(line) >= maxLossShare) return () => false;
  const at = (index: number) => line.values[index] ?? NaN;
  return (index) => at(index) < 0 && at(index - 1) >= 0 && at(index + 1) >= 0;
}
