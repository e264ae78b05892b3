import { pingStats } from "../fleet/pingStats";
import { type PingTask } from "../fleet/pingTasks";
import { type SimNode } from "../fleet/simNode";
import { groupBy } from "../groupBy";
import { type Json } from "../json";
import { type World } from "../world";
import { type PingQuery, type PingRow, tasksOf } from "./pingRows";

export interface TaskQuery extends PingQuery {
  readonly ofOneNode: boolean;
}

/** Each task with the statistics of its rows; in requests for a node or a task also tasks without rows. */
export function taskInfo(
  rows: readonly PingRow[],
  { nodes, taskId, ofOneNode }: TaskQuery,
  world: World,
  quantiles: boolean,
): Json[] {
  const { profile, fleet } = world;
  const isSpecific = ofOneNode || taskId > 0;
  const byTask = groupBy(rows, ({ task }) => task.id);
  return tasksOf(taskId, world)
    .filter((task) => byTask.has(task.id) || (isSpecific && nodes.some(task.runsOn)))
    .map((task) => {
      const stats = pingStats((byTask.get(task.id) ?? []).map(({ value }) => value));
      const { loss, min, max, avg, total, latest, p50, p99, ratio } = stats;
      return {
        id: task.id,
        name: task.name,
        type: task.type,
        interval: task.interval,
        loss,
        min,
        max,
        avg,
        total,
        ...(quantiles ? { latest, p50, p99, p99_p50_ratio: ratio } : {}),
        default_on: profile.history.pingQuantiles ? false : undefined,
        clients: ofOneNode || taskId <= 0 ? undefined : clientsOf(task, fleet.inOrder),
      };
    });
}

export function clientsOf(task: PingTask, nodes: readonly SimNode[]): string[] {
  return nodes.filter((node) => task.runsOn(node)).map(({ uuid }) => uuid);
}
