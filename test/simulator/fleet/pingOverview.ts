import { type Json } from "../json";
import { type PingStats, pingStats } from "./pingStats";
import { type PingTask, pingValue } from "./pingTasks";
import { type SimNode, hour, minute } from "./simNode";

interface Cached {
  readonly minute: number;
  readonly overview: Record<string, Json>;
}

const cache = new WeakMap<SimNode, Cached>();

/** The last hour of each ping task as the latest status shows it; counted once a minute per node. */
export function pingOverview(
  node: SimNode,
  pingTasks: readonly PingTask[],
  time: number,
): Record<string, Json> {
  const now = Math.floor(time / minute);
  const known = cache.get(node);
  if (known?.minute === now) return known.overview;
  const overview: Record<string, Json> = {};
  for (const task of pingTasks) {
    if (!task.runsOn(node)) continue;
    const values: number[] = [];
    for (let at = time - hour; at <= time; at += task.interval * 1000) {
      if (at >= node.facts.created_at) values.push(pingValue(node, task, at));
    }
    overview[task.id] = overviewOf(task.name, pingStats(values));
  }
  cache.set(node, { minute: now, overview });
  return overview;
}

function overviewOf(name: string, { latest, avg, loss, min, max, ratio }: PingStats): Json {
  return { name, latest, avg, tail: ratio, loss, min, max };
}
