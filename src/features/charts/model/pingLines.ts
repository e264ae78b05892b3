import { type PingResponse } from "../../../fleet/history/historyStore";
import { type PingTask, type PingTaskStats } from "../../../komari/model/model";
import { type PingStats } from "../../../shared/chartApi";
import { taskName, pingName } from "../../../shared/pingName";
import { type TimeRange } from "../../../shared/times";
import { type RawLine, type RawSeries } from "./snapshot";
import { type HistoryWindow, windowQuery } from "../../../fleet/history/historyWindow";
import { tellsPingStats } from "../../../komari/features";
import { type PingStatsQuery } from "../../../komari/recordsQuery";
import { type ChartServer } from "./chartSource";
import { identityOf } from "./serverFacts";

/** Statistics of the pings of a task, or of one kind of them: by IPv4 or IPv6, by ICMP or TCP. */
export interface CountedKind {
  /** Of the task, with the kind where there are several. Untrusted text. */
  readonly name: string;
  readonly stats: PingStats;
}

/** The server's ping statistics by task, with an entry for each kind of pings. */
export type CountedPings = ReadonlyMap<number, readonly CountedKind[]>;

function pingSeriesId(taskId: number): string {
  return `ping:${taskId}`;
}

/**
 * A series for each task that has pings, in order of their numbers, which is the same for all nodes.
 * @param counted statistics of the server's own method; undefined if it has none: then the records are all
 * pings, unless downsampled.
 */
export function pingSeries(response: PingResponse, counted: CountedPings | undefined): RawSeries[] {
  const tasks = new Map(response.tasks.map((task) => [task.id, task]));
  return response.series
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => a.taskId - b.taskId)
    .map(({ taskId, times, values }) => {
      const id = pingSeriesId(taskId);
      const task = tasks.get(taskId);
      const kinds = counted?.get(taskId) ?? [];
      const stats = counted === undefined ? responseStats(task, response) : statsOfAll(kinds);
      const line: RawLine = {
        id,
        metric: "ping",
        name: taskName(taskId, task?.name),
        values,
        ...(stats !== undefined && { stats }),
        ...(counted !== undefined && { lastOfStep: true }),
      };
      const others = kinds.length > 1 ? kinds.map((kind) => kindLine(id, kind, times.length)) : [];
      return { id, times, lines: [line, ...others] };
    });
}

/** The records mix the pings of all kinds, so statistics of several kinds match no line. */
function statsOfAll([first, ...others]: readonly CountedKind[]): PingStats | undefined {
  return others.length === 0 ? first?.stats : undefined;
}

/** A kind of pings has statistics, but no records of its own. */
function kindLine(id: string, { name, stats }: CountedKind, rows: number): RawLine {
  const values = new Float64Array(rows).fill(NaN);
  return { id: `${id}:${name}`, metric: "ping", name, stats, lastOfStep: true, values };
}

/** A span that has moved on by no more than this share still has about the same counts. */
const movedShare = 0.05;

/** Records of all pings are more accurate, for any part of the time range. */
function responseStats(
  task: PingTask | undefined,
  { sampled, counted, from, to }: PingResponse,
): PingStats | undefined {
  if (!sampled || task === undefined) return undefined;
  return isAbout(counted, { from, to }) ? definedStats(task) : undefined;
}

function isAbout(counted: TimeRange, span: TimeRange): boolean {
  const slack = (span.to - span.from) * movedShare;
  return Math.abs(counted.from - span.from) <= slack && Math.abs(counted.to - span.to) <= slack;
}

const counts = [
  ...(["latest", "average", "minAverage", "p50", "p99", "min", "max", "loss", "total"] as const),
] as const;

/** Without what is unknown; undefined when that is all of it. */
export function definedStats(
  source: Partial<Readonly<Record<(typeof counts)[number], number | undefined>>>,
): PingStats | undefined {
  const stats = Object.fromEntries(
    counts.flatMap((name) => {
      const value = source[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return Object.keys(stats).length > 0 ? stats : undefined;
}

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
