import { type ChartSetup } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange } from "../../../src/shared/times";
import { element, setText } from "../../lib/dom";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { createAnnouncer } from "../../lib/announcer";
import { createChartGrid, type GridEvents } from "./chartGrid";
import { createMoreNodes } from "./moreNodes";
import { createNoticeBar } from "./panelNotices";
import { createProgressBar } from "./progressBar";
import { createTimeRow } from "./timeRow";
import { createHeading, createToolbar, type ToolbarEvents } from "./toolbar";
import * as l10n from "@vscode/l10n";
import { formatValue, metrics } from "../../../src/shared/metrics";
import { marksText } from "../state/marksShown";
import { rowStepText, unknownText } from "../state/valueText";
import { isStalled, saysWhyEmpty } from "../state/waiting";
import { isLoading, type PanelScene, rangeOf, sectionViews } from "./panelScene";

export interface FrameEvents extends ToolbarEvents, GridEvents {
  readonly onCancel: () => void;
  readonly onAdd: (line: string) => void;
  readonly statsOf: (line: Line, range: TimeRange) => LineStats;
}

/** Everything on the page. Made again when `needsNewFrame` says so. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: ChartSetup, format: Format, events: FrameEvents) {
  const { kind, locale } = setup;
  const heading = createHeading();
  const progress = createProgressBar(format, events.onCancel);
  const notices = createNoticeBar(format, events.now);
  const timeRow = createTimeRow(progress.text);
  const toolbar = createToolbar(setup, format, events, timeRow.element);
  const moreNodes = createMoreNodes(events.onAdd);
  const shared = { kind, locale, format, statsOf: events.statsOf };
  const grid = createChartGrid(shared, events, kind === "nodes" ? [moreNodes.element] : []);
  const announcer = createAnnouncer();
  const nothing = element("div", { class: "nothing", role: "status" });
  const header = element("header", {}, progress.bar, heading.element, toolbar.element);
  const scroller = element("div", { class: "scroller" }, nothing, grid.element);
  const main = element("main", {}, notices.element, scroller, announcer.element);
  const root = element("div", { class: `panel ${kind}` }, header, main);
  return {
    element: root,
    heading,
    toolbar,
    progress,
    notices,
    timeRow,
    moreNodes,
    grid,
    announcer,
    /** @param text in place of charts; "" while there are some. */
    setNothing: (text: string) => {
      nothing.hidden = text === "";
      setText(nothing, text);
    },
    dispose: () => {
      notices.dispose();
      grid.dispose();
      root.remove();
    },
  };
}

/** Shows all of it; what is the same as before stays untouched. */
export function renderPanel(frame: Frame, scene: PanelScene): void {
  const { setup, layout, state, data, queries, times } = scene;
  const views = sectionViews(scene);
  frame.heading.update(setup);
  frame.toolbar.update(state, layout);
  frame.progress.update(isLoading(scene) ? { progress: queries.progress } : undefined);
  frame.timeRow.update(data.held && shownTime(scene), times);
  frame.setNothing(views.length > 0 ? "" : nothingText(scene));
  if (setup.kind === "nodes") updateMoreNodes(frame, scene);
  frame.grid.update(views);
}

/** Shorter steps are not labeled, as no view shows finer ones. */
const coarseMs = 2 * 60_000;

function shownTime(scene: PanelScene) {
  const { store, sampled } = scene.data;
  const range = rangeOf(scene);
  const step = rowStepText(store.lines, scene.format, coarseMs);
  return { range, sampled, step, marks: marksText(store, range) };
}

function updateMoreNodes(frame: Frame, { state, data, format }: PanelScene): void {
  const { unit } = metrics[state.metric ?? "cpu"];
  frame.moreNodes.update({
    others: data.others,
    added: state.added.map((line) => ({ id: line, name: data.nameOf(line) ?? unknownText })),
    textOf: (value) => (value === undefined ? unknownText : formatValue(value, unit, format)),
  });
}

/** The text in place of charts: a panel is never blank. */
function nothingText({ setup, layout, data, queries, notice }: PanelScene): string {
  // The notice says why.
  if (isStalled(notice, queries.progress) && data.held === undefined) return "";
  if (queries.waiting) return l10n.t("Loading…");
  if (data.held === undefined || notice?.severity === "error") return "";
  if (setup.kind === "node" && layout.charts.length > 0) {
    const none = layout.charts.every(({ shown }) => !shown);
    if (none) return l10n.t("All charts are hidden. Choose some under “Charts”.");
  }
  return notice !== undefined && saysWhyEmpty(notice)
    ? notice.text
    : l10n.t("No data in this time range.");
}
