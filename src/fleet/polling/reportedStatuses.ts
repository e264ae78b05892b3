import { type NodeStatus, type Sample } from "../../komari/model";

/** Agents report every few seconds. Servers take one for offline that has been silent for 11 seconds. */
const onlineForMs = 15_000;

/**
 * The statuses of nodes by their newest reports, which do not say who is online: whoever reported just now.
 * @param reports undefined: a node without a recent report. Its last status stays, as that of an offline node.
 * @param serverTime now, by the server's clock; undefined: not known, so the newest report stands for it.
 */
export function statusesOf(
  reports: ReadonlyMap<string, Sample | undefined>,
  last: (uuid: string) => NodeStatus | undefined,
  serverTime: number | undefined,
): ReadonlyMap<string, NodeStatus> {
  const now = serverTime ?? newestTime(reports.values());
  const statuses = new Map<string, NodeStatus>();
  for (const [uuid, report] of reports) {
    const lastStatus = last(uuid);
    if (report !== undefined) statuses.set(uuid, statusOf(uuid, report, now));
    else if (lastStatus !== undefined) statuses.set(uuid, { ...lastStatus, online: false });
  }
  return statuses;
}

function statusOf(uuid: string, report: Sample, now: number): NodeStatus {
  return {
    ...report,
    uuid,
    online: report.time !== undefined && report.time > now - onlineForMs,
    // 0 is what a machine without a GPU reports too.
    gpu: report.gpu === 0 ? undefined : report.gpu,
    load5: undefined,
    load15: undefined,
    uptimeSeconds: undefined,
    ping: undefined,
    unknown: {},
  };
}

function newestTime(reports: Iterable<Sample | undefined>): number {
  let newest = -Infinity;
  for (const report of reports) newest = Math.max(newest, report?.time ?? -Infinity);
  return newest;
}
