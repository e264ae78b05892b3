import { type ChartSetup, type Span } from "../../../src/shared/chartApi";
import { type ChartId, type MetricKey } from "../../../src/shared/metrics";

/** What is looked at: the span that was chosen, or a part of it. */
export interface View {
  readonly span: Span;
  /** What was chosen; a reset goes back to it. The same object as `span` while nothing is zoomed. */
  readonly base: Span;
}

export const sortKeys = [
  ...(["name", "latest", "min", "average", "max", "p50", "p99", "jitter", "loss"] as const),
] as const;
export type SortKey = (typeof sortKeys)[number];

export interface LegendSort {
  readonly key: SortKey;
  /** Of several nodes: by the figures of which chart. */
  readonly metric?: MetricKey | undefined;
  readonly descending: boolean;
}

export const compareModes = ["charts", "one"] as const;
export type CompareMode = (typeof compareModes)[number];
/** The line of all nodes together. */
export const aggregates = ["none", "average", "sum"] as const;
export type Aggregate = (typeof aggregates)[number];

/** All that a user has chosen in one panel; kept by VS Code while the page is hidden or reloaded. */
export interface PanelState {
  /** Never empty; `at` says which one is shown, those after it are what "forward" leads to. */
  readonly history: readonly View[];
  readonly at: number;
  readonly hidden: readonly string[];
  /** Lines that hide the others of their chart, at most one per chart. */
  readonly isolated: readonly string[];
  /** Undefined: as the host has put them. */
  readonly sort: LegendSort | undefined;
  /** Of several nodes: a chart of each of `metrics`, or `metric` alone. */
  readonly mode: CompareMode;
  readonly metrics: readonly MetricKey[];
  readonly metric: MetricKey | undefined;
  readonly taskId: number | undefined;
  readonly aggregate: Aggregate;
  /** Nodes of a panel of several beyond those that the host chooses. */
  readonly added: readonly string[];
  /** Where the cursor was left, by the keyboard. */
  readonly cursor: number | undefined;
  /** Charts whose data are shown as a table too. */
  readonly tables: readonly ChartId[];
}

const preferredHours = 4;
/** What several nodes are compared by at first. */
const preferredMetrics: readonly MetricKey[] = ["cpu", "memory", "networkIn", "ping"];

function firstSpan({ hours }: Pick<ChartSetup, "hours">): Span {
  const [shortest] = hours;
  if (hours.includes(preferredHours)) return { kind: "last", hours: preferredHours };
  return shortest === undefined ? { kind: "live" } : { kind: "last", hours: shortest };
}

export function firstState(setup: Pick<ChartSetup, "hours" | "metrics" | "tasks">): PanelState {
  const span = firstSpan(setup);
  return {
    history: [{ span, base: span }],
    at: 0,
    hidden: [],
    isolated: [],
    sort: undefined,
    mode: "charts",
    metrics: setup.metrics.filter((metric) => preferredMetrics.includes(metric)),
    metric: setup.metrics[0],
    aggregate: "none",
    taskId: setup.tasks[0]?.id,
    added: [],
    cursor: undefined,
    tables: [],
  };
}

export function viewOf({ history, at }: PanelState): View {
  const view = history[at];
  if (view === undefined) throw new Error("the history has no view at its place");
  return view;
}

export function toggleTable(state: PanelState, chart: ChartId): PanelState {
  return { ...state, tables: toggled(state.tables, chart) };
}

export function toggleAdded(state: PanelState, line: string): PanelState {
  return { ...state, added: toggled(state.added, line) };
}

export type CompareChoice = Partial<
  Pick<PanelState, "mode" | "metrics" | "metric" | "taskId" | "aggregate">
>;

/** Other charts: the column that was sorted by may be gone. */
export function compare(state: PanelState, choice: CompareChoice): PanelState {
  const next = { ...state, ...choice };
  const isSorted =
    next.sort?.metric === undefined || comparedMetrics(next).includes(next.sort.metric);
  return isSorted ? next : { ...next, sort: undefined };
}

/** What several nodes are compared by, a chart each; the first is never missing. */
export function comparedMetrics({
  mode,
  metrics,
  metric = "cpu",
}: Pick<PanelState, "mode" | "metrics" | "metric">): readonly MetricKey[] {
  return mode === "one" || metrics.length === 0 ? [metric] : metrics;
}

/** The list without the item, or with it at the end. */
export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}
