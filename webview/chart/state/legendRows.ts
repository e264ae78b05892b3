import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type MetricKey } from "../../../src/shared/metrics";
import { joinList } from "../../../src/shared/joinList";
import { lostPing } from "../../../src/shared/series";
import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { upperBound } from "../../../src/shared/sortedSearch";
import { type LineStats } from "../data/stats";
import { type LegendSort, type SortKey } from "./panelState";
import { lineName, type Section } from "./sections";
import { unknownText, type ValueStyle, valueText } from "./valueText";
import { type PingStats } from "../../../src/shared/chartApi";

export interface LegendCell {
  readonly value: number | undefined;
  readonly text: string;
  readonly origin: Origin;
}

export interface LegendRow {
  readonly line: Line;
  readonly name: string;
  /** For the columns of `legendColumns` but the name. */
  readonly cells: Readonly<Partial<Record<SortKey, LegendCell>>>;
}

const loadColumns = [
  ...(["name", "latest", "min", "average", "max"] as const),
] as const satisfies readonly SortKey[];
const pingColumns = [
  ...(["name", "latest", "average", "p50", "p99", "jitter", "loss", "min", "max"] as const),
] as const satisfies readonly SortKey[];

export function legendColumns({ id }: Pick<Section, "id">): readonly SortKey[] {
  return id === "ping" ? pingColumns : loadColumns;
}

export function columnLabel(key: SortKey, kind: "node" | "nodes"): string {
  const labels: Readonly<Record<SortKey, () => string>> = {
    name: () => (kind === "nodes" ? l10n.t("Node") : l10n.t("Name")),
    latest: () => l10n.t("Latest"),
    min: () => l10n.t("Min"),
    average: () => l10n.t("Average"),
    max: () => l10n.t("Max"),
    p50: () => "p50",
    p99: () => "p99",
    jitter: () => l10n.t("Jitter"),
    loss: () => l10n.t("Loss"),
  };
  return labels[key]();
}

/** How the cells of one chart are made. */
export interface LegendContext {
  readonly range: TimeRange;
  /** The server's statistics are those of the previous range. */
  readonly moved?: boolean;
  readonly columns: readonly SortKey[];
  readonly style: ValueStyle;
  readonly format: Format;
  /** Asked for only where a column needs them. */
  readonly statsOf: (line: Line) => LineStats;
}

export function legendRow(line: Line, context: LegendContext): LegendRow {
  const cells: Partial<Record<SortKey, LegendCell>> = {};
  for (const key of context.columns) {
    if (key === "latest") cells[key] = latestCell(line, context);
    else if (key !== "name") cells[key] = cellOf(key, line, context);
  }
  return { line, name: lineName(line), cells };
}

/** Of the newest sample; undefined where it has no reading: one from before would not be true now. */
export function latestOf(line: Line, { from, to }: TimeRange): number | "lost" | undefined {
  const index = upperBound(line.times, to) - 1;
  const isInside = (line.times[index] ?? -Infinity) >= from;
  const value = isInside ? (line.values[index] ?? NaN) : NaN;
  if (Number.isNaN(value)) return undefined;
  return line.metric === "ping" && value === lostPing ? "lost" : value;
}

/** The server's own, which passes over lost pings, only of a kind of pings that has no records. */
function latestCell(line: Line, { range, moved, style, format }: LegendContext): LegendCell {
  const ofServer =
    moved === true || !line.values.every(Number.isNaN) ? undefined : line.stats?.latest;
  const value = ofServer ?? latestOf(line, range);
  return {
    // No response at all is worse than any slow one.
    value: value === "lost" ? Infinity : value,
    text: valueText(value, line, style, format),
    origin: ofServer === undefined ? "records" : "server",
  };
}

