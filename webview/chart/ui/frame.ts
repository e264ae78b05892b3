import { type ChartNotice, type ChartSetup } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange } from "../../../src/shared/times";
import { element } from "../../lib/dom";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { createAnnouncer } from "../../lib/announcer";
import { createChartGrid, type GridEvents } from "./chartGrid";
import { createCompareBar } from "./compareBar";
import { createMoreNodes } from "./moreNodes";
import { createNodesTable, type NodesTableEvents, type NodesTableView } from "./nodesTable";
import { createNothing } from "./nothing";
import { createNoticeBar } from "./panelNotices";
import { type NodeHeadEvents, NodeHeading } from "./nodeHead";
import { createProgressBar } from "./progressBar";
import { createTimeRow } from "./timeRow";
import { createHeading, createToolbar, type ToolbarEvents } from "./toolbar";
import * as l10n from "@vscode/l10n";
import { formatValue, metrics } from "../../../src/shared/metrics";
import { type LineStyle } from "../plot/plotView";
import { nodeFigures, shownFigures } from "../state/nodeFigures";
import { type CompareChoice, comparedMetrics } from "../state/panelState";
import { type SectionView } from "./chartFigure";
import { marksText } from "../state/marksShown";
import { rowStepText, unknownText } from "../state/valueText";
import { isStalled, saysWhyEmpty } from "../state/waiting";
import { isLoading, type PanelScene, rangeOf, sectionViews } from "./panelScene";

export interface FrameEvents extends ToolbarEvents, GridEvents, NodesTableEvents, NodeHeadEvents {
  readonly onCompare: (choice: CompareChoice) => void;
  readonly onCancel: () => void;
  readonly onAdd: (line: string) => void;
  readonly statsOf: (line: Line, range: TimeRange) => LineStats;
}

/** Everything on the page. Made again when `needsNewFrame` says so. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: ChartSetup, format: Format, events: FrameEvents) {
  const { kind, locale } = setup;
  const head = kind === "node" ? new NodeHeading(events) : undefined;
  const heading = head ?? createHeading();
  const progress = createProgressBar(format, events.onCancel);
  const notices = createNoticeBar(format, events.now);
  const timeRow = createTimeRow(progress.text);
  const toolbar = createToolbar(setup, format, events, timeRow.element);
  const shared = { kind, locale, format, statsOf: events.statsOf };
  const grid = createChartGrid(shared, events);
  const several = kind === "nodes" ? createSeveral(setup, events) : undefined;
  const announcer = createAnnouncer();
  const nothing = createNothing(events.onAct);
  const title = element("div", { class: "title-row" }, heading.element, several?.bar.element);
  const header = element("header", {}, progress.bar, title, toolbar.element);
  const scroller = element("div", { class: "scroller" }, nothing.element, grid.element);
  const main = element(
    "main",
    {},
    ...[notices.element, scroller, several?.table.element, announcer.element],
  );
  const root = element("div", { class: `panel ${kind}` }, header, main);
  return {
    element: root,
    heading,
    head,
    toolbar,
    progress,
    notices,
    timeRow,
    several,
    grid,
    announcer,
    nothing,
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
  const isEmpty = views.every(({ section }) => !section.hasData);
  frame.nothing.update(isEmpty ? nothingText(scene) : "", whyEmpty(scene));
  if (frame.several !== undefined) updateSeveral(frame.several, views, scene);
  frame.grid.update(views);
}

type Several = ReturnType<typeof createSeveral>;

/** What a panel of several nodes has beside its charts. */
function createSeveral(setup: ChartSetup, events: FrameEvents) {
  const moreNodes = createMoreNodes(events.onAdd);
  return {
    moreNodes,
    bar: createCompareBar(setup, events.onCompare, moreNodes.element),
    table: createNodesTable(events),
  };
}

function updateSeveral(several: Several, views: readonly SectionView[], scene: PanelScene): void {
  several.bar.update(scene.state);
  several.table.update(nodesTableView(views, scene));
  updateMoreNodes(several, scene);
}

function nodesTableView(views: readonly SectionView[], scene: PanelScene): NodesTableView {
  const { setup, state, data, format } = scene;
  const sections = views.map(({ section }) => section);
  const shown = shownFigures(sections, window.innerWidth);
  const range = rangeOf(scene);
  const context = { range, format, statsOf: (line: Line) => data.statsOf(line, range) };
  const moved = views[0]?.moved ?? false;
  const nodes = nodeFigures(
    sections,
    shown.columns,
    { ...context, moved },
    state.sort,
    setup.locale,
  );
  return {
    nodes: nodes.map((each) => ({
      ...each,
      style: styleOfNode(each.node, views),
      shown: isNodeVisible(each.node, views),
    })),
    metrics: sections.slice(0, shown.metrics).map(({ metric, title }) => ({ key: metric, title })),
    columns: shown.columns,
    sort: state.sort,
  };
}

function styleOfNode(node: string, views: readonly SectionView[]): LineStyle {
  const found = views.flatMap(({ section, styles }) => {
    return styles[section.lines.findIndex((line) => line.node === node)] ?? [];
  });
  return found[0] ?? { color: "", dash: [] };
}

function isNodeVisible(node: string, views: readonly SectionView[]): boolean {
  return views.some(({ section, visible }) =>
    section.lines.some((line) => line.node === node && visible.includes(line.id)),
  );
}

/** Shorter steps are not labeled, as no view shows finer ones. */
const coarseMs = 2 * 60_000;

function shownTime(scene: PanelScene) {
  const { store, sampled } = scene.data;
  const range = rangeOf(scene);
  const step = rowStepText(store.lines, scene.format, coarseMs);
  return { range, sampled, step, marks: marksText(store, range) };
}

function updateMoreNodes({ moreNodes }: Several, { state, data, format }: PanelScene): void {
  const [first = "cpu"] = comparedMetrics(state);
  const { unit } = metrics[first];
  moreNodes.update({
    others: data.others,
    added: state.added.map((line) => ({ id: line, name: data.nameOf(line) ?? unknownText })),
    textOf: (value) => (value === undefined ? unknownText : formatValue(value, unit, format)),
  });
}

/** The text in place of charts: a panel is never blank. */
function nothingText(scene: PanelScene): string {
  const { setup, layout, data, queries, notice } = scene;
  // The notice says why.
  if (isStalled(notice, queries.progress) && data.held === undefined) return "";
  if (queries.waiting) return l10n.t("Loading…");
  if (data.held === undefined || notice?.severity === "error") return "";
  if (setup.kind === "node" && layout.charts.length > 0) {
    const none = layout.charts.every(({ shown }) => !shown);
    if (none) return l10n.t("All charts are hidden. Choose some under “Charts”.");
  }
  return whyEmpty(scene)?.text ?? l10n.t("No data in this time range.");
}

function whyEmpty({ notice }: PanelScene): ChartNotice | undefined {
  return saysWhyEmpty(notice) ? notice : undefined;
}
