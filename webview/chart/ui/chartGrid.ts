import { reconcileChildren, element } from "../../lib/dom";
import { type MetricKey } from "../../../src/shared/metrics";
import { type Line } from "../data/line";
import { type Gesture } from "../plot/plotView";
import { type KeyIntent } from "../state/navigation";
import { type SortKey } from "../state/panelState";
import { columnsFor, columnSpans, evenColumns, fillsRow } from "../state/gridLayout";
import { type Section } from "../state/sections";
import { type ChartSection, createChartSection, type SectionPicture } from "./chartSection";
import { type ChartShared, type FigurePlot, type SectionView } from "./chartFigure";

export interface GridEvents {
  readonly onCursor: (time: number | undefined) => void;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onKey: (intent: KeyIntent, section: Section) => void;
  readonly onToggle: (line: string, alone: boolean, section: Section) => void;
  readonly onSort: (key: SortKey, metric?: MetricKey) => void;
  readonly onTable: (section: Section) => void;
  readonly onMaximize: (section: Section) => void;
}

/** All charts of a panel, in as many columns as fit. */
export interface ChartGrid {
  readonly element: HTMLElement;
  readonly update: (views: readonly SectionView[]) => void;
  readonly setCursor: (time: number | undefined) => void;
  readonly valuesAt: (section: Section, time: number) => string;
  /** What a line is at a time, as its chart writes it; "": no chart has it. */
  readonly valueOf: (line: Line, time: number) => string;
  readonly pictures: () => readonly SectionPicture[];
  readonly dispose: () => void;
}

interface Held {
  view: SectionView;
  readonly chart: ChartSection;
}

export function createChartGrid(shared: ChartShared, events: GridEvents): ChartGrid {
  const root = element("div", { class: "grid" });
  let held = new Map<string, Held>();
  let cursor: number | undefined;
  const place = () => placeCharts(root, [...held.values()], shared);
  const observer = new ResizeObserver(place);
  observer.observe(root);
  const sizes = observePlots(() => [...held.values()].map(({ chart }) => chart.plot));
  const make = (view: SectionView): Held => {
    const own = eventsOf(events, () => made.view.section);
    const chart = createChartSection(view, shared, own);
    chart.setCursor(cursor);
    const made = { view, chart };
    return made;
  };
  const each = (act: (chart: ChartSection) => void) => {
    for (const { chart } of held.values()) act(chart);
  };
  return {
    element: root,
    update: (views) => {
      const next = new Map<string, Held>();
      for (const view of views) {
        const known = held.get(keyOf(view.section));
        if (known) {
          known.view = view;
          known.chart.update(view);
        }
        next.set(keyOf(view.section), known ?? make(view));
      }
      for (const [key, { chart }] of held) if (!next.has(key)) chart.dispose();
      held = next;
      reconcileChildren(
        root,
        [...held.values()].map(({ chart }) => chart.element),
      );
      place();
      sizes.update();
    },
    setCursor: (time) => {
      cursor = time;
      each((chart) => chart.setCursor(time));
    },
    valuesAt: (section, time) => held.get(keyOf(section))?.chart.valuesAt(time) ?? "",
    valueOf: (line, time) => {
      const found = [...held.values()].find(({ view }) => view.section.lines.includes(line));
      return found?.chart.valueOf(line, time) ?? "";
    },
    pictures: () => [...held.values()].flatMap(({ chart }) => chart.picture() ?? []),
    dispose: () => {
      observer.disconnect();
      sizes.disconnect();
      each((chart) => chart.dispose());
    },
  };
}

/** Draws the plots in the sizes of their places, all of them once the axes of all are known. */
function observePlots(plots: () => readonly FigurePlot[]) {
  const observed = new Set<Element>();
  const align = () => {
    const all = plots().map(({ plot }) => plot);
    // Charts above each other are in line when their axes are equally wide.
    const widest = Math.max(0, ...all.map(({ axisWidth }) => axisWidth));
    for (const plot of all) {
      plot.setAxisWidth(widest);
      plot.draw();
    }
  };
  const observer = new ResizeObserver((entries) => {
    const byPlace = new Map(plots().map(({ place, plot }) => [place as Element, plot]));
    for (const { target, contentRect } of entries) {
      // Whole pixels: a canvas of half ones is scaled, and blurred.
      const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
      byPlace.get(target)?.setSize(width, height);
    }
    align();
  });
  return {
    disconnect: () => observer.disconnect(),
    /** There are other plots, or others are drawn in them. */
    update: () => {
      const places = new Set<Element>(plots().map(({ place }) => place));
      for (const place of places) if (!observed.has(place)) observer.observe(place);
      for (const place of observed) if (!places.has(place)) observer.unobserve(place);
      observed.clear();
      for (const place of places) observed.add(place);
      align();
    },
  };
}

function placeCharts(root: HTMLElement, all: readonly Held[], { kind }: ChartShared): void {
  const fitting = columnsFor(window.innerWidth);
  const columns = kind === "node" ? fitting : evenColumns(all.length, fitting);
  root.dataset.columns = String(columns);
  root.style.setProperty("--rows", String(Math.ceil(all.length / columns)));
  // Of several nodes all charts are alike.
  const fills = all.map(({ view }) => kind === "node" && fillsRow(view.section.id));
  const spans = columnSpans(fills, columns);
  all.forEach(({ chart }, index) => {
    chart.element.style.gridColumn = `span ${spans[index] ?? 1}`;
    chart.element.classList.toggle("full", spans[index] === columns);
  });
}

/** Another metric has another legend; amounts have one, per hour and per day. */
function keyOf({ id, title, amounts }: Section): string {
  return amounts === undefined ? `${id} ${title}` : id;
}

function eventsOf(events: GridEvents, section: () => Section) {
  return {
    onCursor: events.onCursor,
    onGesture: events.onGesture,
    onSort: events.onSort,
    onKey: (intent: KeyIntent) => events.onKey(intent, section()),
    onToggle: (line: string, alone: boolean) => events.onToggle(line, alone, section()),
    onTable: () => events.onTable(section()),
    onMaximize: () => events.onMaximize(section()),
  };
}
