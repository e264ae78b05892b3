import { isRecord } from "../../util/json";
import { type NodeStatus } from "../model/model";
import { type FailedReadings, type ReadingGroup } from "../model/readings";
import { wireNumbers } from "./metricWire";
import { type Mutable } from "./sample";

/** The keys of `quality` for readings that are shown. */
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
 * covers failed. "" and missing keys mean an agent that does not report quality: its readings are valid.
 * Runs for every status, so it allocates only if something failed.
 */
export function failedReadings(quality: unknown): FailedReadings | undefined {
  if (!isRecord(quality)) return undefined;
  let failed: Partial<Record<ReadingGroup, string>> | undefined;
  for (const key in quality) {
    const word = quality[key];
    if (word === "ok" || typeof word !== "string" || /^\s*(?:ok\s*)?$/i.test(word)) continue;
    const group = groups.get(key);
    if (group !== undefined) (failed ??= {})[group] = word;
  }
  return failed;
}

/** Readings of a status that are not among the numbers of a sample. */
const otherReadings = [
  ["load5", "load"],
  ["load15", "load"],
  ["uptimeSeconds", "uptime"],
  ["gpus", "gpu"],
] as const satisfies readonly (readonly [keyof NodeStatus, ReadingGroup])[];

/** The status without the failed readings, whatever number the server sent in their place. */
export function withoutFailed(status: NodeStatus, failed: FailedReadings): NodeStatus {
  const known: Mutable<NodeStatus> = { ...status };
  for (const { field, group } of wireNumbers) {
    if (group !== undefined && failed[group] !== undefined) known[field] = undefined;
  }
  for (const [reading, group] of otherReadings) {
    if (failed[group] !== undefined) known[reading] = undefined;
  }
  return known;
}
