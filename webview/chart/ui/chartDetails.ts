import { reconcileChildren, element, newId, setText } from "../../lib/dom";
import { latestOf } from "../state/legendRows";
import { restartsIn } from "../state/marksShown";
import { summaryText } from "../state/summary";
import { type ChartShared, recordedLines, type SectionView, shownLines } from "./chartFigure";
import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { rowStepText, unknownText, type ValueStyle, valueText } from "../state/valueText";
import { lineName } from "../state/sections";
import { type ChartTable, type TableCell, type TableRow, tableOf } from "../state/tableRows";

/** Summary and data table of a chart; written when the page is idle. */
export interface ChartDetails {
  /** For `aria-describedby`. */
  readonly summary: HTMLElement;
  readonly table: HTMLElement;
  readonly update: (view: SectionView) => void;
  readonly dispose: () => void;
}

const maxDelayMs = 500;

export function createChartDetails(shared: ChartShared): ChartDetails {
  const summary = element("p", { class: "unseen", id: newId() });
  const table = element("div", { class: "table-place" });
  let waiting: number | undefined;
  let latest: SectionView | undefined;
  const write = () => {
    waiting = undefined;
    if (latest === undefined) return;
    setText(summary, summaryOf(latest, shared));
    writeTable(table, latest, shared);
  };
  return {
    summary,
    table,
    update: (view) => {
      const opened = view.tableOpen !== latest?.tableOpen;
      latest = view;
      if (opened) writeTable(table, view, shared);
      waiting ??= requestIdleCallback(write, { timeout: maxDelayMs });
    },
    dispose: () => {
      if (waiting !== undefined) cancelIdleCallback(waiting);
    },
  };
}

function summaryOf(view: SectionView, { format, statsOf }: ChartShared): string {
  const { section, store, range, moved, span } = view;
  const lines = shownLines(view);
  const inside = lines
    .map((line) => store.gapsOf(line).filter(({ from, to }) => to > range.from && from < range.to))
    .map((gaps) => gaps.length);
  return summaryText(
    {
      title: section.title,
      span,
      moved,
      lines: lines.map((line) => ({
        line,
        stats: statsOf(line, range),
        latest: latestOf(line, range),
      })),
      gaps: Math.max(0, ...inside),
      // Told once: it is that of all charts.
      restarts: section.id === "traffic" ? restartsIn(store, range).length : 0,
    },
    section,
    format,
  );
}

function writeTable(place: HTMLElement, view: SectionView, { format }: ChartShared): void {
  if (!view.tableOpen) {
    reconcileChildren(place, []);
    return;
  }
  const top = place.querySelector(".scroll")?.scrollTop ?? 0;
  const { section, range, times } = view;
  const made = createDataTable({
    title: section.title,
    lines: recordedLines(view),
    isCounted: section.amounts !== undefined,
    range,
    style: section,
    format,
    times,
  });
  reconcileChildren(place, [made]);
  made.querySelector(".scroll")?.scrollTo({ top });
}

export interface DataTableView {
  readonly title: string;
  readonly lines: readonly Line[];
  /** The lines are counters, and the chart shows by how much they rise. */
  readonly isCounted?: boolean;
  readonly range: TimeRange;
  readonly style: ValueStyle;
  readonly format: Format;
  readonly times: Times;
}

/** What a chart shows, as a table: time, and a column per line. */
export function createDataTable(view: DataTableView): HTMLElement {
  const table = tableOf(view.lines, view.range);
  const notes = [noteOf(table, view.format), pingNote(view), countedNote(view)];
  const label = l10n.t("Data of {0}", view.title);
  return element(
    "div",
    { class: "data-table" },
    ...notes.map((note) =>
      note === undefined ? undefined : element("p", { class: "hint" }, note),
    ),
    element(
      "div",
      { class: "scroll tall", tabindex: "0", role: "region", "aria-label": label },
      element(
        "table",
        { "aria-label": label },
        element("thead", {}, headOf(view)),
        ...daysOf(table, view),
      ),
    ),
  );
}

function headOf({ lines }: DataTableView): HTMLElement {
  const heads = [l10n.t("Time"), ...lines.map(lineName)];
  return element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
}

/** The newest first; the day stands above its rows. */
function daysOf({ bucket, rows }: ChartTable, view: DataTableView): readonly HTMLElement[] {
  const days = new Map<string, HTMLElement[]>();
  for (const row of rows.toReversed()) {
    const day = view.times.date(row.time);
    const all = days.get(day) ?? [];
    days.set(day, all);
    all.push(rowOf(row, bucket !== undefined, view));
  }
  return [...days].map(([day, all]) => {
    const span = { scope: "rowgroup", colspan: String(view.lines.length + 1) };
    const head = element("tr", { class: "day" }, element("th", span, day));
    return element("tbody", {}, head, ...all);
  });
}

function rowOf({ time, cells }: TableRow, merged: boolean, view: DataTableView): HTMLElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, view.times.clock(time, view.range)),
    ...cells.map((cell, index) => {
      const line = view.lines[index];
      return element("td", {}, (line && cellText(cell, line, merged, view)) ?? "");
    }),
  );
}

function cellText(
  { count, lost, average, min, max }: TableCell,
  line: Line,
  merged: boolean,
  { style, format }: DataTableView,
): string {
  const text = (value: number) => valueText(value, line, style, format);
  if (count === 0) return lost > 0 ? lostText(lost) : unknownText;
  const value =
    merged && count > 1
      ? l10n.t("{0} ({1} to {2})", text(average), text(min), text(max))
      : text(average);
  return lost > 0 ? l10n.t("{0}, {1}", value, lostText(lost)) : value;
}

function lostText(count: number): string {
  return count === 1 ? l10n.t("lost") : l10n.t("{0} pings lost", count);
}

function noteOf({ bucket, rows }: ChartTable, format: Format): string | undefined {
  if (rows.length === 0) return l10n.t("No data in this time range.");
  if (bucket === undefined) return undefined;
  const length = format.duration(bucket / 1000);
  return l10n.t(
    "Each row covers {0}: the average, with the minimum and maximum in parentheses.",
    length,
  );
}

function countedNote({ isCounted }: DataTableView): string | undefined {
  return isCounted === true
    ? l10n.t("The table shows the traffic counters of the node, the chart how much they rise.")
    : undefined;
}

/** The loss in the table covers those pings only. */
function pingNote({ lines, format }: DataTableView): string | undefined {
  const step = rowStepText(
    lines.filter(({ metric }) => metric === "ping"),
    format,
  );
  return step && l10n.t("The server records only the last ping of every {0}.", step);
}
