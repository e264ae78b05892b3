import { pingStats } from "../fleet/pingStats";
import { type SimNode, hour, minute } from "../fleet/simNode";
import { groupBy } from "../groupBy";
import { type Json } from "../json";
import { type World } from "../world";
import { pingRows } from "./pingRows";

/** For how long the server answers with what it has computed. */
const maxAgeMs = minute;

interface CacheEntry {
  /** When the server is done with it; in the future while it works. */
  readonly doneAt: number;
  overview?: Readonly<Record<string, Json>>;
}

/**
 * The last hour of each ping task as the latest status shows it, computed for each node that is requested
 * and cached for a minute. The server works on one node at a time, no matter which caller requested it: what a
 * caller who has gone away requested is still computed first.
 */
export class PingOverviews {
  readonly #cache = new Map<string, CacheEntry>();
  #doneAt = -Infinity;

  /** Milliseconds until the pings of all `nodes` are at hand. */
  compute(nodes: readonly SimNode[], world: World): number {
    const now = world.clock.now();
    let doneAt = now;
    for (const node of nodes) {
      const entry = this.#cache.get(node.uuid);
      if (entry !== undefined && entry.doneAt + maxAgeMs > now) {
        doneAt = Math.max(doneAt, entry.doneAt);
        continue;
      }
      this.#doneAt = Math.max(this.#doneAt, now) + costOf(node, world);
      doneAt = Math.max(doneAt, this.#doneAt);
      this.#cache.set(node.uuid, { doneAt: this.#doneAt });
    }
    return doneAt - now + costOfCall(nodes.length, world);
  }

  /** Of a node that has been computed, by the id of the task; tasks without a ping are not in it. */
  get(node: SimNode, world: World): Readonly<Record<string, Json>> {
    const entry = this.#cache.get(node.uuid);
    if (entry === undefined) return {};
    entry.overview ??= overviewAt(node, entry.doneAt, world);
    return entry.overview;
  }

  /** As after a restart. */
  clear(): void {
    this.#cache.clear();
    this.#doneAt = -Infinity;
  }
}

/** Milliseconds. */
function costOf(node: SimNode, { profile, knobs, fleet }: World): number {
  const { pingCost } = profile.status;
  if (pingCost === undefined) return 0;
  const tasks = fleet.pingTasks.filter((task) => task.runsOn(node)).length;
  const { taskMs, taskMsPerNode } = pingCost;
  return knobs.statusCost * tasks * (taskMs + taskMsPerNode * fleet.nodes.length);
}

function costOfCall(nodes: number, { profile, knobs }: World): number {
  const { pingCost } = profile.status;
  if (pingCost === undefined) return 0;
  return knobs.statusCost * (pingCost.callMs + pingCost.nodeMs * nodes);
}

function overviewAt(node: SimNode, time: number, world: World): Readonly<Record<string, Json>> {
  const range = { from: time - hour, to: time };
  const rows = pingRows({ nodes: [node], taskId: 0, range }, world);
  return Object.fromEntries(
    [...groupBy(rows, ({ task }) => task)].map(([task, own]) => {
      const { latest, avg, loss, min, max, ratio } = pingStats(own.map(({ value }) => value));
      return [task.id, { name: task.name, latest, avg, tail: ratio, loss, min, max }];
    }),
  );
}
