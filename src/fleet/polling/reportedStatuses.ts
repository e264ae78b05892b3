import { type NodeStatus, type Sample } from "../../komari/model/model";

/**
 * How long after its newest report a node counts as online: servers take an agent on a socket for offline after
 * 11 s without a message, and one that reports by POST after 35 s.
 */
const onlineMs = { min: 15_000, max: 40_000 } as const;

/** The most that reports go back: they are of the last one or two minutes. */
const keptMs = 150_000;

/**
 * The statuses of nodes by their newest reports, which do not say who is online: whoever reported just now, for as
 * long as agents take that report as rarely as this one. Nodes without a recent report have none here.
 * @param reports of each node, in order of time.
 * @param serverTime now, by the server's clock; undefined: not known, so the newest report stands for it.
 */
export function statusesOf(
  reports: ReadonlyMap<string, readonly Sample[]>,
  serverTime: number | undefined,
): ReadonlyMap<string, NodeStatus> {
  const now = timeOf(reports.values(), serverTime);
  const statuses = new Map<string, NodeStatus>();
  for (const [uuid, samples] of reports) {
    const report = samples.at(-1);
    if (report !== undefined) statuses.set(uuid, statusOf(uuid, report, isOnline(samples, now)));
  }
  return statuses;
}

function statusOf(uuid: string, report: Sample, online: boolean): NodeStatus {
  return {
    ...report,
    uuid,
    online,
    // 0 is what a machine without a GPU reports too.
    gpu: report.gpu === 0 ? undefined : report.gpu,
    load5: undefined,
    load15: undefined,
    uptimeSeconds: undefined,
    ping: undefined,
  };
}

function isOnline(samples: readonly Sample[], now: number): boolean {
  const times = samples.flatMap(({ time }) => time ?? []);
  const newest = times.at(-1) ?? -Infinity;
  const silenceMs = Math.max(onlineMs.min, 2 * usualGap(times));
  return newest > now - Math.min(silenceMs, onlineMs.max);
}

/** Milliseconds between two reports: the median, for an interruption says nothing of it. */
function usualGap(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
}

/** No server keeps reports as old as all of these would be if one of the clocks was set meanwhile. */
function timeOf(reports: Iterable<readonly Sample[]>, serverTime = Infinity): number {
  let newest = -Infinity;
  for (const samples of reports) newest = Math.max(newest, samples.at(-1)?.time ?? -Infinity);
  return serverTime - newest > keptMs ? newest : serverTime;
}
