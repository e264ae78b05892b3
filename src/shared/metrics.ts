import * as l10n from "@vscode/l10n";
import { type Format } from "./format";

export type Unit =
  "percent" | "bytes" | "bytesPerSecond" | "milliseconds" | "celsius" | "count" | "load";

interface Metric {
  /** A name for people, in their language. */
  readonly label: () => string;
  readonly unit: Unit;
  /** Has a total, of which it may be shown as percent. */
  readonly hasTotal?: true;
  /** Counts up from a start of the machine: a fall is a restart. */
  readonly counter?: true;
}

/** Everything that a node is measured by: one table for the tree, the status bar and the charts. */
export const metrics = {
  cpu: { label: () => l10n.t("CPU"), unit: "percent" },
  load: { label: () => l10n.t("Load"), unit: "load" },
  memory: { label: () => l10n.t("Memory"), unit: "bytes", hasTotal: true },
  swap: { label: () => l10n.t("Swap"), unit: "bytes", hasTotal: true },
  disk: { label: () => l10n.t("Disk"), unit: "bytes", hasTotal: true },
  networkIn: { label: () => l10n.t("Download"), unit: "bytesPerSecond" },
  networkOut: { label: () => l10n.t("Upload"), unit: "bytesPerSecond" },
  totalDown: { label: () => l10n.t("Downloaded"), unit: "bytes", counter: true },
  totalUp: { label: () => l10n.t("Uploaded"), unit: "bytes", counter: true },
  tcpConnections: { label: () => "TCP", unit: "count" },
  udpConnections: { label: () => "UDP", unit: "count" },
  processes: { label: () => l10n.t("Processes"), unit: "count" },
  temperature: { label: () => l10n.t("Temperature"), unit: "celsius" },
  gpu: { label: () => l10n.t("GPU"), unit: "percent" },
  gpuMemory: { label: () => l10n.t("GPU memory"), unit: "bytes", hasTotal: true },
  ping: { label: () => l10n.t("Ping"), unit: "milliseconds" },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricKey = keyof typeof metrics;

export const metricKeys = Object.keys(metrics) as readonly MetricKey[];

export function isMetricKey(value: unknown): value is MetricKey {
  return typeof value === "string" && Object.hasOwn(metrics, value);
}

/** The charts of one node, in their first order. */
export const charts = {
  cpu: { label: () => metrics.cpu.label(), metrics: ["cpu"] },
  load: { label: () => metrics.load.label(), metrics: ["load"] },
  memory: { label: () => l10n.t("Memory and swap"), metrics: ["memory", "swap"] },
  disk: { label: () => metrics.disk.label(), metrics: ["disk"] },
  network: { label: () => l10n.t("Network"), metrics: ["networkIn", "networkOut"] },
  traffic: { label: () => l10n.t("Traffic"), metrics: ["totalDown", "totalUp"] },
  connections: {
    label: () => l10n.t("Connections"),
    metrics: ["tcpConnections", "udpConnections"],
  },
  processes: { label: () => metrics.processes.label(), metrics: ["processes"] },
  temperature: { label: () => metrics.temperature.label(), metrics: ["temperature"] },
  gpu: { label: () => metrics.gpu.label(), metrics: ["gpu"] },
  gpuMemory: { label: () => metrics.gpuMemory.label(), metrics: ["gpuMemory"] },
  ping: { label: () => metrics.ping.label(), metrics: ["ping"] },
} as const satisfies Readonly<
  Record<string, { readonly label: () => string; readonly metrics: readonly MetricKey[] }>
>;

export type ChartId = keyof typeof charts;

export const chartIds = Object.keys(charts) as readonly ChartId[];

export function isChartId(value: unknown): value is ChartId {
  return typeof value === "string" && Object.hasOwn(charts, value);
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
