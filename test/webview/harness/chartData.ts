import {
  type ChartData,
  type ChartLayout,
  type ChartQuery,
  type ChartSetup,
  type EncodedLine,
  type EncodedSeries,
  type PingStats,
} from "../../../src/shared/chartApi";
import { type MetricKey } from "../../../src/shared/metrics";
import { encodeTimes, encodeValues, lostPing } from "../../../src/shared/series";

export const hour = 3_600_000;
export const minute = 60_000;
/** When the data of these tests end. */
export const end = Date.UTC(2026, 10, 22, 18, 0, 0);

export const plainLayout: ChartLayout = {
  charts: [],
  percent: [],
  timeZone: "utc",
  smooth: false,
};

export function chartSetup(change: Partial<ChartSetup> = {}): ChartSetup {
  return {
    key: "node web-01",
    preview: false,
    translations: undefined,
    locale: "en",
    kind: "node",
    title: "web-01",
    serverName: "Demo",
    hours: [1, 4, 12, 24, 72, 168],
    keptHours: 720,
    pingKeptHours: 24,
    thresholds: {},
    layout: plainLayout,
    metrics: [],
    tasks: [],
    ...change,
  };
}

export function nodesSetup(change: Partial<ChartSetup> = {}): ChartSetup {
  return chartSetup({
    key: "nodes",
    kind: "nodes",
    title: "10 nodes",
    metrics: ["cpu", "memory", "networkIn", "ping"],
    tasks: [
      { id: 1, name: "Cloudflare" },
      { id: 2, name: "Quad9" },
    ],
    ...change,
  });
}

/** The time range of a query, as the host would resolve it. */
export function stretchOf({ span }: ChartQuery): { readonly from: number; readonly to: number } {
  if (span.kind === "between") return { from: span.from, to: span.to };
  const hours = span.kind === "last" ? span.hours : span.kind === "live" ? 1 / 12 : 720;
  return { from: end - hours * hour, to: end };
}

export interface LinePlan {
  readonly id: string;
  readonly metric: MetricKey;
  readonly name?: string;
  readonly node?: string;
  readonly total?: number;
  readonly stats?: PingStats;
  /** @param share of the way from the first time to the last. */
  readonly value: (index: number, share: number) => number;
}

/** @param times a sample each. */
export function series(
  id: string,
  times: readonly number[],
  lines: readonly LinePlan[],
): EncodedSeries {
  return {
    id,
    times: encodeTimes(Float64Array.from(times)),
    lines: lines.map(({ value, ...line }): EncodedLine => {
      const values = times.map((_, index) => value(index, index / Math.max(1, times.length - 1)));
      return { ...line, ...encodeValues(Float64Array.from(values)) };
    }),
  };
}

/** @returns times within the span, `step` apart, on multiples of it. */
export function timesIn({ from, to }: { from: number; to: number }, step = minute): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

export function dataOf(query: ChartQuery, all: readonly EncodedSeries[]): ChartData {
  return {
    query: query.id,
    now: end,
    ...stretchOf(query),
    series: all,
    others: [],
    sampled: false,
  };
}

const gib = 1024 ** 3;

/** Something that goes up and down, from 0 to 1, the same every time. */
function wave(index: number, seed: number): number {
  const noise = Math.abs(Math.sin(index * 12.9898 + seed * 78.233) * 43758.5453) % 1;
  return (Math.sin(index / (9 + seed)) + 1) * 0.35 + noise * 0.3;
}

const loadPlans: readonly LinePlan[] = [
  { id: "cpu", metric: "cpu", value: (i) => 10 + 50 * wave(i, 1) },
  { id: "load", metric: "load", value: (i) => 2 * wave(i, 2) },
  { id: "memory", metric: "memory", total: 8 * gib, value: (i) => (3 + wave(i, 3)) * gib },
  { id: "swap", metric: "swap", total: 2 * gib, value: () => 0.25 * gib },
  { id: "disk", metric: "disk", total: 100 * gib, value: (_, s) => (40 + s) * gib },
  { id: "networkIn", metric: "networkIn", value: (i) => 3e6 * wave(i, 4) },
  { id: "networkOut", metric: "networkOut", value: (i) => 1e6 * wave(i, 5) },
  { id: "totalDown", metric: "totalDown", value: (i) => 5e11 + i * 9e7 },
  { id: "totalUp", metric: "totalUp", value: (i) => 2e11 + i * 3e7 },
  { id: "tcpConnections", metric: "tcpConnections", value: (i) => Math.round(80 * wave(i, 6)) },
  { id: "udpConnections", metric: "udpConnections", value: (i) => Math.round(9 * wave(i, 7)) },
  { id: "processes", metric: "processes", value: (i) => Math.round(200 + 9 * wave(i, 8)) },
];

export const pingTasks = ["Cloudflare", "Quad9", "Frankfurt"] as const;

export function pingSeries(name: string, seed: number, times: readonly number[]): EncodedSeries {
  const id = `ping:${seed}`;
  const value = (i: number) => (wave(i, seed) > 0.92 ? lostPing : 8 * seed + 20 * wave(i, seed));
  return series(id, times, [{ id, metric: "ping", name, value }]);
}

/** A node as it usually is: all metrics, three tasks, some losses, and half an hour offline. */
export function nodeData(query: ChartQuery): ChartData {
  const { from, to } = stretchOf(query);
  const step = Math.max(minute, Math.ceil((to - from) / 400 / minute) * minute);
  const gap = { from: from + (to - from) * 0.45, to: from + (to - from) * 0.52 };
  const times = timesIn({ from, to }, step).filter((time) => time < gap.from || time > gap.to);
  return dataOf(query, [
    series("load", times, loadPlans),
    ...pingTasks.map((name, index) => pingSeries(name, index + 1, times)),
  ]);
}

/** Ten nodes and some more, with all metrics that are asked for. */
export function nodesData(query: ChartQuery): ChartData {
  const { from, to } = stretchOf(query);
  const times = timesIn({ from, to }, Math.max(minute, Math.ceil((to - from) / 400)));
  const { metrics = ["cpu"], nodes = [] } = query;
  const chosen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...nodes.map((node) => Number(node.slice(1)))];
  const all = metrics.flatMap((metric) => chosen.map((index) => nodeSeries(metric, index, times)));
  const others = Array.from({ length: 24 }, (_, index) => ({
    id: `n${index + 11}`,
    name: `node-${index + 11}`,
    current: index === 3 ? undefined : 30 - index,
  }));
  return { ...dataOf(query, all), others: others.filter(({ id }) => !nodes.includes(id)) };
}

function nodeSeries(metric: MetricKey, index: number, times: readonly number[]): EncodedSeries {
  const node = `n${index}`;
  const id = `${node}:${metric}`;
  const name = `node-${String(index).padStart(2, "0")}`;
  const total = metric === "memory" ? { total: 8 * gib } : {};
  const factor = metric === "memory" ? gib * 6 : metric === "networkIn" ? 3e6 : 80;
  const value = (i: number) => factor * wave(i, index) * (1 - (index % 14) / 14);
  return series(id, times, [{ id, node, metric, name, ...total, value }]);
}
