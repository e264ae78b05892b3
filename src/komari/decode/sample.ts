import { sampleFields } from "../../shared/metrics";
import { type Sample } from "../model/model";
import { wireNumbers } from "./metricWire";
import { nonNegative, positive, type WireRecord } from "./primitives";
import { time } from "./time";

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Copied for each row, for V8 is slow to add fields in a loop. */
const unknownSample = {
  time: undefined,
  ...Object.fromEntries(sampleFields.map((field) => [field, undefined])),
} as Sample;

/** A row of getNodeRecentStatus, whose `connections` are TCP and UDP together; without a GPU it is at 0. */
export function liveSample(record: WireRecord): Sample {
  const sample: Mutable<Sample> = { ...unknownSample };
  sample.time = time(record.time);
  for (const { field, key, read } of wireNumbers) sample[field] = read(record[key]);
  sample.swapTotal = swapTotal(record, sample.memoryTotal);
  sample.tcpConnections = tcpConnections(record, sample.udpConnections);
  return sample;
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
