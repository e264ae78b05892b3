import { reconcileChildren, element, newId, setText } from "../../lib/dom";
import { latestOf } from "../state/legendRows";
import { restartsIn } from "../state/marksShown";
import { summaryText } from "../state/summary";
import { type ChartShared, type SectionView, shownLines } from "./chartView";
import { createDataTable } from "./dataTable";

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
      // Restarts are found in its counters.
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
  const lines = shownLines(view);
  const made = createDataTable({
    title: section.title,
    lines,
    range,
    style: section,
    format,
    times,
  });
  reconcileChildren(place, [made]);
  made.querySelector(".scroll")?.scrollTo({ top });
}
