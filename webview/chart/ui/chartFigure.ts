import * as l10n from "@vscode/l10n";
import { element, setText } from "../../lib/dom";
import { Plot } from "../plot/plot";
import {
  type PlotEvents,
  type PlotLine,
  type PlotView,
  type LineStyle,
  type PlotTheme,
} from "../plot/plotView";
import { intentOf, type KeyIntent } from "../state/navigation";
import { type ChartSetup } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type Times, type TimeZone } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type LineStore } from "../data/lineStore";
import { isPartial } from "../data/traffic";
import { type LineStats } from "../data/stats";
import { type LegendSort } from "../state/panelState";
import { type Section } from "../state/sections";

export interface FigureEvents extends PlotEvents {
  readonly onKey: (intent: KeyIntent) => void;
  readonly onTable: () => void;
}

/** A plot, and the element whose size it has. */
export interface FigurePlot {
  readonly place: HTMLElement;
  readonly plot: Pick<Plot, "setSize" | "axisWidth" | "setAxisWidth" | "draw" | "canvas">;
}

/** The drawing of a chart: takes the focus, pointers and keys. */
export interface ChartFigure {
  readonly element: HTMLElement;
  /** @param highlighted the line that is pointed at in the legend. */
  readonly update: (view: SectionView, highlighted: string | undefined) => void;
  readonly setCursor: (time: number | undefined) => void;
  readonly plot: FigurePlot;
  readonly dispose: () => void;
}

const keyShortcuts = "Enter ArrowLeft ArrowRight Home End + - PageUp PageDown Escape Backspace";

export function createChartFigure(
  first: SectionView,
  { format, locale }: ChartShared,
  summaryId: string,
  events: FigureEvents,
): ChartFigure {
  const place = element("div", {
    class: "plot",
    tabindex: "0",
    // The arrows belong to the chart, and not to the reading cursor.
    role: "application",
    "aria-roledescription": l10n.t("chart"),
    "aria-describedby": summaryId,
    "aria-keyshortcuts": keyShortcuts,
  });
  const empty = element("p", { class: "empty" });
  const root = element("div", { class: "figure" }, place, empty);
  const plot = new Plot(place, first.theme, format, first.zone, events, locale);
  const applyLook = lookOf(plot, first);
  place.addEventListener("keydown", (event) => {
    if (event.target !== place) return;
    if (opensTable(event)) {
      event.preventDefault();
      events.onTable();
      return;
    }
    const intent = intentOf(event);
    if (intent === undefined) return;
    event.preventDefault();
    events.onKey(intent);
  });
  return {
    element: root,
    update: (view, highlighted) => {
      const { section } = view;
      place.setAttribute("aria-label", section.title);
      applyLook(view);
      setText(empty, section.hasData || view.allEmpty ? "" : l10n.t("No data in this time range."));
      plot.show(view.store, plotViewOf(view, highlighted));
    },
    setCursor: (time) => plot.setCursor(time),
    plot: { place, plot },
    dispose: () => plot.dispose(),
  };
}

function opensTable({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === "Enter" && !altKey && !ctrlKey && !metaKey;
}

/** Passes the theme and zone to the plot when they have changed. */
function lookOf(plot: Plot, first: ChartLook): (look: ChartLook) => void {
  let { theme, zone } = first;
  return (look) => {
    if (look.theme !== theme) plot.setTheme(look.theme);
    if (look.zone !== zone) plot.setTimeZone(look.zone);
    ({ theme, zone } = look);
  };
}

function plotViewOf(view: SectionView, highlighted: string | undefined): PlotView {
  const { section, store, range, visible, styles } = view;
  // Pointing at a line that is hidden points at nothing.
  const alone = visible.find((id) => id === highlighted);
  const lines = section.lines.flatMap((line, index): PlotLine[] => {
    const style = styles[index];
    if (style === undefined || !visible.includes(line.id)) return [];
    return [{ line, style, faded: alone !== undefined && alone !== line.id }];
  });
  return {
    from: range.from,
    to: range.to,
    unit: section.unit,
    percent: section.percent,
    lines,
    smooth: view.smooth,
    dimmed: view.dimmed,
    thresholds: view.thresholds,
    offline: store.offline(),
    restarts: section.amounts
      ? [...store.restarts(), ...store.counterRestarts()]
      : store.restarts(),
    ...partialOf(section, store),
  };
}

/** What is not over yet, or known in part only. */
function partialOf({ amounts }: Section, store: LineStore): Pick<PlotView, "bars" | "partialFrom"> {
  if (amounts === undefined) return { partialFrom: store.partialFrom() };
  const { intervals, counters } = amounts;
  const times = counters[0]?.times ?? new Float64Array(0);
  const places = [...intervals.starts.keys()];
  const partial = places.filter((index) => isPartial(intervals, times, index, store.to));
  return { partialFrom: undefined, bars: { partial: new Set(partial) } };
}

/** What the charts of a panel have in common. */
export interface ChartShared {
  readonly kind: ChartSetup["kind"];
  readonly locale: string;
  readonly format: Format;
  readonly statsOf: (line: Line, range: TimeRange) => LineStats;
}

/** How times and colours are shown at the moment. */
export interface ChartLook {
  readonly theme: PlotTheme;
  readonly zone: TimeZone;
  readonly times: Times;
}

/** All that one chart shows, its legend and table included. */
export interface SectionView extends ChartLook {
  readonly section: Section;
  readonly store: LineStore;
  readonly range: TimeRange;
  /** The range has changed, and its data are being loaded. */
  readonly moved: boolean;
  /** Ids of lines. */
  readonly visible: readonly string[];
  /** One for each line of the section. */
  readonly styles: readonly LineStyle[];
  readonly sort: LegendSort | undefined;
  readonly smooth: boolean;
  readonly dimmed: boolean;
  /** No chart has anything to show, which the page says once. */
  readonly allEmpty: boolean;
  /** What is shown is no longer kept up to date. */
  readonly isOld: boolean;
  readonly thresholds: readonly number[];
  /** The threshold of each line, by id; in percent where it is part of a total. */
  readonly limits: ReadonlyMap<string, number>;
  /** "4 h" */
  readonly span: string;
  readonly tableOpen: boolean;
  /** There is no other chart. */
  readonly isAlone: boolean;
  /** What is pointed at in the legend of several nodes: the id of its line. */
  readonly highlighted: string | undefined;
}

export function shownLines({ section, visible }: SectionView): readonly Line[] {
  return section.lines.filter(({ id }) => visible.includes(id));
}

/** What was recorded of the lines that are shown: of amounts the counters that they are from. */
export function recordedLines(view: SectionView): readonly Line[] {
  const { section, visible } = view;
  const counters = section.amounts?.counters;
  return counters?.filter(({ id }) => visible.includes(id)) ?? shownLines(view);
}
