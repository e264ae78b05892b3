import { type Sample } from "../model";
import { nonNegative, nonZero, number, positive, type WireRecord } from "./primitives";
import { time } from "./time";

/** A row of getNodeRecentStatus, whose `connections` are TCP and UDP together. */
export function liveSample(record: WireRecord): Sample {
  const memoryTotal = positive(record.ram_total);
  const udpConnections = nonNegative(record.connections_udp);
  return {
    time: time(record.time),
    cpu: number(record.cpu),
    gpu: positive(record.gpu),
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
    tcpConnections: tcpOfBoth(record, udpConnections),
    udpConnections,
  };
}

/** 0 says "no swap" only where the machine tells its memory; else nothing is known. */
export function swapTotal(record: WireRecord, memoryTotal: number | undefined): number | undefined {
  return positive(record.swap_total) ?? (memoryTotal === undefined ? undefined : 0);
}

/** TCP connections out of a field that counts both kinds. */
export function tcpOfBoth(record: WireRecord, udp: number | undefined): number | undefined {
  const both = nonNegative(record.connections);
  return both === undefined || udp === undefined ? undefined : Math.max(0, both - udp);
}
