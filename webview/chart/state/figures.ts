import { type PingStats } from "../../../src/shared/chartApi";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";

/** Where a number was calculated. */
export type Origin = "server" | "records";

export interface Figure {
  readonly value: number | undefined;
  readonly origin: Origin;
}

export type FigureKey = Exclude<keyof LineStats, "count" | "latest">;

/** What a figure is calculated from. */
export interface FigureSource {
  readonly line: Pick<Line, "values">;
  /** From the records in the time range. */
  readonly stats: LineStats;
  /** The server's statistics over the same range. */
  readonly serverStats: PingStats | undefined;
}

/** A figure of a line in a time range: the same in a legend and in a sentence. */
export function figureOf(key: FigureKey, source: FigureSource): Figure {
  const value = serverFigure(key, source);
  return value === undefined
    ? { value: source.stats[key], origin: "records" }
    : { value, origin: "server" };
}

function serverFigure(key: FigureKey, source: FigureSource): number | undefined {
  const { stats, serverStats } = source;
  if (serverStats === undefined) return undefined;
  switch (key) {
    // The server skips minutes with losses, of which the records have one ping each.
    case "min":
      return serverStats.min === undefined
        ? undefined
        : Math.min(serverStats.min, stats.min ?? Infinity);
    case "max":
      return serverStats.max === undefined
        ? undefined
        : Math.max(serverStats.max, stats.max ?? -Infinity);
    case "average":
      return serverStats.average === undefined
        ? undefined
        : estimateAverage(serverStats.average, source);
    case "p50":
    case "p99":
    case "loss":
      return serverStats[key];
    case "jitter":
      return undefined;
  }
}

/** Fewer pings are not representative. */
const minPings = 5;
/** Standard errors beyond which the records contradict an average. */
const maxErrors = 3;

/**
 * If the server's average is only an upper bound, the records, a sample of the same pings, may show that it is
 * lower. Always between the minimum and the maximum shown beside it.
 */
function estimateAverage(upper: number, source: FigureSource): number {
  const { line, stats, serverStats } = source;
  const min = figureOf("min", source).value ?? -Infinity;
  const max = figureOf("max", source).value ?? Infinity;
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const [lower, average] = [serverStats?.minAverage, stats.average];
  if (lower === undefined || average === undefined || stats.count < minPings) {
    return within(upper);
  }
  const margin = maxErrors * standardError(line, average);
  if (average + margin >= upper) return within(upper);
  return within(average - margin <= lower ? lower : average);
}

/** Over all loaded values of the line, about its time range. */
function standardError({ values }: Pick<Line, "values">, average: number): number {
  let [squares, count] = [0, 0];
  for (const value of values) {
    if (!(value >= 0)) continue;
    squares += (value - average) ** 2;
    count += 1;
  }
  return Math.sqrt(squares) / Math.max(1, count);
}
