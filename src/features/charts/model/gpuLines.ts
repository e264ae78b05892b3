import {
  type HistoryWindow,
  type Stretch,
  windowQuery,
} from "../../../fleet/history/historyWindow";
import { decodeGpuMetrics, gpuMetrics } from "../../../komari/decode/gpuMetrics";
import { type Sample } from "../../../komari/model";
import { type GpuDevice } from "../../../komari/readings";
import { type GpuColumns } from "../../../komari/records";
import { metrics } from "../../../shared/metrics";
import { type ChartServer } from "./chartSource";
import { isKnown, type RawLine, type RawSeries } from "./snapshot";

const none: readonly GpuColumns[] = [];

/**
 * What the server's store of metrics has of each GPU of a node; empty where it has none, or cannot say.
 * Only nodes that name a GPU are asked for.
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
      .then((answer) => (answer === undefined ? none : decodeGpuMetrics(answer)))
      // The load itself is there, with the mean of all GPUs.
      .catch(() => none)
  );
}

/** What live reports within a stretch tell of each GPU. */
export function reportedGpus(
  samples: readonly Sample[],
  { from, to }: Stretch,
): readonly GpuColumns[] {
  const told = samples.flatMap(({ time = NaN, gpus }) =>
    gpus !== undefined && time >= from && time <= to ? [{ time, gpus }] : [],
  );
  const count = Math.max(0, ...told.map(({ gpus }) => gpus.length));
  return Array.from({ length: count }, (_, index) => {
    const devices = told.map(({ gpus }) => gpus[index]);
    const column = (field: keyof GpuDevice & ("usage" | "memoryUsed" | "temperature")) =>
      Float64Array.from(devices, (device) => device?.[field] ?? NaN);
    return {
      index,
      name: devices.findLast((device) => device?.name !== undefined)?.name,
      times: Float64Array.from(told, ({ time }) => time),
      usage: column("usage"),
      memoryUsed: column("memoryUsed"),
      temperature: column("temperature"),
      memoryTotal: devices.findLast((device) => device?.memoryTotal !== undefined)?.memoryTotal,
    };
  });
}

/**
 * A series for each GPU: its use, memory and temperature, as far as anything of them is known. The use of a
 * single one is that of all, which a row of load has.
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

/** Cards of one machine are often of one model: with several each has its number. */
function cardName({ index, name = metrics.gpu.label() }: GpuColumns, isOneOfMany: boolean): string {
  return isOneOfMany ? `${name} #${index + 1}` : name;
}
