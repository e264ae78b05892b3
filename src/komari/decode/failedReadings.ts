import { isRecord } from "../../util/json";
import { type NodeStatus } from "../model";
import { type FailedReadings, type ReadingGroup } from "../readings";

/** The keys of `quality`; other keys are of nothing that we show. */
const groups: ReadonlyMap<string, ReadingGroup> = new Map([
  ["cpu", "cpu"],
  ["ram", "memory"],
  ["swap", "swap"],
  ["load", "load"],
  ["disk", "disk"],
  ["net_rate", "networkRate"],
  ["network", "networkTotal"],
  ["process", "processes"],
  ["connections", "connections"],
  ["uptime", "uptime"],
  ["gpu", "gpu"],
]);

/**
 * `quality` of a status of Nekomari 1.6.4 and later: key → "ok", or a word for why the readings that it
 * covers failed. "" and a key that is not there are of an agent that does not tell: its readings hold.
 * Runs for every status, so that it allocates only where something failed.
 */
export function failedReadings(quality: unknown): FailedReadings | undefined {
  if (!isRecord(quality)) return undefined;
  let failed: Partial<Record<ReadingGroup, string>> | undefined;
  for (const key in quality) {
    const word = quality[key];
    if (word === "ok" || typeof word !== "string" || word.trim() === "") continue;
    const group = groups.get(key);
    if (group !== undefined) (failed ??= {})[group] = word;
  }
  return failed;
}

const covered: Readonly<Record<ReadingGroup, Partial<NodeStatus>>> = {
  cpu: { cpu: undefined },
  memory: { memoryUsed: undefined, memoryTotal: undefined },
  swap: { swapUsed: undefined, swapTotal: undefined },
  load: { load1: undefined, load5: undefined, load15: undefined },
  disk: { diskUsed: undefined, diskTotal: undefined },
  networkRate: { networkIn: undefined, networkOut: undefined },
  networkTotal: { totalUp: undefined, totalDown: undefined },
  processes: { processes: undefined },
  connections: { tcpConnections: undefined, udpConnections: undefined },
  uptime: { uptimeSeconds: undefined },
  gpu: { gpu: undefined, gpus: undefined },
};

/** The status without the readings that failed, whatever number the server has put in their place. */
export function withoutFailed(status: NodeStatus, failed: FailedReadings): NodeStatus {
  let known = status;
  for (const group of groups.values()) {
    if (failed[group] !== undefined) known = { ...known, ...covered[group] };
  }
  return known;
}
