import { type Sample } from "../model/model";
import { nonNegative, nonZero, positive, type WireRecord } from "./primitives";
import { time } from "./time";

/** A row of getNodeRecentStatus, whose `connections` are TCP and UDP together; without a GPU it is at 0. */
export function liveSample(record: WireRecord): Sample {
  const memoryTotal = positive(record.ram_total);
  const udpConnections = nonNegative(record.connections_udp);
  return {
    time: time(record.time),
    cpu: nonNegative(record.cpu),
    gpu: nonNegative(record.gpu),
    memoryUsed: nonNegative(record.ram),
    memoryTotal,
    swapUsed: nonNegative(record.swap),
    swapTotal: swapTotal(record, memoryTotal),
    diskUsed: nonNegative(record.disk),
    diskTotal: positive(record.disk_total),
    load1: nonNegative(record.load),
    temperature: nonZero(record.temp),
    networkIn: nonNegative(record.net_in),
    networkOut: nonNegative(record.net_out),
    totalUp: nonNegative(record.net_total_up),
    totalDown: nonNegative(record.net_total_down),
    processes: nonNegative(record.process),
    tcpConnections: tcpConnections(record, udpConnections),
    udpConnections,
  };
}

/** 0 or missing means "no swap" if the machine reports its memory, else unknown. */
export function swapTotal(record: WireRecord, memoryTotal: number | undefined): number | undefined {
  const total = record.swap_total ?? 0;
  if (total !== 0 || record.swap_total === null) return positive(total);
  return memoryTotal === undefined ? undefined : 0;
}

/** `connections_tcp` of Nekomari; else from a field that counts TCP and UDP together. */
export function tcpConnections(record: WireRecord, udp: number | undefined): number | undefined {
  const tcp = nonNegative(record.connections_tcp);
  if (tcp !== undefined) return tcp;
  const both = nonNegative(record.connections);
  return both === undefined || udp === undefined ? undefined : Math.max(0, both - udp);
}
