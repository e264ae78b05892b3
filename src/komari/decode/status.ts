import { isRecord } from "../../util/json";
import { type NodeStatus } from "../model";
import { gpuDevices, gpuUsage } from "./gpu";
import { malformed } from "./malformed";
import { pingSummaries } from "./pingSummaries";
import {
  isArray,
  nonNegative,
  nonZero,
  number,
  positive,
  text,
  type WireRecord,
} from "./primitives";
import { swapTotal, tcpOfBoth } from "./sample";
import { statusFields } from "./statusFields";
import { time } from "./time";
import { unknownFields } from "./unknown";

/**
 * common:getNodesLatestStatus: a map uuid → NodeStatus; the bare NodeStatus of a call with `uuid`
 * and a list are taken too. Entries of no node (1.0.7 has one under the key "") are dropped.
 * The hot path, for every node every few seconds: one pass, one shape of object, no closures.
 * Throws RpcLocalError "malformed" when the answer is nothing of that kind.
 */
export function decodeLatestStatus(result: unknown): ReadonlyMap<string, NodeStatus> {
  if (isArray(result)) return fromList(result);
  if (!isRecord(result)) throw malformed("latest status", result);
  if (typeof result.client === "string") return fromList([result]);
  const keys = Object.keys(result);
  const statuses = new Map<string, NodeStatus>();
  let nothing = keys.length > 0;
  for (const key of keys) {
    const entry = result[key];
    if (!isRecord(entry)) continue;
    nothing = false;
    const uuid = key === "" ? text(entry.client) : key;
    if (uuid !== undefined) statuses.set(uuid, status(uuid, entry));
  }
  // Fields, but not one object: a REST error body, for one.
  if (nothing) throw malformed("latest status", result);
  return statuses;
}

function fromList(list: readonly unknown[]): ReadonlyMap<string, NodeStatus> {
  const entries = list.filter(isRecord);
  if (entries.length === 0 && list.length > 0) throw malformed("latest status", list);
  const statuses = new Map<string, NodeStatus>();
  for (const entry of entries) {
    const uuid = text(entry.client);
    if (uuid !== undefined) statuses.set(uuid, status(uuid, entry));
  }
  return statuses;
}

function status(uuid: string, record: WireRecord): NodeStatus {
  const memoryTotal = positive(record.ram_total);
  const udpConnections = nonNegative(record.connections_udp);
  return {
    uuid,
    online: record.online === true,
    time: time(record.time),
    cpu: number(record.cpu),
    gpu: gpuUsage(record),
    memoryUsed: nonNegative(record.ram),
    memoryTotal,
    swapUsed: nonNegative(record.swap),
    swapTotal: swapTotal(record, memoryTotal),
    diskUsed: nonNegative(record.disk),
    diskTotal: positive(record.disk_total),
    load1: nonNegative(record.load),
    load5: nonNegative(record.load5),
    load15: nonNegative(record.load15),
    temperature: nonZero(record.temp),
    networkIn: nonNegative(record.net_in),
    networkOut: nonNegative(record.net_out),
    totalUp: nonNegative(record.net_total_up),
    totalDown: nonNegative(record.net_total_down),
    processes: nonNegative(record.process),
    tcpConnections: tcpOfBoth(record, udpConnections),
    udpConnections,
    uptimeSeconds: positive(record.uptime),
    ping: pingSummaries(record.ping),
    gpus: gpuDevices(record.gpu_detailed_info),
    unknown: unknownFields(record, statusFields),
  };
}
