import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { figureOf } from "./legendRows";

/**
 * Percent of the pings of all these lines that were lost, each line with the same weight, as tasks ping equally often or
 * nearly; undefined: no line has any.
 * @param moved the server's statistics are those of the previous range.
 */
export function lossOf(
  lines: readonly Line[],
  statsOf: (line: Line) => LineStats,
  moved: boolean,
): number | undefined {
  const losses = lines
    .filter(({ metric }) => metric === "ping")
    .flatMap((line) => {
      const serverStats = moved ? undefined : line.stats;
      return figureOf("loss", { line, stats: statsOf(line), serverStats }).value ?? [];
    });
  if (losses.length === 0) return undefined;
  return losses.reduce((sum, each) => sum + each, 0) / losses.length;
}
