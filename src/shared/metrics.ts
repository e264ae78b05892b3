import * as l10n from "@vscode/l10n";
import { type Format } from "./format";

export type Unit =
  "percent" | "bytes" | "bytesPerSecond" | "milliseconds" | "celsius" | "count" | "load";

interface Metric {
  /** A name for people, in their language. */
  readonly label: () => string;
  readonly unit: Unit;
  /** The chart of a node in which it is drawn. */
  readonly chart: ChartId;
  /** Has a total, of which rows and thresholds show it as percent, and charts may. */
  readonly hasTotal?: true;
  /** Counts up from a start of the machine: a fall is a restart. */
  readonly counter?: true;
  /** Reported by each GPU or ping task, not in samples of a node. */
  readonly source?: "gpus" | "pings";
  /** Its name between braces in the setting `komari.nodes.description`. */
  readonly token?: string;
  /** Can be set in `komari.thresholds`. */
  readonly threshold?: Threshold;
}

interface Threshold {
  readonly default?: number;
  /** Why a node needs attention, in two words, with the value. */
  readonly reason: (value: string) => string;
}

/**
 * Everything that a node is measured by. Samples, records, charts, comparisons, exports, tokens of rows and thresholds
 * follow from this table; `komari/decode/metricWire.ts` has where servers send the values.
 */
export const metrics = {
  cpu: {
    label: () => l10n.t("CPU"),
    unit: "percent",
    chart: "cpu",
    token: "cpu",
    threshold: { default: 90, reason: (value) => l10n.t("CPU {0}", value) },
  },
  load: {
    label: () => l10n.t("Load"),
    unit: "load",
    chart: "load",
    token: "load",
    threshold: { reason: (value) => l10n.t("load {0}/core", value) },
  },
  memory: {
    label: () => l10n.t("Memory"),
    unit: "bytes",
    chart: "memory",
    hasTotal: true,
    token: "memory",
    threshold: { default: 90, reason: (value) => l10n.t("memory {0}", value) },
  },
  swap: {
    label: () => l10n.t("Swap"),
    unit: "bytes",
    chart: "memory",
    hasTotal: true,
    token: "swap",
    threshold: { reason: (value) => l10n.t("swap {0}", value) },
  },
  disk: {
    label: () => l10n.t("Disk"),
    unit: "bytes",
    chart: "disk",
    hasTotal: true,
    token: "disk",
    threshold: { default: 90, reason: (value) => l10n.t("disk {0}", value) },
  },
  networkIn: {
    label: () => l10n.t("Download"),
    unit: "bytesPerSecond",
    chart: "network",
    token: "down",
    threshold: { reason: (value) => l10n.t("download {0}", value) },
  },
  networkOut: {
    label: () => l10n.t("Upload"),
    unit: "bytesPerSecond",
    chart: "network",
    token: "up",
    threshold: { reason: (value) => l10n.t("upload {0}", value) },
  },
  totalDown: {
    label: () => l10n.t("Downloaded"),
    unit: "bytes",
    chart: "traffic",
    counter: true,
    token: "totalDown",
  },
  totalUp: {
    label: () => l10n.t("Uploaded"),
    unit: "bytes",
    chart: "traffic",
    counter: true,
    token: "totalUp",
  },
  tcpConnections: {
    label: () => "TCP",
    unit: "count",
    chart: "connections",
    token: "connections",
    threshold: { reason: (value) => `TCP ${value}` },
  },
  udpConnections: {
    label: () => "UDP",
    unit: "count",
    chart: "connections",
    threshold: { reason: (value) => `UDP ${value}` },
  },
  processes: {
    label: () => l10n.t("Processes"),
    unit: "count",
    chart: "processes",
    token: "processes",
    threshold: { reason: (value) => l10n.t("processes {0}", value) },
  },
  temperature: {
    label: () => l10n.t("Temperature"),
    unit: "celsius",
    chart: "temperature",
    token: "temperature",
    threshold: { reason: (value) => l10n.t("temperature {0}", value) },
  },
  gpu: {
    label: () => l10n.t("GPU"),
    unit: "percent",
    chart: "gpu",
    token: "gpu",
    threshold: { reason: (value) => l10n.t("GPU {0}", value) },
  },
  gpuMemory: {
    label: () => l10n.t("GPU memory"),
    unit: "bytes",
    chart: "gpuMemory",
    hasTotal: true,
    source: "gpus",
    token: "gpuMemory",
  },
  ping: {
    label: () => l10n.t("Ping"),
    unit: "milliseconds",
    chart: "ping",
    source: "pings",
    token: "ping",
    threshold: { reason: (value) => l10n.t("ping {0}", value) },
  },
} as const satisfies Readonly<Record<string, Metric>>;

