import { isRecord } from "../../util/json";
import { type KomariNode, type NodeList } from "../model/model";
import { expiry, price, trafficLimitType } from "./contract";
import { entriesOf } from "./entries";
import { malformed } from "./malformed";
import { label, number, positive, text, type WireRecord } from "./primitives";
import { swapTotal } from "./sample";
import { tags } from "./tags";
import { time } from "./time";

/**
 * common:getNodes: a map uuid → Client; the bare Client of a call with `uuid` and a list are taken
 * too. Order is the server's. `now` (epoch ms) tells long-term contracts.
 * Throws RpcLocalError "malformed" when the response is nothing of that kind.
 */
export function decodeNodes(result: unknown, now: number): NodeList {
  const entries = isBareNode(result) ? [["", result] as const] : entriesOf(result);
  if (entries === undefined) throw malformed("nodes", result);
  const nodes = new Map<string, KomariNode>();
  let privileged = false;
  for (const [key, record] of entries) {
    const uuid = text(record.uuid) ?? text(key);
    if (uuid === undefined) continue;
    nodes.set(uuid, node(uuid, record, now));
    privileged ||= text(record.token) !== undefined;
  }
  return { nodes: [...nodes.values()], privileged };
}

function isBareNode(result: unknown): result is WireRecord {
  return isRecord(result) && typeof result.uuid === "string";
}

function node(uuid: string, record: WireRecord, now: number): KomariNode {
  return {
    uuid,
    name: label(record.name) ?? "",
    group: label(record.group),
    tags: tags(record.tags),
    weight: number(record.weight) ?? 0,
    hidden: record.hidden === true,
    region: label(record.region),
    ...machine(record),
    ipv4: label(record.ipv4),
    ipv6: label(record.ipv6),
    agentVersion: label(record.version),
    remark: text(record.remark),
    publicRemark: text(record.public_remark),
    price: price(record),
    autoRenewal: record.auto_renewal === true,
    expiry: expiry(record.expired_at, now),
    trafficLimit: positive(record.traffic_limit),
    trafficLimitType: trafficLimitType(record.traffic_limit_type),
    createdAt: time(record.created_at),
  };
}

/** What the agent reported of its machine; all of it is empty until it has reported. */
function machine(record: WireRecord) {
  const memoryTotal = positive(record.mem_total);
  return {
    os: label(record.os),
    kernelVersion: label(record.kernel_version),
    cpuName: label(record.cpu_name),
    cpuCores: positive(record.cpu_cores),
    cpuPhysicalCores: positive(record.cpu_physical_cores),
    gpuName: gpuName(record.gpu_name),
    memoryTotal,
    swapTotal: swapTotal(record, memoryTotal),
    diskTotal: positive(record.disk_total),
  };
}

/** Agents write "None" where there is no GPU. */
function gpuName(value: unknown): string | undefined {
  return value === "None" ? undefined : label(value);
}
