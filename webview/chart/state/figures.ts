import { type PingStats } from "../../../src/shared/chartApi";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";

/** Who worked a number out. */
export type Origin = "server" | "records";

export interface Figure {
  readonly value: number | undefined;
  readonly origin: Origin;
}

export type FigureKey = Exclude<keyof LineStats, "count" | "latest">;

/** What a figure is made of. */
export interface FigureSource {
  readonly line: Pick<Line, "values">;
  /** Of the records in the time range. */
  readonly stats: LineStats;
  /** What the server counted over the same range. */
  readonly told: PingStats | undefined;
}

/** A figure of a line in a time range: the same wherever it is said, in a legend or a sentence. */
export function figureOf(key: FigureKey, source: FigureSource): Figure {
  const value = toldFigure(key, source);
  return value === undefined
    ? { value: source.stats[key], origin: "records" }
    : { value, origin: "server" };
}

function toldFigure(key: FigureKey, source: FigureSource): number | undefined {
  const { stats, told } = source;
  if (told === undefined) return undefined;
  switch (key) {
    // The server leaves out the minutes with losses, of which the records have one ping each.
    case "min":
      return told.min === undefined ? undefined : Math.min(told.min, stats.min ?? Infinity);
    case "max":
      return told.max === undefined ? undefined : Math.max(told.max, stats.max ?? -Infinity);
    case "average":
      return told.average === undefined ? undefined : likelyAverage(told.average, source);
    case "p50":
    case "p99":
    case "loss":
      return told[key];
    case "jitter":
      return undefined;
  }
}

/** So few pings say nothing of the others. */
const fewestPings = 5;
/** Standard errors beyond which the records contradict an average. */
const mostErrors = 3;

/**
 * Where the server's average is the most that it can be, the records, which are a part of the same
 * pings, may tell that it is less. Never below the minimum or above the maximum that stand beside it.
 */
function likelyAverage(most: number, source: FigureSource): number {
  const { line, stats, told } = source;
  const min = figureOf("min", source).value ?? -Infinity;
  const max = figureOf("max", source).value ?? Infinity;
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const [least, average] = [told?.leastAverage, stats.average];
  if (least === undefined || average === undefined || stats.count < fewestPings) {
    return within(most);
  }
  const doubt = mostErrors * standardError(line, average);
  if (average + doubt >= most) return within(most);
  return within(average - doubt <= least ? least : average);
}

/** By all that is held of the line, which is about its time range. */
function standardError({ values }: Pick<Line, "values">, average: number): number {
  let [squares, count] = [0, 0];
  for (const value of values) {
    if (!(value >= 0)) continue;
    squares += (value - average) ** 2;
    count += 1;
  }
  return Math.sqrt(squares) / Math.max(1, count);
}
