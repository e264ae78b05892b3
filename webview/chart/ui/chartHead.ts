import * as l10n from "@vscode/l10n";
import { button, element, newId, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type Line } from "../data/line";
import { lossOf } from "../state/lossOf";
import { lossText } from "../state/legendRows";
import { trafficFigures, unfinishedText } from "../state/trafficSection";
import { oldValuesText } from "../state/oldValues";
import { valueText } from "../state/valueText";
import { type ChartShared, recordedLines, type SectionView, shownLines } from "./chartFigure";
import {
  createLegendList,
  type Legend,
  type LegendEvents,
  type LegendItem,
  showValue,
} from "./legend";

/** Name of a chart, and behind it what its lines are now or at the cursor. */
export interface ChartHead extends Omit<Legend, "update"> {
  readonly titleId: string;
  readonly text: () => string;
  readonly update: (view: SectionView, legend: Parameters<Legend["update"]>[0]) => void;
}

interface HeadEvents extends LegendEvents {
  readonly onTable: () => void;
  /** Of several nodes: shows this chart alone. */
  readonly onMaximize: () => void;
}

export function createChartHead(name: string, shared: ChartShared, events: HeadEvents): ChartHead {
  const titleId = newId();
  const title = element("h2", { id: titleId });
  const values = shared.kind === "node" ? createHeadValues(name, shared, events) : undefined;
  const smoothed = element("span", { class: "tag" }, l10n.t("smoothed"));
  const table = button({ icon: icon("table"), class: "tool icon-only", onClick: events.onTable });
  const maximize =
    shared.kind === "nodes"
      ? button({
          icon: icon("maximize"),
          label: l10n.t("Show {0} alone", name),
          class: "tool icon-only",
          onClick: events.onMaximize,
        })
      : undefined;
  const root = element(
    "div",
    { class: "chart-head" },
    title,
    ...(values?.elements ?? []),
    ...[smoothed, element("span", { class: "spacer" }), maximize, table],
  );
  return {
    element: root,
    titleId,
    text: () => title.textContent,
    setCursor: (valueAt) => values?.setCursor(valueAt),
    update: (view, legend) => {
      const { section, smooth, tableOpen, isAlone } = view;
      if (maximize) maximize.hidden = isAlone;
      setText(title, section.title);
      smoothed.hidden = !smooth;
      table.setAttribute("aria-pressed", String(tableOpen));
      const label = l10n.t("Show {0} as a table", section.title);
      table.setAttribute("aria-label", label);
      table.title = label;
      values?.update(view, legend);
    },
  };
}

/** Of one line its value, average and maximum; of several their names and values. */
function createHeadValues(name: string, shared: ChartShared, events: LegendEvents) {
  const only = element("span", { class: "legend-value" });
  const figures = element("span", { class: "head-figures" });
  const list = createLegendList(name, events);
  let first: LegendItem | undefined;
  let behind = { latest: "", figures: "" };
  let valueAt: Parameters<Legend["setCursor"]>[0];
  const showOnly = () => {
    if (first !== undefined) showValue(only, valueAt?.(first.row.line) ?? first.latest);
    // At the cursor values are of another time.
    const parts = [valueAt === undefined ? behind.latest : "", behind.figures];
    setText(figures, parts.filter((part) => part !== "").join("  "));
  };
  return {
    elements: [only, list.element, figures],
    setCursor: (next: typeof valueAt) => {
      valueAt = next;
      list.setCursor(next);
      showOnly();
    },
    update: (view: SectionView, legend: Parameters<Legend["update"]>[0]) => {
      first = onlyOf(legend.items);
      only.hidden = first === undefined;
      list.element.hidden = first !== undefined;
      behind = { latest: oldText(view), figures: figuresOf(first, view, shared) };
      showOnly();
      if (first === undefined) list.update(legend);
    },
  };
}

/** The one line of a chart, if it has no name but the chart's. */
function onlyOf([first, ...others]: readonly LegendItem[]): LegendItem | undefined {
  return others.length === 0 && first?.row.line.name === undefined ? first : undefined;
}

function oldText(view: SectionView): string {
  const { range, isOld, times, section, store } = view;
  const text = oldValuesText(recordedLines(view), range, isOld, times);
  if (text !== "" || section.amounts === undefined) return text;
  // A range of the past may end within a day that is over.
  const isNow = range.to >= store.to;
  return isNow ? unfinishedText(section.amounts.intervals, store.to) : "";
}

/** What stands behind the values. */
function figuresOf(first: LegendItem | undefined, view: SectionView, shared: ChartShared): string {
  const { amounts } = view.section;
  if (amounts !== undefined) {
    return trafficFigures(amounts, shownLines(view), view.store, shared.format);
  }
  return first === undefined ? lossPart(view, shared) : figuresText(first.row.line, view, shared);
}

function figuresText(
  line: Line,
  { section, range }: SectionView,
  { statsOf, format }: ChartShared,
): string {
  const { average, max } = statsOf(line, range);
  if (average === undefined) return "";
  const text = (value: number | undefined) => valueText(value, line, section, format);
  return l10n.t("avg {0}  max {1}", text(average), text(max));
}

/** The loss in the time range, of all lines of pings that are shown. */
function lossPart(view: SectionView, { statsOf, format }: ChartShared): string {
  const { range, moved } = view;
  const loss = lossOf(shownLines(view), (line) => statsOf(line, range), moved);
  return loss === undefined ? "" : l10n.t("loss {0}", lossText(loss, format));
}
