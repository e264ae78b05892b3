import { totalOf } from "../../../fleet/nodes/nodeFacts";
import { type LoadColumns, type GpuColumns } from "../../../komari/model/records";
import {
  hasTotal,
  type SampledMetric,
  sampledMetrics,
  type SharedMetric,
  totalField,
  metrics,
} from "../../../shared/metrics";
import { type ChartServer } from "./chartSource";
import { isKnown, lastKnown, type RawLine, type RawSeries } from "./snapshot";
import { type HistoryWindow, windowQuery } from "../../../fleet/history/historyWindow";
import { decodeGpuMetrics, gpuMetrics } from "../../../komari/decode/gpuMetrics";
import { type Sample } from "../../../komari/model/model";
import { type GpuDevice } from "../../../komari/model/readings";
import { type TimeRange } from "../../../shared/times";

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

const none: readonly GpuColumns[] = [];

/**
 * The metrics of each GPU of a node in the server's metric store; empty if it has none or the query fails.
 * Nothing is requested for nodes without a GPU.
 */
export async function recordedGpus(
  server: ChartServer,
  uuid: string,
  window: HistoryWindow,
  signal: AbortSignal,
): Promise<readonly GpuColumns[]> {
  const isNamed = server.nodes.get(uuid)?.gpuName !== undefined;
  if (!isNamed && server.status(uuid)?.gpu === undefined) return none;
  const query = { uuid, keys: Object.values(gpuMetrics), ...windowQuery(window) };
  return (
    server.session.api
      .metrics(query, { signal })
      .then((response) => (response === undefined ? none : decodeGpuMetrics(response)))
      // The load records are still shown, with the mean of all GPUs.
      .catch(() => none)
  );
}

/** The metrics of each GPU in the live reports of a time range. */
export function reportedGpus(
  samples: readonly Sample[],
  { from, to }: TimeRange,
): readonly GpuColumns[] {
  const reports = samples.flatMap(({ time = NaN, gpus }) =>
    gpus !== undefined && time >= from && time <= to ? [{ time, gpus }] : [],
  );
  const count = Math.max(0, ...reports.map(({ gpus }) => gpus.length));
  return Array.from({ length: count }, (_, index) => {
    const devices = reports.map(({ gpus }) => gpus[index]);
    const column = (field: keyof GpuDevice & ("usage" | "memoryUsed" | "temperature")) =>
      Float64Array.from(devices, (device) => device?.[field] ?? NaN);
    return {
      index,
      name: devices.findLast((device) => device?.name !== undefined)?.name,
      times: Float64Array.from(reports, ({ time }) => time),
      usage: column("usage"),
      memoryUsed: column("memoryUsed"),
      temperature: column("temperature"),
      memoryTotal: devices.findLast((device) => device?.memoryTotal !== undefined)?.memoryTotal,
    };
  });
}

/**
 * A series for each GPU: usage, memory and temperature, as far as known. The usage of a single GPU is omitted:
 * it is that of the load records.
 */
export function gpuSeries(cards: readonly GpuColumns[]): readonly RawSeries[] {
  return cards.flatMap((card) => {
    const id = `gpu:${card.index}`;
    const name = cardName(card, cards.length > 1);
    const total = card.memoryTotal === undefined ? {} : { total: card.memoryTotal };
    const lines: readonly RawLine[] = [
      { id: `${id}:usage`, metric: "gpu", name, values: card.usage },
      { id: `${id}:memory`, metric: "gpuMemory", name, values: card.memoryUsed, ...total },
      { id: `${id}:temperature`, metric: "temperature", name, values: card.temperature },
    ];
    const known = lines.filter(
      ({ metric, values }) => isKnown(values) && (metric !== "gpu" || cards.length > 1),
    );
    return known.length === 0 ? [] : [{ id, times: card.times, lines: known }];
  });
}

/** The GPUs of a machine are often the same model: several are numbered. */
function cardName({ index, name = metrics.gpu.label() }: GpuColumns, isOneOfMany: boolean): string {
  return isOneOfMany ? `${name} #${index + 1}` : name;
}
