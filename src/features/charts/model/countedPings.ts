import { type HistoryWindow, windowQuery } from "../../../fleet/history/historyWindow";
import { tellsPingStats } from "../../../komari/features";
import { type PingTaskStats } from "../../../komari/model/model";
import { type PingStatsQuery } from "../../../komari/recordsQuery";
import { type PingStats } from "../../../shared/chartApi";
import { type ChartServer } from "./chartSource";
import { pingName } from "../../../shared/pingName";
import { type CountedKind, type CountedPings, definedStats } from "./pingLines";
import { identityOf } from "./serverFacts";

type Scope = Pick<PingStatsQuery, "uuid" | "taskId">;

/** Statistics of pings without a request; undefined as for `countedPings`. */
export function notCounted(server: ChartServer): CountedPings | undefined {
  return tellsPingStats(identityOf(server)?.methods) ? new Map() : undefined;
}

/**
 * What the server counted of a node's pings, by its own method for that. Undefined where it has
 * none: such a server's records are every single ping, and what comes with them is true. Empty
 * where it cannot say, for its records are then no more than the last ping of every minute.
 */
export async function countedPings(
  server: ChartServer,
  uuid: string,
  window: HistoryWindow,
  signal: AbortSignal,
): Promise<CountedPings | undefined> {
  const tasks = await fetchCounts(server, { uuid }, window, signal);
  return tasks && kindsByTask(tasks);
}

function kindsByTask(tasks: readonly PingTaskStats[]): CountedPings {
  const kinds = new Map<number, CountedKind[]>();
  for (const task of tasks) {
    const stats = trueStats(task);
    if (stats === undefined) continue;
    const kind = { name: pingName(task, tasks), stats };
    const ofTask = kinds.get(task.taskId);
    if (ofTask === undefined) kinds.set(task.taskId, [kind]);
    else ofTask.push(kind);
  }
  // The server returns them in any order.
  for (const ofTask of kinds.values()) ofTask.sort((a, b) => (a.name < b.name ? -1 : 1));
  return kinds;
}

/**
 * What the server counted of the pings of one task, by node; empty where it does not say.
 * @param uuid of this node only.
 */
export async function countedNodes(
  server: ChartServer,
  { uuid, taskId }: Scope & { readonly taskId: number },
  window: HistoryWindow,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PingStats>> {
  const tasks = (await fetchCounts(server, { uuid, taskId }, window, signal)) ?? [];
  const ofTask = tasks.filter((task) => task.taskId === taskId);
  return statsBy(ofTask, (task) => task.uuid);
}

async function fetchCounts(
  server: ChartServer,
  scope: Scope,
  window: HistoryWindow,
  signal: AbortSignal,
): Promise<readonly PingTaskStats[] | undefined> {
  if (!tellsPingStats(identityOf(server)?.methods)) return undefined;
  const tasks = await server.session.api
    .pingStats({ ...scope, ...windowQuery(window) }, { signal })
    // The pings themselves are there: better without these counts than not at all.
    .catch(() => []);
  return tasks ?? [];
}

function statsBy<K>(
  tasks: readonly PingTaskStats[],
  keyOf: (task: PingTaskStats) => K | undefined,
): ReadonlyMap<K, PingStats> {
  const counted = tasks
    .filter((task) => isOfLine(task, tasks))
    .flatMap((task) => {
      const [key, stats] = [keyOf(task), trueStats(task)];
      return key === undefined || stats === undefined ? [] : [[key, stats] as const];
    });
  return new Map(counted);
}

/** Of several kinds of pings of a task only the one that the server lists first stands for them all. */
function isOfLine(task: PingTaskStats, all: readonly PingTaskStats[]): boolean {
  if (task.role === "primary") return true;
  return all.every(
    (other) => other === task || other.taskId !== task.taskId || other.uuid !== task.uuid,
  );
}

/** Percentiles of the server are averages over those of each minute: those of the records are more accurate. */
function trueStats({
  loss,
  total,
  latest,
  average,
  minAverage,
  min,
  max,
}: PingTaskStats): PingStats | undefined {
  return definedStats({ loss, total, latest, average, minAverage, min, max });
}
