import { pingStats } from "../fleet/pingStats";
import { type SimNode, hour, minute } from "../fleet/simNode";
import { groupBy } from "../groupBy";
import { type Json } from "../json";
import { type World } from "../world";
import { pingRows } from "./pingRows";

/** For how long the server answers with what it has worked out. */
const keptMs = minute;

interface Kept {
  /** When the server is done with it; in the future while it works. */
  readonly doneAt: number;
  overview?: Readonly<Record<string, Json>>;
}

/**
 * The last hour of each ping task as the latest status shows it, worked out for each node that is asked
 * for and kept for a minute. The server works on one node at a time, whoever asked for it: what a
 * caller who has gone away asked for is still worked out first.
 */
export class PingOverviews {
  readonly #kept = new Map<string, Kept>();
  #doneAt = -Infinity;

  /** Milliseconds until the pings of all `nodes` are at hand. */
  workOut(nodes: readonly SimNode[], world: World): number {
    const now = world.clock.now();
    let doneAt = now;
    for (const node of nodes) {
      const kept = this.#kept.get(node.uuid);
      if (kept !== undefined && kept.doneAt + keptMs > now) {
        doneAt = Math.max(doneAt, kept.doneAt);
        continue;
      }
      this.#doneAt = Math.max(this.#doneAt, now) + costOf(node, world);
      doneAt = Math.max(doneAt, this.#doneAt);
      this.#kept.set(node.uuid, { doneAt: this.#doneAt });
    }
    return doneAt - now + costOfCall(nodes.length, world);
  }

  /** Of a node that has been worked out, by the id of the task; tasks without a ping are not in it. */
  of(node: SimNode, world: World): Readonly<Record<string, Json>> {
    const kept = this.#kept.get(node.uuid);
    if (kept === undefined) return {};
    kept.overview ??= overviewAt(node, kept.doneAt, world);
    return kept.overview;
  }

  /** As after a restart. */
  clear(): void {
    this.#kept.clear();
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
  const span = { from: time - hour, to: time };
  const rows = pingRows({ nodes: [node], taskId: 0, span }, world);
  return Object.fromEntries(
    [...groupBy(rows, ({ task }) => task)].map(([task, own]) => {
      const { latest, avg, loss, min, max, ratio } = pingStats(own.map(({ value }) => value));
      return [task.id, { name: task.name, latest, avg, tail: ratio, loss, min, max }];
    }),
  );
}
