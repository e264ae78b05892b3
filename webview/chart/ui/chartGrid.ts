import { reconcileChildren, element } from "../../lib/dom";
import { type Gesture } from "../plot/plotView";
import { type KeyIntent } from "../state/navigation";
import { type SortKey } from "../state/panelState";
import { columnsFor, columnSpans } from "../state/gridLayout";
import { type Section } from "../state/sections";
import { type ChartSection, createChartSection, type SectionPicture } from "./chartSection";
import { type ChartShared, type SectionView } from "./chartFigure";

export interface GridEvents {
  readonly onCursor: (time: number | undefined) => void;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onKey: (intent: KeyIntent, section: Section) => void;
  readonly onToggle: (line: string, alone: boolean, section: Section) => void;
  readonly onSort: (key: SortKey) => void;
  readonly onTable: (section: Section) => void;
}

/** All charts of a panel, in as many columns as fit. */
export interface ChartGrid {
  readonly element: HTMLElement;
  readonly update: (views: readonly SectionView[]) => void;
  readonly setCursor: (time: number | undefined) => void;
  readonly valuesAt: (section: Section, time: number) => string;
  readonly pictures: () => readonly SectionPicture[];
  readonly dispose: () => void;
}

interface Held {
  view: SectionView;
  readonly chart: ChartSection;
}

/** @param tools of the head of a panel's one chart. */
export function createChartGrid(
  shared: ChartShared,
  events: GridEvents,
  tools: readonly HTMLElement[],
): ChartGrid {
  const root = element("div", { class: "grid" });
  let held = new Map<string, Held>();
  let cursor: number | undefined;
  const place = () => placeCharts(root, [...held.values()], shared);
  const observer = new ResizeObserver(place);
  observer.observe(root);
  const align = () => {
    // Charts above each other are in line when their axes are equally wide.
    const widths = [...held.values()].map(({ chart }) => chart.axisWidth());
    each((chart) => chart.setAxisWidth(Math.max(0, ...widths)));
  };
  const make = (view: SectionView): Held => {
    const own = { ...eventsOf(events, () => made.view.section), onSized: align };
    const chart = createChartSection(view, shared, own, tools);
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
      align();
    },
    setCursor: (time) => {
      cursor = time;
      each((chart) => chart.setCursor(time));
    },
    valuesAt: (section, time) => held.get(keyOf(section))?.chart.valuesAt(time) ?? "",
    pictures: () => [...held.values()].map(({ chart }) => chart.picture()),
    dispose: () => {
      observer.disconnect();
      each((chart) => chart.dispose());
    },
  };
}

function placeCharts(root: HTMLElement, all: readonly Held[], { kind }: ChartShared): void {
  const columns = kind === "node" ? columnsFor(document.documentElement.clientWidth) : 1;
  root.dataset.columns = String(columns);
  const ids = all.map(({ view }) => view.section.id);
  const spans = columnSpans(ids, columns);
  all.forEach(({ chart }, index) => {
    chart.element.style.gridColumn = `span ${spans[index] ?? 1}`;
    chart.element.classList.toggle("full", spans[index] === columns);
  });
}

/** Another metric has another legend. */
function keyOf({ id, title }: Section): string {
  return `${id} ${title}`;
}

function eventsOf(events: GridEvents, section: () => Section) {
  return {
    onCursor: events.onCursor,
    onGesture: events.onGesture,
    onSort: events.onSort,
    onKey: (intent: KeyIntent) => events.onKey(intent, section()),
    onToggle: (line: string, alone: boolean) => events.onToggle(line, alone, section()),
    onTable: () => events.onTable(section()),
  };
}