function cellOf(
  key: Exclude<SortKey, "name" | "latest">,
  line: Line,
  { statsOf, moved, style, format }: LegendContext,
): LegendCell {
  const serverStats = moved === true ? undefined : line.stats;
  const { value, origin } = figureOf(key, { line, stats: statsOf(line), serverStats });
  const text = key === "loss" ? lossText(value, format) : valueText(value, line, style, format);
  return { value, text, origin };
}

export function lossText(percent: number | undefined, format: Format): string {
  if (percent === undefined || Number.isNaN(percent)) return unknownText;
  return format.loss(percent);
}

/** What is not known comes last, whichever way it goes. */
export function sortLegend(
  rows: readonly LegendRow[],
  sort: LegendSort | undefined,
  locale: string,
): readonly LegendRow[] {
  if (sort === undefined) return rows;
  const sign = sort.descending ? -1 : 1;
  if (sort.key === "name") {
    const names = new Intl.Collator(locale, { numeric: true });
    return rows.toSorted((a, b) => sign * names.compare(a.name, b.name));
  }
  const { key } = sort;
  return rows.toSorted((a, b) => {
    const [left, right] = [a.cells[key]?.value, b.cells[key]?.value];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
}

/** Names first run upwards, numbers downwards; a third time gives the order of the host back. */
export function nextSort(
  sort: LegendSort | undefined,
  key: SortKey,
  metric?: MetricKey,
): LegendSort | undefined {
  const first = key !== "name";
  const column = { key, ...(metric !== undefined && { metric }) };
  if (sort?.key !== key || sort.metric !== metric) return { ...column, descending: first };
  return sort.descending === first ? { ...column, descending: !first } : undefined;
}

/**
 * Says where the columns were calculated, and over what; undefined: nothing to say. If a column is the server's
 * for some lines only, the others are named.
 * @param step that each record covers; undefined: there is a record of every ping or report.
 */
export function originText(
  rows: readonly LegendRow[],
  columns: readonly SortKey[],
  step: string | undefined,
): string | undefined {
  const has = (origin: Origin, row: LegendRow, key: SortKey) => {
    const cell = key === "latest" ? undefined : row.cells[key];
    return cell?.value !== undefined && cell.origin === origin;
  };
  const server = columns.filter((key) => rows.some((row) => has("server", row, key)));
  const records = columns.filter((key) => rows.some((row) => has("records", row, key)));
  if (records.length === 0) {
    return server.length === 0 ? undefined : l10n.t("From the server, over all pings.");
  }
  if (server.length === 0) return recordsText(columns.includes("loss"), step);
  const others = rows.filter((row) => server.some((key) => has("records", row, key)));
  const own = records.filter((key) => !server.includes(key)).map(nodeLabel);
  const calculated = others.length === 0 ? own : [...own, exceptionText(others)];
  const [fromServer, calculatedHere] = [joinList(server.map(nodeLabel)), joinList(calculated)];
  return step === undefined
    ? l10n.t(
        "From the server, over all pings: {0}. Calculated from the pings shown: {1}.",
        fromServer,
        calculatedHere,
      )
    : l10n.t(
        "From the server, over all pings: {0}. Calculated from the last ping of every {2}: {1}.",
        fromServer,
        calculatedHere,
        step,
      );
}

const nodeLabel = (key: SortKey) => columnLabel(key, "node");

/** Names one line; hovering over a figure shows its origin. */
function exceptionText([first, ...others]: readonly LegendRow[]): string {
  const name = first?.name ?? "";
  return others.length === 0
    ? l10n.t("all of “{0}”", name)
    : l10n.t("all of “{0}” (and {1} more)", name, others.length);
}

function recordsText(isPing: boolean, step: string | undefined): string {
  if (step === undefined) {
    return isPing
      ? l10n.t("Calculated from the pings shown.")
      : l10n.t("Calculated from the reports shown.");
  }
  return isPing
    ? l10n.t("Calculated from the last ping of every {0}.", step)
    : l10n.t("Calculated from one value per {0}. Shorter peaks are not included.", step);
}

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
