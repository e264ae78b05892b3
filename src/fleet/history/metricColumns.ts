import { type LoadField } from "../../komari/model/records";
import { type LoadType } from "../../komari/recordsQuery";
import { type MetricKey } from "../../shared/metrics";

/** The metrics of a load record; the memory of GPUs is reported per GPU only. */
export type LoadMetric = Exclude<MetricKey, "ping" | "gpuMemory">;

interface Column {
  readonly field: LoadField;
  /** The load type to request for this metric alone. */
  readonly loadType: LoadType;
  readonly total?: LoadField;
}

/** The column of each metric in a load history. */
const metricColumns = {
  cpu: { field: "cpu", loadType: "cpu" },
  load: { field: "load1", loadType: "load" },
  memory: { field: "memoryUsed", loadType: "ram", total: "memoryTotal" },
  swap: { field: "swapUsed", loadType: "swap", total: "swapTotal" },
  disk: { field: "diskUsed", loadType: "disk", total: "diskTotal" },
  networkIn: { field: "networkIn", loadType: "network" },
  networkOut: { field: "networkOut", loadType: "network" },
  totalDown: { field: "totalDown", loadType: "network" },
  totalUp: { field: "totalUp", loadType: "network" },
  tcpConnections: { field: "tcpConnections", loadType: "connections" },
  udpConnections: { field: "udpConnections", loadType: "connections" },
  processes: { field: "processes", loadType: "process" },
  temperature: { field: "temperature", loadType: "temp" },
  gpu: { field: "gpu", loadType: "gpu" },
} as const satisfies Readonly<Record<LoadMetric, Column>>;

export const loadMetrics = Object.keys(metricColumns) as readonly LoadMetric[];

export function isLoadMetric(metric: MetricKey): metric is LoadMetric {
  return Object.hasOwn(metricColumns, metric);
}

export function columnOf(metric: LoadMetric): Column {
  return metricColumns[metric];
}
