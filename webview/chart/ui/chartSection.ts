import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";
import { button, element, newId, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type Line } from "../data/line";
import { valueAt } from "../data/lineStore";
import { legendColumns, legendRow, originText, sortLegend } from "../state/legendRows";
import { rowStepText, unitText, valueText } from "../state/valueText";
import { type Section } from "../state/sections";
import { createChartDetails } from "./chartDetails";
import {
  type ChartFigure,
  createChartFigure,
  type FigureEvents,
  type ChartShared,
  type SectionView,
} from "./chartFigure";
import {
  type Legend,
  type LegendEvents,
  type LegendItem,
  createLegendList,
  createLegendTable,
} from "./legend";

export interface SectionEvents extends FigureEvents, Omit<LegendEvents, "onHighlight"> {
  readonly onTable: () => void;
}

/** What a picture of the panel needs of a chart. */
export interface SectionPicture {
  readonly title: string;
  readonly canvas: HTMLCanvasElement;
  readonly legend: readonly (LegendItem & { readonly value: string })[];
}

/** A chart with its name, legend and table. */
export interface ChartSection extends Pick<ChartFigure, "axisWidth" | "setAxisWidth"> {
  readonly element: HTMLElement;
  readonly update: (view: SectionView) => void;
  readonly setCursor: (time: number | undefined) => void;
  /** What the lines that are shown are at the cursor, to be read aloud. */
  readonly valuesAt: (time: number) => string;
  readonly picture: () => SectionPicture;
  readonly dispose: () => void;
}

export function createChartSection(
  first: SectionView,
  shared: ChartShared,
  events: SectionEvents,
  tools: readonly HTMLElement[] = [],
): ChartSection {
  let view = first;
  let items: readonly LegendItem[] = [];
  let highlighted: string | undefined;
  let cursor: number | undefined;
  const details = createChartDetails(shared);
  const figure = createChartFigure(first, shared, details.summary.id, events);
  const legend = legendFor(first.section, shared, {
    onToggle: events.onToggle,
    onSort: events.onSort,
    onHighlight: (line) => {
      highlighted = line;
      figure.update(view, highlighted);
    },
  });
  const head = createHead(events.onTable, tools);
  const root = element(
    "section",
    { class: "chart", "aria-labelledby": head.titleId },
    ...[head.element, figure.element, legend.element, details.summary, details.table],
  );
  const textAt = (line: Line, time: number) =>
    valueText(valueAt(view.store, line, time)?.value, line, view.section, shared.format);
  const setCursor = (time: number | undefined) => {
    cursor = time;
    figure.setCursor(time);
    legend.setCursor(time === undefined ? undefined : (line) => textAt(line, time));
  };
  const update = (next: SectionView) => {
    view = next;
    items = legendItems(view, shared);
    head.update(view);
    figure.update(view, highlighted);
    legend.update({ items, sort: view.sort, note: noteOf(items, view, shared) });
    details.update(view);
  };
  update(view);
  return {
    element: root,
    update,
    setCursor,
    axisWidth: figure.axisWidth,
    setAxisWidth: figure.setAxisWidth,
    valuesAt: (time) => spokenValues(items, (line) => textAt(line, time)),
    picture: () => {
      const legend = pictureLegend(items, cursor, textAt);
      return { title: head.text(), canvas: figure.canvas(), legend };
    },
    dispose: () => {
      figure.dispose();
      details.dispose();
    },
  };
}

function legendFor(section: Section, { kind }: ChartShared, events: LegendEvents): Legend {
  const columns = legendColumns(section, kind);
  return columns.length > 2
    ? createLegendTable({ title: section.title, columns, kind }, events)
    : createLegendList(section.title, events);
}

function legendItems(view: SectionView, shared: ChartShared): readonly LegendItem[] {
  const { section, range, moved, styles, visible } = view;
  const columns = legendColumns(section, shared.kind);
  const context = {
    range,
    moved,
    columns,
    style: section,
    format: shared.format,
    statsOf: (line: Line) => shared.statsOf(line, range),
  };
  const styleOf = new Map(section.lines.map(({ id }, index) => [id, styles[index]]));
  const rows = section.lines.map((line) => legendRow(line, context));
  return sortLegend(rows, view.sort, shared.locale).map((row) => ({
    row,
    style: styleOf.get(row.line.id) ?? { color: "", dash: [] },
    shown: visible.includes(row.line.id),
  }));
}

function noteOf(
  items: readonly LegendItem[],
  { section }: SectionView,
  { kind, format }: ChartShared,
): string | undefined {
  const rows = items.map(({ row }) => row);
  const step = rowStepText(
    rows.map(({ line }) => line),
    format,
  );
  return originText(rows, legendColumns(section, kind), step);
}

function pictureLegend(
  items: readonly LegendItem[],
  cursor: number | undefined,
  textAt: (line: Line, time: number) => string,
): SectionPicture["legend"] {
  const latest = ({ row }: LegendItem) => row.cells.latest?.text ?? "";
  return items
    .filter(({ shown }) => shown)
    .map((item) => ({
      ...item,
      value: cursor === undefined ? latest(item) : textAt(item.row.line, cursor),
    }));
}

/** More would not be listened to. */
const maxSpokenRows = 12;

function spokenValues(items: readonly LegendItem[], textAt: (line: Line) => string): string {
  const spoken = items.filter(({ shown }) => shown).slice(0, maxSpokenRows);
  return joinList(spoken.map(({ row }) => `${row.name} ${textAt(row.line)}`));
}

function createHead(onTable: () => void, tools: readonly HTMLElement[]) {
  const titleId = newId();
  const title = element("h2", { id: titleId });
  const unit = element("span", { class: "unit" });
  const smoothed = element("span", { class: "tag" }, l10n.t("smoothed"));
  const table = button({
    icon: icon("table"),
    class: "tool icon-only",
    onClick: onTable,
  });
  const root = element(
    "div",
    { class: "chart-head" },
    ...[title, unit, smoothed, element("span", { class: "spacer" }), ...tools, table],
  );
  return {
    element: root,
    titleId,
    text: () => [title.textContent, unit.textContent].filter((text) => text !== "").join(" · "),
    update: ({ section, smooth, tableOpen }: SectionView) => {
      setText(title, section.title);
      setText(unit, unitText(section));
      smoothed.hidden = !smooth;
      table.setAttribute("aria-pressed", String(tableOpen));
      const label = l10n.t("Show {0} as a table", section.title);
      table.setAttribute("aria-label", label);
      table.title = label;
    },
  };
}
