import { type PingResponse } from "../../../fleet/history/historyStore";
import { type PingTask } from "../../../komari/model/model";
import { type PingStats } from "../../../shared/chartApi";
import { taskName } from "../../../shared/pingName";
import { type TimeRange } from "../../../shared/times";
import { type RawLine, type RawSeries } from "./snapshot";

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
