import { isRecord } from "../../util/json";
import { type GpuColumns } from "../model/records";
import { malformed } from "./malformed";
import {
  isArray,
  label,
  nonNegative,
  nonZero,
  positive,
  rowId,
  type WireRecord,
} from "./primitives";
import { time } from "./time";

/** The metric keys of single GPUs, by field. */
export const gpuMetrics = {
  usage: "gpu.device.usage",
  memoryUsed: "gpu.memory.used",
  memoryTotal: "gpu.memory.total",
  temperature: "gpu.temperature",
} as const;

type GpuField = keyof typeof gpuMetrics;

const fields = Object.keys(gpuMetrics) as readonly GpuField[];

const guards: Readonly<Record<GpuField, (value: unknown) => number | undefined>> = {
  usage: nonNegative,
  memoryUsed: nonNegative,
  memoryTotal: positive,
  temperature: nonZero,
};

interface Card {
  readonly index: number;
  name: string | undefined;
  readonly values: Readonly<Record<GpuField, Map<number, number>>>;
}

/**
 * public:queryMetrics of `gpuMetrics` and one node: `{series: [{metric_key, entity_id, tags?, points}]}`, a
 * series for each metric and GPU, whose tags name it: `device_index` "0", `device_name`. Points are
 * `{time, value, tags?}`; those without a value, or over none
 * (`count` 0), are gaps. GPUs without any value are omitted.
 */
export function decodeGpuMetrics(result: unknown): readonly GpuColumns[] {
  const series = isRecord(result) ? (result.series ?? []) : undefined;
  if (!isArray(series)) throw malformed("GPU metrics", result);
  const cards = new Map<number, Card>();
  for (const record of series.filter(isRecord)) {
    const field = fields.find((each) => gpuMetrics[each] === record.metric_key);
    if (field !== undefined) addPoints(cards, field, record);
  }
  return [...cards.values()].sort((a, b) => a.index - b.index).map(columnsOf);
}

function addPoints(cards: Map<number, Card>, field: GpuField, record: WireRecord): void {
  if (!isArray(record.points)) return;
  for (const point of record.points.filter(isRecord)) {
    const at = time(point.time);
    const value = guards[field](point.value);
    if (at === undefined || value === undefined || point.count === 0) continue;
    const tags = isRecord(point.tags) ? point.tags : record.tags;
    cardOf(cards, isRecord(tags) ? tags : {}).values[field].set(at, value);
  }
}

function cardOf(cards: Map<number, Card>, tags: WireRecord): Card {
  const index = rowId(tags.device_index) ?? 0;
  const name = label(tags.device_name);
  let card = cards.get(index);
  if (card === undefined) {
    const column = () => new Map<number, number>();
    const values = {
      usage: column(),
      memoryUsed: column(),
      memoryTotal: column(),
      temperature: column(),
    };
    card = { index, name, values };
    cards.set(index, card);
  }
  card.name ??= name;
  return card;
}

function columnsOf({ index, name, values }: Card): GpuColumns {
  const all = new Set(fields.flatMap((field) => [...values[field].keys()]));
  const times = Float64Array.from(all).sort();
  const column = (field: GpuField) => times.map((at) => values[field].get(at) ?? NaN);
  const totals = column("memoryTotal").filter((total) => !Number.isNaN(total));
  return {
    index,
    name,
    times,
    usage: column("usage"),
    memoryUsed: column("memoryUsed"),
    temperature: column("temperature"),
    memoryTotal: totals.at(-1),
  };
}
