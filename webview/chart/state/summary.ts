import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { joinList } from "../../../src/shared/joinList";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { figureOf, type FigureSource, lossText } from "./legendRows";
import { rowStepText, type ValueStyle, valueText } from "./valueText";
import { lineName } from "./sections";

export interface SummaryLine {
  readonly line: Line;
  readonly stats: LineStats;
  /** Of its newest sample, as the legend has it. */
  readonly latest: number | "lost" | undefined;
}

interface SummaryFacts {
  readonly title: string;
  readonly span: string;
  /** The server's statistics are those of the previous range. */
  readonly moved?: boolean;
  /** Those that are shown. */
  readonly lines: readonly SummaryLine[];
  /** Ranges without samples. */
  readonly gaps: number;
  /** How often the machine restarted, where the chart shows that. */
  readonly restarts: number;
}

/** More would be too long to listen to: the legend has them all. */
const maxLines = 3;

/** One sentence that says what can be seen: "CPU, 4 h: latest 12%, average 9%, from 3% to 57%; 2 gaps". */
export function summaryText(facts: SummaryFacts, style: ValueStyle, format: Format): string {
  const { title, span, lines, gaps, restarts } = facts;
  const valueOf = (key: "average" | "loss", line: SummaryLine) =>
    figureOf(key, sourceOf(line, facts)).value;
  const known = lines.filter(
    (each) => valueOf("average", each) !== undefined || valueOf("loss", each) !== undefined,
  );
  if (known.length === 0) return l10n.t("{0}, {1}: no data", title, span);
  if (known.every((each) => valueOf("loss", each) === 100)) {
    return l10n.t("{0}, {1}: all pings lost", title, span);
  }
  const parts = known.slice(0, maxLines).map((each) => {
    const text = lineSummary(each, facts, style, format);
    return lines.length > 1 ? l10n.t("{0}: {1}", lineName(each.line), text) : text;
  });
  const more = known.length - maxLines;
  if (more === 1) parts.push(l10n.t("1 more line"));
  if (more > 1) parts.push(l10n.t("{0} more lines", more));
  const step = stepPart(known.slice(0, maxLines), facts, format);
  if (step !== undefined) parts.push(step);
  if (gaps === 1) parts.push(l10n.t("1 gap"));
  if (gaps > 1) parts.push(l10n.t("{0} gaps", gaps));
  if (restarts === 1) parts.push(l10n.t("restarted once"));
  if (restarts > 1) parts.push(l10n.t("restarted {0} times", restarts));
  return l10n.t("{0}, {1}: {2}", title, span, parts.join(l10n.t("; ")));
}

function sourceOf({ line, stats }: SummaryLine, { moved }: SummaryFacts): FigureSource {
  return { line, stats, serverStats: moved === true ? undefined : line.stats };
}

function lineSummary(
  each: SummaryLine,
  facts: SummaryFacts,
  style: ValueStyle,
  format: Format,
): string {
  const { line, latest } = each;
  const source = sourceOf(each, facts);
  const text = (value: number | "lost" | undefined) => valueText(value, line, style, format);
  const figure = (key: "average" | "min" | "max") => text(figureOf(key, source).value);
  const values = l10n.t(
    "latest {0}, average {1}, from {2} to {3}",
    text(latest),
    figure("average"),
    figure("min"),
    figure("max"),
  );
  if (line.metric !== "ping") return values;
  return l10n.t("{0}, loss {1}", values, lossText(figureOf("loss", source).value, format));
}

/** Over what the figures are, where that is not all that was sent or reported; of which lines, if of some. */
function stepPart(
  lines: readonly SummaryLine[],
  facts: SummaryFacts,
  format: Format,
): string | undefined {
  const counted = lines.filter(
    (each) => figureOf("loss", sourceOf(each, facts)).origin === "records",
  );
  const step = rowStepText(
    counted.map(({ line }) => line),
    format,
  );
  if (step === undefined) return undefined;
  const text = counted.some(({ line }) => line.metric === "ping")
    ? l10n.t("based on the last ping of every {0}", step)
    : l10n.t("based on one value per {0}", step);
  if (counted.length === lines.length) return text;
  return l10n.t("{0}: {1}", joinList(counted.map(({ line }) => lineName(line))), text);
}
