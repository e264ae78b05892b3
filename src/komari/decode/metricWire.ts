import { type SampledMetric, type SampleField, sampleFields } from "../../shared/metrics";
import { type ReadingGroup } from "../model/readings";
import { nonNegative, nonZero, positive } from "./primitives";

/** What a number says: values below `min` nothing, and 0 nothing where it is not a zero. */
const guards = {
  nonNegative: { read: nonNegative, min: 0, isZeroKnown: true },
  positive: { read: positive, min: Number.MIN_VALUE, isZeroKnown: true },
  nonZero: { read: nonZero, min: -Number.MAX_VALUE, isZeroKnown: false },
} as const;

interface WireNumber {
  /** The same in a status, a recent report and a row of records. */
  readonly key: string;
  readonly known: keyof typeof guards;
  /** The readings that it fails with; undefined: servers do not say that it failed. */
  readonly group?: ReadingGroup;
}

interface WireMetric extends WireNumber {
  /** The `load_type` of records that have this metric. */
  readonly loadType: string;
}

/**
 * Where servers send the numbers of a sample. What differs between statuses, recent reports and records is in their
 * decoders: TCP connections, swap without a total, and GPUs.
 */
export const metricWire = {
  cpu: { key: "cpu", known: "nonNegative", loadType: "cpu", group: "cpu" },
  load: { key: "load", known: "nonNegative", loadType: "load", group: "load" },
  memory: { key: "ram", known: "nonNegative", loadType: "ram", group: "memory" },
  memoryTotal: { key: "ram_total", known: "positive", group: "memory" },
  swap: { key: "swap", known: "nonNegative", loadType: "swap", group: "swap" },
  swapTotal: { key: "swap_total", known: "positive", group: "swap" },
  disk: { key: "disk", known: "nonNegative", loadType: "disk", group: "disk" },
  diskTotal: { key: "disk_total", known: "positive", group: "disk" },
  networkIn: { key: "net_in", known: "nonNegative", loadType: "network", group: "networkRate" },
  networkOut: { key: "net_out", known: "nonNegative", loadType: "network", group: "networkRate" },
  totalDown: {
    key: "net_total_down",
    known: "nonNegative",
    loadType: "network",
    group: "networkTotal",
  },
  totalUp: {
    key: "net_total_up",
    known: "nonNegative",
    loadType: "network",
    group: "networkTotal",
  },
  tcpConnections: {
    key: "connections",
    known: "nonNegative",
    loadType: "connections",
    group: "connections",
  },
  udpConnections: {
    key: "connections_udp",
    known: "nonNegative",
    loadType: "connections",
    group: "connections",
  },
  processes: { key: "process", known: "nonNegative", loadType: "process", group: "processes" },
  temperature: { key: "temp", known: "nonZero", loadType: "temp" },
  gpu: { key: "gpu", known: "nonNegative", loadType: "gpu", group: "gpu" },
} as const satisfies Readonly<Record<SampledMetric, WireMetric> & Record<SampleField, WireNumber>>;

/** "all": rows with all fields. */
export type LoadType = (typeof metricWire)[SampledMetric]["loadType"] | "all";

/** In the order of `sampleFields`. */
export const wireNumbers = sampleFields.map((field) => {
  const { key, known, group }: WireNumber = metricWire[field];
  return { field, key, group, ...guards[known] };
});
