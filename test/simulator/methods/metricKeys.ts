import definitions from "../data/metrics-1.4.3.json";
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

export type MetricDefinition = (typeof definitions)[number];

export function metricNamed(key: string): MetricDefinition | undefined {
  return definitions.find(({ name }) => name === key);
}

/** Null where the metric has nothing of that moment. */
export function metricValue(
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
