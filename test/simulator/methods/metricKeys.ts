import definitions from "../data/metrics-1.4.3.json";
import { type Gpu, gpusOf } from "../fleet/gpus";
import { type PingTask, pingValue } from "../fleet/pingTasks";
import { type Sample, sampleOf } from "../fleet/sample";
import { type SimNode, day } from "../fleet/simNode";
import { writeTime } from "../goTime";
import { type Json } from "../json";
import { type World } from "../world";

const figures: Readonly<Record<string, (sample: Sample) => number>> = {
  "connections.tcp": ({ tcp }) => tcp,
  "connections.udp": ({ udp }) => udp,
  "cpu.usage": ({ cpu }) => cpu,
  "disk.used": ({ disk }) => disk,
  "gpu.usage": ({ gpu }) => gpu,
  "load.average": ({ load }) => load,
  "memory.used": ({ ram }) => ram,
  "net.in.rate": ({ netIn }) => netIn,
  "net.out.rate": ({ netOut }) => netOut,
  "net.total.down": ({ totalDown }) => totalDown,
  "net.total.up": ({ totalUp }) => totalUp,
  "process.count": ({ process }) => process,
  "swap.used": ({ swap }) => swap,
  "traffic.down": ({ netIn }) => netIn,
  "traffic.up": ({ netOut }) => netOut,
};

/** What is recorded of every GPU by itself. */
const gpuFigures: Readonly<Record<string, (gpu: Gpu) => number>> = {
  "gpu.device.usage": ({ utilization }) => utilization,
  "gpu.memory.used": ({ memory_used }) => memory_used,
  "gpu.memory.total": ({ memory_total }) => memory_total,
  "gpu.temperature": ({ temperature }) => temperature,
};

/** A series of a metric: its value at a moment, null where it has no value, and the tags that distinguish it. */
export interface MetricSeries {
  readonly tags?: Readonly<Record<string, string>>;
  readonly valueAt: (moment: number) => number | null;
}

/** One of a node, or one for each of its GPUs. */
export function seriesOfMetric(
  key: string,
  node: SimNode,
  task: PingTask | undefined,
): readonly MetricSeries[] {
  const figure = gpuFigures[key];
  if (figure === undefined) return [{ valueAt: (moment) => metricValue(key, node, task, moment) }];
  const cards = gpusOf(node, 0).map(({ name }, index) => ({
    tags: { device_index: String(index), device_name: name },
    valueAt: (moment: number) => {
      const gpu = gpusOf(node, sampleOf(node, moment).gpu)[index];
      return gpu === undefined ? null : figure(gpu);
    },
  }));
  // A node without has an empty one.
  return cards.length > 0 ? cards : [{ valueAt: () => null }];
}

export type MetricDefinition = (typeof definitions)[number];

export function metricNamed(key: string): MetricDefinition | undefined {
  return definitions.find(({ name }) => name === key);
}

/** Null where the metric has nothing of that moment. */
function metricValue(
  key: string,
  node: SimNode,
  task: PingTask | undefined,
  time: number,
): number | null {
  const figure = figures[key];
  if (figure !== undefined) return figure(sampleOf(node, time));
  if (task === undefined || !key.startsWith("ping.")) return null;
  const value = pingValue(node, task, time);
  if (key === "ping.loss") return value < 0 ? 1 : 0;
  return value < 0 ? null : value;
}

export function metricDefinitions({ clock, profile }: World): Json {
  const since = writeTime(clock.now() - 90 * day, profile.time);
  return definitions.map((definition) => ({ ...definition, created_at: since, updated_at: since }));
}
