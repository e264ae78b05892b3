import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type TimeZone } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type LineStore } from "../data/lineStore";
import { amountsOf, type Intervals, intervalsOf, type IntervalUnit, stepOf } from "../data/traffic";
import { hasData, type Section } from "./sections";

/** Traffic is counted by nodes, and shown as what was counted in each minute, hour or day. */
export function trafficSection(section: Section, range: TimeRange, zone: TimeZone): Section {
  const counters = section.lines;
  if (!(range.to > range.from)) return section;
  const intervals = intervalsOf(range, zone, stepOf(counters));
  const lines = counters.map((counter) => amountsOf(counter, intervals));
  const title = titleOf(intervals.unit);
  return {
    ...section,
    title,
    lines,
    hasData: lines.some(hasData),
    amounts: { intervals, counters },
  };
}

function titleOf(unit: IntervalUnit): string {
  switch (unit) {
    case "minute":
      return l10n.t("Traffic per minute");
    case "fiveMinutes":
      return l10n.t("Traffic per 5 minutes");
    case "hour":
      return l10n.t("Traffic per hour");
    case "day":
      return l10n.t("Traffic per day");
  }
}

/** Behind the newest values of a chart of amounts: what they are of, until it is over. "" if they are of the past. */
export function unfinishedText({ unit, lastEnd }: Intervals, now: number): string {
  if (lastEnd <= now) return "";
  switch (unit) {
    case "day":
      return l10n.t("today so far");
    case "hour":
      return l10n.t("this hour so far");
    case "minute":
    case "fiveMinutes":
      return "";
  }
}

/** Behind the values of a chart of amounts: the sum of what is shown, and where a counter has started again. */
export function trafficFigures(
  { intervals }: Pick<NonNullable<Section["amounts"]>, "intervals">,
  shown: readonly Line[],
  store: Pick<LineStore, "counterRestarts">,
  format: Format,
): string {
  const known = shown.flatMap(({ values }) => [...values].filter((value) => !Number.isNaN(value)));
  if (known.length === 0) return "";
  const sum = known.reduce((all, value) => all + value, 0);
  const [from = Infinity, to = -Infinity] = [intervals.starts[0], intervals.ends.at(-1)];
  const restarted = store.counterRestarts().some((time) => time >= from && time <= to);
  const text = l10n.t("total {0}", format.bytes(sum));
  return restarted ? `${text}  ${l10n.t("counter restarted")}` : text;
}
