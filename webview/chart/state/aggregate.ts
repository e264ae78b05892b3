import * as l10n from "@vscode/l10n";
import { lowerBound } from "../../../src/shared/sortedSearch";
import { metrics, type Unit } from "../../../src/shared/metrics";
import { usualStep } from "../data/gaps";
import { type Line } from "../data/line";
import { crossing, factorOf, valueOf } from "../plot/samples";
import { type Aggregate } from "./panelState";

/** Stands for all nodes together where one is named. */
export const aggregateNode = "aggregate";

/** Shares, temperatures and response times of several nodes do not add up to anything. */
const summable: readonly Unit[] = ["bytes", "bytesPerSecond", "count", "load"];

/**
 * The average or sum of all these lines of one metric, at the times of the one with the longest steps. Unknown where any
 * of them is: a sum of some nodes is no sum. In percent the sum is a part of the sum of the totals.
 */
export function aggregateLine(
  lines: readonly Line[],
  kind: Exclude<Aggregate, "none">,
  percent: boolean,
): Line | undefined {
  const reference = longestStep(lines);
  if (reference === undefined || lines.length < 2) return undefined;
  if (kind === "sum" && !summable.includes(metrics[reference.metric].unit)) return undefined;
  const totals = lines.map(({ total }) => total ?? NaN);
  const isShare = percent && kind === "sum";
  const factors = lines.map((line) => (isShare ? 1 : factorOf(line, percent)));
  const { times, metric } = reference;
  const values = Float64Array.from(times, (time) => {
    const sum = lines.reduce(
      (all, line, index) => all + valueOn(line, time) * (factors[index] ?? 1),
      0,
    );
    return kind === "sum" ? sum : sum / lines.length;
  });
  return {
    id: `${aggregateNode}:${metric}`,
    seriesId: aggregateNode,
    node: aggregateNode,
    metric,
    name: aggregateName(kind, lines.length),
    total: isShare ? totals.reduce((all, each) => all + each, 0) : percent ? 100 : undefined,
    stats: undefined,
    times,
    values,
  };
}

function aggregateName(kind: Exclude<Aggregate, "none">, count: number): string {
  return kind === "sum" ? l10n.t("Sum of {0}", count) : l10n.t("Average of {0}", count);
}

function longestStep(lines: readonly Line[]): Line | undefined {
  const steps = lines.map(({ times }) => usualStep(times) || 0);
  return lines[steps.indexOf(Math.max(...steps))];
}

/**
 * Between two samples on the line from one to the other, and for one step after the last; NaN where the line is broken,
 * or has not begun.
 */
function valueOn(line: Line, time: number): number {
  const { times } = line;
  const index = lowerBound(times, time);
  if (times[index] === time) return valueOf(line, index, 1);
  if (index < times.length) return crossing(line, time, 1) ?? NaN;
  const age = time - (times.at(-1) ?? -Infinity);
  return age < usualStep(times) ? valueOf(line, index - 1, 1) : NaN;
}
