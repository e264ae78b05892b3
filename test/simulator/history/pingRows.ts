import { type PingTask, pingValue } from "../fleet/pingTasks";
import { type SimNode, hour } from "../fleet/simNode";
import { type World } from "../world";
import { gridOf } from "./grid";
import { type TimeRange } from "./timeRange";

export interface PingRow {
  readonly node: SimNode;
  readonly task: PingTask;
  readonly time: number;
  /** Milliseconds; below 0 = lost. */
  readonly value: number;
}

export interface PingQuery {
  readonly nodes: readonly SimNode[];
  /** 0 and -1 = all. */
  readonly taskId: number;
  readonly range: TimeRange;
}

export function tasksOf(taskId: number, { fleet }: World): readonly PingTask[] {
  return taskId <= 0 ? fleet.pingTasks : fleet.pingTasks.filter(({ id }) => id === taskId);
}

/** The stored rows of the requested pings, in order of time. */
export function pingRows(query: PingQuery, world: World): PingRow[] {
  const spots = world.profile.history.pingRaw ? rawSpots : bucketSpots;
  return tasksOf(query.taskId, world)
    .flatMap((task) =>
      query.nodes
        .filter((node) => task.runsOn(node))
        .flatMap((node) =>
          spots(node, task, query.range, world).map((row) => ({ node, task, ...row })),
        ),
    )
    .sort((a, b) => a.time - b.time);
}

/** One ping: milliseconds; below 0 = lost. */
export interface Ping {
  readonly time: number;
  readonly value: number;
}

function rawSpots(
  node: SimNode,
  task: PingTask,
  range: TimeRange,
  { clock, knobs, fleet }: World,
): Ping[] {
  const now = clock.now();
  const stepMs = task.interval * 1000;
  const from = Math.max(range.from, now - knobs.pingPreserveHours * hour);
  const spots: Ping[] = [];
  for (
    let time = lastSent(node, task, from) + stepMs;
    time <= Math.min(range.to, now);
    time += stepMs
  ) {
    if (fleet.recorded(node, time)) spots.push({ time, value: pingValue(node, task, time) });
  }
  return spots;
}

/** When the newest ping of `time` was sent. */
function lastSent(node: SimNode, task: PingTask, time: number): number {
  const stepMs = task.interval * 1000;
  const phase = node.seed % stepMs;
  return Math.floor((time - phase) / stepMs) * stepMs + phase;
}

/** Since 1.2.7 a bucket keeps its last value only. */
function bucketSpots(
  node: SimNode,
  task: PingTask,
  range: TimeRange,
  { clock, knobs, fleet, profile }: World,
): Ping[] {
  const now = clock.now();
  const { stepMs, times } = gridOf(range, now, knobs.pingPreserveHours * hour, profile);
  return times.flatMap((time) => {
    const last = Math.min(time + stepMs, now) - 1;
    if (!fleet.recorded(node, last)) return [];
    return [{ time, value: pingValue(node, task, lastSent(node, task, last)) }];
  });
}

/** Every ping that was sent, for the statistics that count them all; in order of time. */
export function allPings(
  node: SimNode,
  task: PingTask,
  range: TimeRange,
  world: World,
): readonly Ping[] {
  return task.runsOn(node) ? rawSpots(node, task, range, world) : [];
}
