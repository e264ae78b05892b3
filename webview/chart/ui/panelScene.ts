import {
  type ChartLayout,
  type ChartNotice,
  type ChartQuery,
  type ChartSetup,
} from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { hasTotal, type MetricKey } from "../../../src/shared/metrics";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { lineStyles } from "../plot/lineStyles";
import { type LineStyle, type PlotTheme } from "../plot/plotView";
import { aggregateLine } from "../state/aggregate";
import { isZoomed } from "../state/history";
import { visibilityKey, visibleIdsOf } from "../state/visibility";
import { cursorWithin } from "../state/navigation";
import { comparedMetrics, type PanelState, viewOf } from "../state/panelState";
import {
  hasData,
  type Section,
  sectionOfNodes,
  sectionsOfNode,
  thresholdsOf,
} from "../state/sections";
import { isCovered, maxKept, shownRange } from "../state/shownRange";
import { spanText } from "../state/spanText";
import { trafficSection } from "../state/trafficSection";
import { isStalled } from "../state/waiting";
import { type ZoomLimits } from "../state/zoom";
import { type SectionView } from "./chartFigure";
import { type PanelData } from "./panelFeed";
import { type Queries } from "./queries";

/** Colours that follow the theme. */
export interface PanelColors {
  readonly plot: PlotTheme;
  /** For lines, in order of preference. */
  readonly lines: readonly string[];
}

/** Everything that decides on what the panel looks like. */
export interface PanelScene {
  readonly setup: ChartSetup;
  readonly layout: ChartLayout;
  readonly state: PanelState;
  readonly data: PanelData;
  readonly queries: Queries;
  readonly colors: PanelColors;
  readonly format: Format;
  readonly times: Times;
  /** Of the host, the one that counts now. */
  readonly notice: ChartNotice | undefined;
  /** Of several nodes: the one that is pointed at in the legend. */
  readonly highlightedNode: string | undefined;
}

/** Something is on its way for so long that it should be seen, and may be cancelled. */
export function isLoading({ notice, queries }: PanelScene): boolean {
  return queries.slow && !isStalled(notice, queries.progress);
}

export function queryOf({ setup, state }: Pick<PanelScene, "setup" | "state">) {
  const { span } = viewOf(state);
  const query: Omit<ChartQuery, "id"> = { span };
  if (setup.kind === "node") return query;
  const metrics = comparedMetrics(state);
  return {
    ...query,
    metrics,
    ...(metrics.includes("ping") && state.taskId !== undefined && { taskId: state.taskId }),
    ...(state.added.length > 0 && { nodes: state.added }),
  };
}

/** Nothing newer can be had at the moment: the server is not there, or fails. */
export function isOld({ notice, state }: PanelScene): boolean {
  return notice?.since !== undefined && viewOf(state).span.kind !== "between";
}

export function rangeOf(scene: PanelScene): TimeRange {
  const { setup, state, data, queries } = scene;
  return shownRange(viewOf(state).span, {
    held: data.held,
    isLoaded: data.query !== undefined && queries.isNewest(data.query),
    now: data.clock.now(),
    keptHours: maxKept(setup),
    isOld: isOld(scene),
  });
}

export function limitsOf({ setup, data }: PanelScene): ZoomLimits {
  const latest = data.clock.now();
  const kept = maxKept(setup);
  return { latest, earliest: kept === undefined ? undefined : latest - kept * 3_600_000 };
}

function sectionsOf(scene: PanelScene): readonly Section[] {
  const { setup, layout, state, data } = scene;
  if (data.held === undefined) return [];
  const { lines } = data.store;
  // A user who has zoomed into nothing must be able to go on from there.
  const stays = isZoomed(state);
  if (setup.kind === "node") {
    if (!stays && !lines.some(hasData)) return [];
    const range = rangeOf(scene);
    return sectionsOfNode(layout, lines).map((section) =>
      section.id === "traffic" ? trafficSection(section, range, layout.timeZone) : section,
    );
  }
  if (!stays && lines.length === 0) return [];
  return comparedMetrics(state).map((metric) => sectionOfMetric(scene, metric));
}

/** A chart of several nodes: a line for each, and one for all together. */
function sectionOfMetric({ setup, state, data }: PanelScene, metric: MetricKey): Section {
  const own = data.store.lines.filter((line) => line.metric === metric);
  const task = setup.tasks.find(({ id }) => id === state.taskId);
  const { aggregate } = state;
  const all = aggregate === "none" ? undefined : aggregateLine(own, aggregate, hasTotal(metric));
  return sectionOfNodes(all === undefined ? own : [...own, all], metric, task?.name);
}

export function sectionViews(scene: PanelScene): readonly SectionView[] {
  const { setup, layout, state, data, queries, colors, format, times, highlightedNode } = scene;
  const range = rangeOf(scene);
  const common = {
    moved: range.from !== data.held?.from || range.to !== data.held.to,
    store: data.store,
    range,
    times,
    sort: state.sort,
    smooth: layout.smooth,
    theme: colors.plot,
    zone: layout.timeZone,
    dimmed: queries.waiting && (queries.slow || !isCovered(range, data.held)),
    isOld: isOld(scene),
    span: spanText(viewOf(state).span, format, times),
  };
  const sections = sectionsOf(scene);
  return sections.map((section) => ({
    ...common,
    section,
    allEmpty: sections.every((each) => !each.hasData),
    isAlone: sections.length === 1,
    highlighted: section.lines.find(({ node }) => node !== undefined && node === highlightedNode)
      ?.id,
    visible: visibleIdsOf(section, state),
    styles: stylesOf(section, scene),
    thresholds: thresholdsOf(setup, section.lines),
    limits: limitsOfLines(setup, section.lines),
    tableOpen: state.tables.includes(section.id),
  }));
}

/** Of several nodes each has one style in all charts. */
function stylesOf({ lines }: Section, scene: PanelScene): readonly LineStyle[] {
  const { setup, colors } = scene;
  const { highContrast, muted } = colors.plot;
  if (setup.kind === "node") return lineStyles(lines.length, colors.lines, highContrast);
  const nodes = nodesOf(scene);
  const styles = lineStyles(nodes.length, colors.lines, highContrast);
  const ofAll = { color: muted, dash: [3, 3] };
  return lines.map(({ node = "" }) => styles[nodes.indexOf(node)] ?? ofAll);
}

/** The ids of the nodes that have lines, each once. */
export function nodesOf({ data }: PanelScene): readonly string[] {
  return [...new Set(data.store.lines.flatMap(({ node }) => node ?? []))];
}

function limitsOfLines(setup: ChartSetup, lines: Section["lines"]): ReadonlyMap<string, number> {
  return new Map(
    lines.flatMap((line) => {
      const thresholds = thresholdsOf(setup, [line]);
      return thresholds.length === 0 ? [] : [[line.id, Math.min(...thresholds)] as const];
    }),
  );
}

/** Ids of all lines that are drawn, chart after chart. */
export function shownLineIds(scene: PanelScene): readonly string[] {
  return sectionsOf(scene).flatMap((section) => visibleIdsOf(section, scene.state));
}

/** What can be hidden in a chart, each by itself. */
export function visibilityKeysOf({ lines }: Section): readonly string[] {
  return lines.map(visibilityKey);
}

/** Where the keyboard left the cursor, if that is shown. */
export function cursorOf(scene: PanelScene): number | undefined {
  return cursorWithin(scene.state, rangeOf(scene));
}
