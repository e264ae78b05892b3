import { isRecord } from "../../util/json";
import { type NodeStatus } from "../model/model";
import { failedReadings, withoutFailed } from "./failedReadings";
import { gpuReadings } from "./gpu";
import { malformed } from "./malformed";
import { pingSummaries } from "./pingSummaries";
import { isArray, nonNegative, nonZero, positive, text, type WireRecord } from "./primitives";
import { swapTotal, tcpConnections } from "./sample";
import { time } from "./time";

/**
 * common:getNodesLatestStatus: a map uuid → NodeStatus; the bare NodeStatus of a call with `uuid`
 * and a list are taken too. Entries of no node (1.0.7 has one under the key "") are dropped, and of
 * nodes that have not reported since the server started.
 * The hot path, for every node every few seconds: one pass, one shape of object, no closures.
 * Throws RpcLocalError "malformed" when the response is nothing of that kind.
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
    const decoded = uuid === undefined ? undefined : status(uuid, entry);
    if (decoded !== undefined) statuses.set(decoded.uuid, decoded);
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
    const decoded = uuid === undefined ? undefined : status(uuid, entry);
    if (decoded !== undefined) statuses.set(decoded.uuid, decoded);
  }
  return statuses;
}

/**
 * Undefined for an entry of a node that has not reported since the server started: some servers have
 * one, in which every reading is 0. Online it is one whose readings are unknown.
 */
function status(uuid: string, entry: WireRecord): NodeStatus | undefined {
  const online = entry.online === true;
  const reported = hasReported(entry);
  if (!reported && !online) return undefined;
  const record = reported ? entry : noReadings;
  const memoryTotal = positive(record.ram_total);
  const udpConnections = nonNegative(record.connections_udp);
  const gpu = gpuReadings(record);
  const failed = failedReadings(entry.quality);
  // Written out: a loop over `metricWire` takes twice as long. The compiler and a test hold the two together.
  const decoded: NodeStatus = {
    uuid,
    online,
    time: time(entry.time) ?? time(entry.received_at),
    cpu: nonNegative(record.cpu),
    gpu: gpu.usage,
    memory: nonNegative(record.ram),
    memoryTotal,
    swap: nonNegative(record.swap),
    swapTotal: swapTotal(record, memoryTotal),
    disk: nonNegative(record.disk),
    diskTotal: positive(record.disk_total),
    load: nonNegative(record.load),
    load5: nonNegative(record.load5),
    load15: nonNegative(record.load15),
    temperature: nonZero(record.temp),
    networkIn: nonNegative(record.net_in),
    networkOut: nonNegative(record.net_out),
    totalUp: nonNegative(record.net_total_up),
    totalDown: nonNegative(record.net_total_down),
    processes: nonNegative(record.process),
    tcpConnections: tcpConnections(record, udpConnections),
    udpConnections,
    uptimeSeconds: positive(record.uptime),
    ping: pingSummaries(entry.ping),
    gpus: gpu.devices,
    failed,
  };
  return failed === undefined ? decoded : withoutFailed(decoded, failed);
}

const noReadings: WireRecord = Object.freeze({});

/** Uptime and memory, never 0 on a running machine, decide nearly every case. */
const readings = [
  ...["uptime", "ram_total", "cpu", "ram", "disk_total", "disk", "swap_total", "swap", "load"],
  ...["net_total_up", "net_total_down", "net_in", "net_out", "process", "connections", "gpu"],
];

/**
 * False for an entry of zeros, or without readings and with a time in year 1. A report whose readings all
 * failed still is a report.
 */
function hasReported(record: WireRecord): boolean {
  for (const field of readings) if (nonZero(record[field]) !== undefined) return true;
  if (failedReadings(record.quality) !== undefined) return true;
  const isZero = record.uptime === 0 && record.ram_total === 0;
  return !isZero && (typeof record.time !== "string" || time(record.time) !== undefined);
}
