import { joinList } from "../../../src/shared/joinList";
import { element } from "../../lib/dom";
import { type Line } from "../data/line";
import { valueAt } from "../data/lineStore";
import { type HeadValue, headValue } from "../state/headValue";
import {
  legendColumns,
  type LegendRow,
  legendRow,
  originText,
  sortLegend,
} from "../state/legendRows";
import { rowStepText, valueText } from "../state/valueText";
import { type Section } from "../state/sections";
import { createChartDetails } from "./chartDetails";
import { createChartHead } from "./chartHead";
import {
  type ChartFigure,
  createChartFigure,
  type FigureEvents,
  type ChartShared,
  type SectionView,
} from "./chartFigure";
import { type LegendEvents, type LegendItem, createLegendTable } from "./legend";

export interface SectionEvents extends FigureEvents, Omit<LegendEvents, "onHighlight"> {
  readonly onTable: () => void;
  readonly onMaximize: () => void;
}

/** What a picture of the panel needs of a chart. */
export interface SectionPicture {
  readonly title: string;
  readonly canvas: HTMLCanvasElement;
  readonly legend: readonly (LegendItem & { readonly value: string })[];
}

/** A chart with its name, legend and table. */
export interface ChartSection extends Pick<ChartFigure, "plot"> {
  readonly element: HTMLElement;
  readonly update: (view: SectionView) => void;
  readonly setCursor: (time: number | undefined) => void;
  /** What the lines that are shown are at the cursor, to be read aloud. */
  readonly valuesAt: (time: number) => string;
  readonly valueOf: (line: Line, time: number) => string;
  /** Undefined: nothing is drawn yet. */
  readonly picture: () => SectionPicture | undefined;
  readonly dispose: () => void;
}

export function createChartSection(
  first: SectionView,
  shared: ChartShared,
  events: SectionEvents,
): ChartSection {
  let view = first;
  let items: readonly LegendItem[] = [];
  let highlighted: string | undefined;
  let cursor: number | undefined;
  const details = createChartDetails(shared);
  const figure = createChartFigure(first, shared, details.summary.id, events);
  const legendEvents = {
    ...events,
    onHighlight: (line: string | undefined) => {
      highlighted = line;
      figure.update(view, highlighted);
    },
  };
  const head = createChartHead(first.section.title, shared, legendEvents);
  const figures = createFigures(first.section, shared, legendEvents);
  const body = element("div", { class: "chart-body" }, head.element, figure.element);
  const root = element("section", { class: "chart", "aria-labelledby": head.titleId }, body);
  root.append(figures.element, details.summary, details.table);
  const valueNear = (line: Line, time: number) =>
    lineValue(valueAt(view.store, line, time)?.value, line, view, shared);
  const setCursor = (time: number | undefined) => {
    cursor = time;
    figure.setCursor(time);
    const valuesAt = time === undefined ? undefined : (line: Line) => valueNear(line, time);
    head.setCursor(valuesAt);
    figures.setCursor(valuesAt);
  };
  const update = (next: SectionView) => {
    view = next;
    items = legendItems(view, shared);
    root.dataset.height = view.section.height;
    head.update(view, { items, sort: undefined, note: undefined });
    figure.update(view, highlighted ?? view.highlighted);
    figures.update(view, items);
    details.update(view);
  };
  update(view);
  return {
    element: root,
    update,
    setCursor,
    plot: figure.plot,
    valuesAt: (time) => spokenValues(items, (line) => valueNear(line, time).text),
    valueOf: (line, time) => tableValue(line, time, view, shared),
    picture: () => {
      const legend = pictureLegend(items, cursor, (...at) => valueNear(...at).text);
      return pictureOf(head.text(), figure.plot.plot.canvas, legend);
    },
    dispose: () => {
      figure.dispose();
      details.dispose();
    },
  };
}

/** The figures of all lines, with the table of their data. */
function createFigures(section: Section, shared: ChartShared, events: LegendEvents) {
  const { kind } = shared;
  const table = createLegendTable(
    { title: section.title, columns: legendColumns(section), kind },
    events,
  );
  return {
    element: table.element,
    setCursor: table.setCursor,
    update: (view: SectionView, items: readonly LegendItem[]) => {
      table.element.hidden = !view.tableOpen;
      if (view.tableOpen)
        table.update({ items, sort: view.sort, note: noteOf(items, view, shared) });
    },
  };
}

/** As short as many columns side by side need it. */
function tableValue(line: Line, time: number, view: SectionView, { format }: ChartShared): string {
  const style = { ...view.section, short: !view.isAlone };
  return valueText(valueAt(view.store, line, time)?.value, line, style, format);
}

function lineValue(
  value: number | "lost" | undefined,
  line: Line,
  { limits, section }: SectionView,
  { format }: ChartShared,
): HeadValue {
  return headValue(value, line, limits.get(line.id), section, format);
}

function legendItems(view: SectionView, shared: ChartShared): readonly LegendItem[] {
  const { section, range, moved, styles, visible } = view;
  // Figures are calculated for those who look at them.
  const columns = view.tableOpen ? legendColumns(section) : (["latest"] as const);
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
    latest: lineValue(latestShown(row), row.line, view, shared),
  }));
}

function latestShown({ cells }: LegendRow): number | "lost" | undefined {
  const { value } = cells.latest ?? {};
  return value === Infinity ? "lost" : value;
}

function noteOf(
  items: readonly LegendItem[],
  { section }: SectionView,
  { format }: ChartShared,
): string | undefined {
  const rows = items.map(({ row }) => row);
  const step = rowStepText(
    rows.map(({ line }) => line),
    format,
  );
  return originText(rows, legendColumns(section), step);
}

function pictureOf(
  title: string,
  canvas: HTMLCanvasElement | undefined,
  legend: SectionPicture["legend"],
): SectionPicture | undefined {
  return canvas && { title, canvas, legend };
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
