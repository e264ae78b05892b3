import { type LoadMetric, loadMetrics, columnOf } from "../../../fleet/history/metricColumns";
import { type KomariNode } from "../../../komari/model";
import { type LoadColumns } from "../../../komari/records";
import { isKnown, lastKnown, type RawLine, type RawSeries } from "./snapshot";

/** What the administrator's page knows of a machine. */
export type Totals = Pick<KomariNode, "memoryTotal" | "swapTotal" | "diskTotal">;

export const noTotals: Totals = {
  memoryTotal: undefined,
  swapTotal: undefined,
  diskTotal: undefined,
};

export const loadSeriesId = "load";

/** A node's load as lines with their times in common: one for each metric of which anything is known. */
export function loadSeries(columns: LoadColumns, totals: Totals): RawSeries | undefined {
  const lines = loadMetrics.flatMap((metric) => loadLine(metric, metric, columns, totals) ?? []);
  if (columns.times.length === 0 || lines.length === 0) return undefined;
  return { id: loadSeriesId, times: columns.times, lines };
}

/** Undefined when nothing of it is known, or the machine has none of it. */
export function loadLine(
  id: string,
  metric: LoadMetric,
  columns: LoadColumns,
  totals: Totals,
): RawLine | undefined {
  const values = columns.fields[columnOf(metric).field];
  if (!isKnown(values)) return undefined;
  const total = totalOf(metric, columns, totals);
  if (total === 0) return undefined;
  return { id, metric, ...(total !== undefined && { total }), values };
}

/** As the node tells it: servers since 1.3.0 keep no totals with the history. */
function totalOf(metric: LoadMetric, columns: LoadColumns, totals: Totals): number | undefined {
  const { total: field } = columnOf(metric);
  if (field !== "memoryTotal" && field !== "swapTotal" && field !== "diskTotal") return undefined;
  return totals[field] ?? lastKnown(columns.fields[field]);
}
