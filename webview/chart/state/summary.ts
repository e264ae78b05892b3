import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { lossText } from "./legendRows";
import { lineName } from "./sections";
import { type ValueStyle, valueText } from "./valueText";

export interface SummaryLine {
  readonly line: Line;
  readonly stats: LineStats;
  /** Of its newest sample, as the legend has it. */
  readonly latest: number | "lost" | undefined;
}

interface SummaryFacts {
  readonly title: string;
  readonly span: string;
  /** Those that are shown. */
  readonly lines: readonly SummaryLine[];
  /** Stretches without samples. */
  readonly gaps: number;
  /** How often the machine started anew, where that is of the chart's matter. */
  readonly restarts: number;
}

/** More would be too long to listen to: the legend has them all. */
const mostLines = 3;

/** One sentence that says what can be seen: "CPU, 4 h: latest 12%, average 9%, from 3% to 57%; 2 gaps". */
export function summaryText(facts: SummaryFacts, style: ValueStyle, format: Format): string {
  const { title, span, lines, gaps, restarts } = facts;
  const told = lines.filter(({ stats }) => stats.count > 0);
  if (told.length === 0) {
    const allLost = lines.some(({ stats }) => stats.loss !== undefined);
    return allLost
      ? l10n.t("{0}, {1}: all pings lost", title, span)
      : l10n.t("{0}, {1}: no data", title, span);
  }
  const parts = told.slice(0, mostLines).map((each) => {
    const text = lineSummary(each, style, format);
    return lines.length > 1 ? l10n.t("{0}: {1}", lineName(each.line), text) : text;
  });
  const more = told.length - mostLines;
  if (more === 1) parts.push(l10n.t("1 more line"));
  if (more > 1) parts.push(l10n.t("{0} more lines", more));
  if (gaps === 1) parts.push(l10n.t("1 gap"));
  if (gaps > 1) parts.push(l10n.t("{0} gaps", gaps));
  if (restarts === 1) parts.push(l10n.t("restarted once"));
  if (restarts > 1) parts.push(l10n.t("restarted {0} times", restarts));
  return l10n.t("{0}, {1}: {2}", title, span, parts.join(l10n.t("; ")));
}

function lineSummary(
  { line, stats, latest }: SummaryLine,
  style: ValueStyle,
  format: Format,
): string {
  const text = (value: number | "lost" | undefined) => valueText(value, line, style, format);
  const values = l10n.t(
    "latest {0}, average {1}, from {2} to {3}",
    text(latest),
    text(stats.average),
    text(stats.min),
    text(stats.max),
  );
  if (line.metric !== "ping") return values;
  return l10n.t("{0}, loss {1}", values, lossText(line.stats?.loss ?? stats.loss, format));
}
