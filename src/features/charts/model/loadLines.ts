import { totalOf } from "../../../fleet/nodes/nodeFacts";
import { type LoadColumns } from "../../../komari/model/records";
import {
  hasTotal,
  type SampledMetric,
  sampledMetrics,
  type SharedMetric,
  totalField,
} from "../../../shared/metrics";
import { type ChartServer } from "./chartSource";
import { isKnown, lastKnown, type RawLine, type RawSeries } from "./snapshot";

/** Facts about a machine that are not in its records: its totals, and whether it reports a GPU now. */
export interface Machine {
  readonly totalOf: (metric: SharedMetric) => number | undefined;
  readonly hasGpu: boolean;
}

export const unknownMachine: Machine = { totalOf: () => undefined, hasGpu: false };

export function machineOf(
  server: Pick<ChartServer, "nodes" | "status"> | undefined,
  uuid: string,
): Machine {
  const node = server?.nodes.get(uuid);
  if (node === undefined) return unknownMachine;
  const reported = { node, status: server?.status(uuid) };
  return {
    totalOf: (metric) => totalOf(reported, metric),
    hasGpu: reported.status?.gpu !== undefined,
  };
}

const loadSeriesId = "load";

/** A node's load as lines with their times in common: one for each metric of which anything is known. */
export function loadSeries(columns: LoadColumns, machine: Machine): RawSeries | undefined {
  const lines = sampledMetrics.flatMap(
    (metric) => loadLine(metric, metric, columns, machine) ?? [],
  );
  if (columns.times.length === 0 || lines.length === 0) return undefined;
  return { id: loadSeriesId, times: columns.times, lines };
}

/** Undefined when nothing of it is known, or the machine has none of it. */
export function loadLine(
  id: string,
  metric: SampledMetric,
  columns: LoadColumns,
  machine: Machine,
): RawLine | undefined {
  const values = columns.fields[metric];
  if (!isKnown(values)) return undefined;
  if (metric === "gpu" && !machine.hasGpu && !isEverUsed(values)) return undefined;
  if (!hasTotal(metric)) return { id, metric, values };
  // From the node: servers since 1.3.0 store no totals with the history.
  const total = machine.totalOf(metric) ?? lastKnown(columns.fields[totalField(metric)]);
  if (total !== undefined) return total === 0 ? undefined : { id, metric, total, values };
  // Agents report 0 used of an unknown total when they know neither.
  return isEverUsed(values) ? { id, metric, values } : undefined;
}

/** Servers record a GPU of 0 for machines without one. */
function isEverUsed(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}