type Table = typeof metrics;
export type MetricKey = keyof Table;

/** The metrics whose entry is like `Part`. */
type MetricWith<Part> = {
  [Key in MetricKey]: Table[Key] extends Part ? Key : never;
}[MetricKey];

/** Metrics of the machine as a whole, which samples and records have. */
export type SampledMetric = Exclude<MetricKey, MetricWith<{ source: string }>>;
export type SharedMetric = SampledMetric & MetricWith<{ hasTotal: true }>;
export type TotalField = `${SharedMetric}Total`;
/** The numbers of a sample, and the columns of records. */
export type SampleField = SampledMetric | TotalField;
export type ThresholdMetric = MetricWith<{ threshold: object }>;
export type MetricToken = Extract<Table[MetricKey], { token: string }>["token"];

export const metricKeys = Object.keys(metrics) as readonly MetricKey[];

export const sampledMetrics: readonly SampledMetric[] = metricKeys.filter(isSampled);

export const sampleFields: readonly SampleField[] = sampledMetrics.flatMap((key) =>
  hasTotal(key) ? [key, totalField(key)] : [key],
);

export const thresholdMetrics: readonly ThresholdMetric[] = metricKeys.filter(
  (key): key is ThresholdMetric => "threshold" in metrics[key],
);

export function isMetricKey(value: unknown): value is MetricKey {
  return typeof value === "string" && Object.hasOwn(metrics, value);
}

export function isSampled(key: MetricKey): key is SampledMetric {
  return !("source" in metrics[key]);
}

export function hasTotal(key: MetricKey): key is MetricWith<{ hasTotal: true }> {
  return "hasTotal" in metrics[key];
}

export function isCounter(key: MetricKey): boolean {
  return "counter" in metrics[key];
}

export function totalField(key: SharedMetric): TotalField {
  return `${key}Total`;
}

export function tokenOf(key: MetricKey): MetricToken | undefined {
  const metric = metrics[key];
  return "token" in metric ? metric.token : undefined;
}

/** In rows and thresholds: percent of the total, if the metric has one. */
export function rowUnit(key: MetricKey): Unit {
  return hasTotal(key) ? "percent" : metrics[key].unit;
}

interface Chart {
  readonly label: () => string;
  /** Not shown without data: there is no such hardware, no such task. */
  readonly optional?: true;
}

/** The charts of one node, in their first order. */
export const charts = {
  cpu: { label: (): string => metrics.cpu.label() },
  load: { label: (): string => metrics.load.label() },
  memory: { label: (): string => metrics.memory.label() },
  network: { label: () => l10n.t("Network") },
  disk: { label: (): string => metrics.disk.label() },
  ping: { label: (): string => metrics.ping.label(), optional: true },
  traffic: { label: () => l10n.t("Traffic") },
  connections: { label: () => l10n.t("Connections") },
  processes: { label: (): string => metrics.processes.label() },
  temperature: { label: (): string => metrics.temperature.label(), optional: true },
  gpu: { label: (): string => metrics.gpu.label(), optional: true },
  gpuMemory: { label: (): string => metrics.gpuMemory.label(), optional: true },
} as const satisfies Readonly<Record<string, Chart>>;

export type ChartId = keyof typeof charts;

export const chartIds = Object.keys(charts) as readonly ChartId[];

export function isChartId(value: unknown): value is ChartId {
  return typeof value === "string" && Object.hasOwn(charts, value);
}

export function isOptional(chart: ChartId): boolean {
  return "optional" in charts[chart];
}

/** In the order of their lines. */
export function metricsOf(chart: ChartId): readonly MetricKey[] {
  return metricKeys.filter((key) => metrics[key].chart === chart);
}

/** A value with its unit, as people read it; finer than in the rows of the tree. */
export function formatValue(value: number, unit: Unit, format: Format): string {
  switch (unit) {
    case "percent":
      return format.finePercent(value);
    case "bytes":
      return format.bytes(value);
    case "bytesPerSecond":
      return format.rate(value);
    case "milliseconds":
      return format.milliseconds(value);
    case "celsius":
      return `${format.number(value, 1)} °C`;
    case "count":
      return format.number(value);
    case "load":
      return format.load(value);
  }
}

/** As short as in a row of the tree. */
export function formatShort(value: number, unit: Unit, format: Format): string {
  switch (unit) {
    case "percent":
      return format.percent(value);
    case "bytes":
    case "bytesPerSecond":
      return format.shortRate(value);
    case "celsius":
      return `${format.number(value)} °C`;
    case "milliseconds":
    case "count":
    case "load":
      return formatValue(value, unit, format);
  }
}
