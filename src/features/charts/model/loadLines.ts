import { type LoadMetric, loadMetrics, columnOf } from "../../../fleet/history/metricColumns";
import { diskTotal, memoryTotal, swapTotal } from "../../../fleet/nodes/nodeFacts";
import { type KomariNode } from "../../../komari/model/model";
import { type LoadColumns } from "../../../komari/model/records";
import { metrics } from "../../../shared/metrics";
import { type ChartServer } from "./chartSource";
import { isKnown, lastKnown, type RawLine, type RawSeries } from "./snapshot";

/** Facts about a machine that are not in its records: its totals, and whether it reports a GPU now. */
export interface Machine extends Pick<KomariNode, "memoryTotal" | "swapTotal" | "diskTotal"> {
  readonly hasGpu: boolean;
}

export const unknownMachine: Machine = {
  memoryTotal: undefined,
  swapTotal: undefined,
  diskTotal: undefined,
  hasGpu: false,
};

export function machineOf(
  server: Pick<ChartServer, "nodes" | "status"> | undefined,
  uuid: string,
): Machine {
  const node = server?.nodes.get(uuid);
  if (node === undefined) return unknownMachine;
  const reported = { node, status: server?.status(uuid) };
  return {
    memoryTotal: memoryTotal(reported),
    swapTotal: swapTotal(reported),
    diskTotal: diskTotal(reported),
    hasGpu: reported.status?.gpu !== undefined,
  };
}

const loadSeriesId = "load";

/** A node's load as lines with their times in common: one for each metric of which anything is known. */
export function loadSeries(columns: LoadColumns, machine: Machine): RawSeries | undefined {
  const lines = loadMetrics.flatMap((metric) => loadLine(metric, metric, columns, machine) ?? []);
  if (columns.times.length === 0 || lines.length === 0) return undefined;
  return { id: loadSeriesId, times: columns.times, lines };
}

/** Undefined when nothing of it is known, or the machine has none of it. */
export function loadLine(
  id: string,
  metric: LoadMetric,
  columns: LoadColumns,
  machine: Machine,
): RawLine | undefined {
  const values = columns.fields[columnOf(metric).field];
  if (!isKnown(values)) return undefined;
  if (metric === "gpu" && !machine.hasGpu && !isEverUsed(values)) return undefined;
  const total = totalOf(metric, columns, machine);
  if (total === 0) return undefined;
  // Agents report 0 used of an unknown total when they know neither.
  const isUnknown = total === undefined && "hasTotal" in metrics[metric] && !isEverUsed(values);
  if (isUnknown) return undefined;
  return { id, metric, ...(total !== undefined && { total }), values };
}

/** From the node: servers since 1.3.0 store no totals with the history. */
function totalOf(metric: LoadMetric, columns: LoadColumns, machine: Machine): number | undefined {
  const { total: field } = columnOf(metric);
  if (field !== "memoryTotal" && field !== "swapTotal" && field !== "diskTotal") return undefined;
  return machine[field] ?? lastKnown(columns.fields[field]);
}

/** Servers record a GPU of 0 for machines without one. */
function isEverUsed(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}
