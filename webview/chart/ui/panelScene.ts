import {
  type ChartLayout,
  type ChartNotice,
  type ChartQuery,
  type ChartSetup,
} from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { lineStyles } from "../plot/lineStyles";
import { type PlotTheme } from "../plot/plotView";
import { isZoomed } from "../state/history";
import { idsOf, visibleIdsOf } from "../state/visibility";
import { cursorWithin } from "../state/navigation";
import { type PanelState, viewOf } from "../state/panelState";
import {
  hasData,
  type Section,
  sectionOfNodes,
  sectionsOfNode,
  thresholdsOf,
} from "../state/sections";
import { isCovered, maxKept, shownRange } from "../state/shownRange";
import { spanText } from "../state/spanText";
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
}

/** Something is on its way for so long that it should be seen, and may be cancelled. */
export function isLoading({ notice, queries }: PanelScene): boolean {
  return queries.slow && !isStalled(notice, queries.progress);
}

export function queryOf({ setup, state }: Pick<PanelScene, "setup" | "state">) {
  const { span } = viewOf(state);
  const query: Omit<ChartQuery, "id"> = { span };
  if (setup.kind === "node" || state.metric === undefined) return query;
  return {
    ...query,
    metric: state.metric,
    ...(state.metric === "ping" && state.taskId !== undefined && { taskId: state.taskId }),
    ...(state.added.length > 0 && { lines: state.added }),
  };
}

export function rangeOf({ setup, state, data, queries }: PanelScene): TimeRange {
  return shownRange(viewOf(state).span, {
    held: data.held,
    isLoaded: data.query !== undefined && queries.isNewest(data.query),
    now: data.clock.now(),
    keptHours: maxKept(setup),
  });
}

export function limitsOf({ setup, data }: PanelScene): ZoomLimits {
  const latest = data.clock.now();
  const kept = maxKept(setup);
  return { latest, earliest: kept === undefined ? undefined : latest - kept * 3_600_000 };
}

function sectionsOf({ setup, layout, state, data }: PanelScene): readonly Section[] {
  if (data.held === undefined) return [];
  const { lines } = data.store;
  // A user who has zoomed into nothing must be able to go on from there.
  const stays = isZoomed(state);
  if (setup.kind === "node") {
    return stays || lines.some(hasData) ? sectionsOfNode(layout, lines) : [];
  }
  const metric = state.metric ?? "cpu";
  const own = lines.filter((line) => line.metric === metric);
  return stays || own.length > 0 ? [sectionOfNodes(layout, own, metric)] : [];
}

export function sectionViews(scene: PanelScene): readonly SectionView[] {
  const { setup, layout, state, data, queries, colors, format, times } = scene;
  const range = rangeOf(scene);
  const { highContrast } = colors.plot;
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
    span: spanText(viewOf(state).span, format, times),
  };
  return sectionsOf(scene).map((section) => ({
    ...common,
    section,
    visible: visibleIdsOf(section, state),
    styles: lineStyles(section.lines.length, colors.lines, highContrast),
    thresholds: thresholdsOf(setup, section.lines),
    limits: limitsOfLines(setup, section.lines),
    tableOpen: state.tables.includes(section.id),
  }));
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

export function lineIdsOf({ lines }: Section): readonly string[] {
  return idsOf(lines);
}

/** Where the keyboard left the cursor, if that is shown. */
export function cursorOf(scene: PanelScene): number | undefined {
  return cursorWithin(scene.state, rangeOf(scene));
}
