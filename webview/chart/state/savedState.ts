import { type ChartSetup, type Span } from "../../../src/shared/chartApi";
import { isChartId, isMetricKey, type MetricKey } from "../../../src/shared/metrics";
import { maxTime } from "../../../src/shared/times";
import {
  aggregates,
  compareModes,
  firstState,
  type LegendSort,
  type PanelState,
  type SortKey,
  sortKeys,
  type View,
} from "./panelState";

/** The state that VS Code saves for the page. The version changes with the shape. */
export interface SavedState {
  readonly version: 1;
  /** Of the setup; read by the host too. */
  readonly key: string;
  readonly preview: boolean;
  readonly title: string;
  readonly panel: PanelState;
}

export function serializeState(
  { key, preview, title }: Pick<ChartSetup, "key" | "preview" | "title">,
  panel: PanelState,
): SavedState {
  return { version: 1, key, preview, title, panel };
}

const maxItems = 1000;

/**
 * Untrusted: it may be of another version, or broken. Invalid values are left out. In a preview it may be of the
 * subject before: then only the chosen time range is restored.
 */
export function restoreState(saved: unknown, setup: ChartSetup): PanelState {
  const first = firstState(setup);
  if (!isRecord(saved) || saved.version !== 1 || !isRecord(saved.panel)) return first;
  const { panel } = saved;
  const history = listOf(panel.history, (value) => viewOf(value, setup));
  if (saved.key !== setup.key) {
    const span = history[placeIn(history, panel.at)]?.base;
    return span === undefined ? first : { ...first, history: [{ span, base: span }] };
  }
  const metric = setup.metrics.find((each) => each === panel.metric && isMetricKey(each));
  const task = setup.tasks.find(({ id }) => id === panel.taskId);
  return {
    ...(history.length > 0 ? { history, at: placeIn(history, panel.at) } : first),
    hidden: listOf(panel.hidden, textOf),
    isolated: listOf(panel.isolated, textOf),
    sort: sortOf(panel.sort),
    mode: compareModes.find((mode) => mode === panel.mode) ?? first.mode,
    metrics: metricsOf(panel.metrics, setup) ?? first.metrics,
    metric: metric ?? first.metric,
    aggregate: aggregates.find((each) => each === panel.aggregate) ?? first.aggregate,
    taskId: task?.id ?? first.taskId,
    added: listOf(panel.added, textOf),
    cursor: timeOf(panel.cursor),
    tables: listOf(panel.tables, (value) => (isChartId(value) ? value : undefined)),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, maxItems).flatMap((item: unknown) => read(item) ?? []);
}

/** In the order of the setup; undefined if there are none. */
function metricsOf(value: unknown, setup: ChartSetup): readonly MetricKey[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const known = setup.metrics.filter((metric) => value.includes(metric));
  return known.length > 0 ? known : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function timeOf(value: unknown): number | undefined {
  return typeof value === "number" && Math.abs(value) <= maxTime ? value : undefined;
}

function placeIn(history: readonly View[], at: unknown): number {
  const last = history.length - 1;
  return Number.isInteger(at) ? Math.min(Math.max(Number(at), 0), last) : last;
}

function viewOf(value: unknown, setup: ChartSetup): View | undefined {
  if (!isRecord(value)) return undefined;
  const [span, base] = [spanOf(value.span, setup), spanOf(value.base, setup)];
  return span && base && { span, base };
}

function spanOf(value: unknown, { hours }: ChartSetup): Span | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.kind) {
    case "live":
    case "all":
      return { kind: value.kind };
    case "last": {
      const available = hours.find((each) => each === value.hours);
      return available === undefined ? undefined : { kind: "last", hours: available };
    }
    case "between": {
      const [from, to] = [timeOf(value.from), timeOf(value.to)];
      if (from === undefined || to === undefined || from >= to) return undefined;
      return { kind: "between", from, to };
    }
    default:
      return undefined;
  }
}

function sortOf(value: unknown): LegendSort | undefined {
  if (!isRecord(value)) return undefined;
  const key = sortKeys.find((each): each is SortKey => each === value.key);
  const metric = isMetricKey(value.metric) ? { metric: value.metric } : {};
  return key && { key, ...metric, descending: value.descending === true };
}
