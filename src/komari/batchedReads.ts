import { type BatchCaller, type CallOptions } from "../rpc/client";
import { decodeRecent } from "./decode/recent";
import { decodeMethodHelp } from "./decode/help";
import { type MethodHelp } from "./model/methodHelp";
import { type Sample } from "./model/model";
import { isRecord } from "../util/json";

/**
 * What each node reported within the last one or two minutes, in order of time, by common:getNodeRecentStatus. Nodes
 * whose call failed are missing.
 */
export async function recentReports(
  caller: BatchCaller,
  uuids: readonly string[],
  options?: CallOptions,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const calls = uuids.map((uuid) => ({ method: "common:getNodeRecentStatus", params: { uuid } }));
  const outcomes = await caller.batch(calls, { ...options, readOnly: true });
  const reports = new Map<string, readonly Sample[]>();
  for (const [index, uuid] of uuids.entries()) {
    const outcome = outcomes[index];
    if (outcome?.ok === true) reports.set(uuid, decodeRecent(outcome.result).samples);
  }
  const [first] = outcomes;
  if (reports.size === 0 && first?.ok === false) throw first.error;
  return reports;
}

/** The rpc.help of each method, by name; methods without help are missing. */
export async function helpOf(
  caller: BatchCaller,
  names: readonly string[],
  options?: CallOptions,
): Promise<ReadonlyMap<string, MethodHelp>> {
  const found = new Map<string, MethodHelp>();
  const calls = names.map((method) => ({ method: "rpc.help", params: { method } }));
  const outcomes = await caller.batch(calls, { ...options, readOnly: true });
  for (const [index, outcome] of outcomes.entries()) {
    const name = names[index];
    if (name === undefined || !outcome.ok || !isRecord(outcome.result)) continue;
    found.set(name, decodeMethodHelp(outcome.result, name));
  }
  return found;
}
