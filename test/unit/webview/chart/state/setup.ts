import { type ChartSetup } from "../../../../../src/shared/chartApi";
import { lostPing } from "../../../../../src/shared/series";
import { type Line } from "../../../../../webview/chart/data/line";

export function setupOf(change: Partial<ChartSetup> = {}): ChartSetup {
  return {
    key: "k",
    preview: false,
    translations: undefined,
    locale: "en",
    title: "web-01",
    serverName: "Demo",
    kind: "node",
    hours: [1, 4, 24],
    keptHours: 720,
    pingKeptHours: 24,
    thresholds: {},
    layout: { charts: [], percent: [], timeZone: "utc", smooth: false },
    metrics: [],
    tasks: [],
    ...change,
  };
}

/** @param values by time; `lost` is a ping without an answer. */
export function lineOf(
  values: Readonly<Record<number, number | "lost">>,
  change: Partial<Line> = {},
): Line {
  const entries = Object.entries(values).map(([time, value]) => [Number(time), value] as const);
  return {
    id: "cpu",
    seriesId: "load",
    metric: "cpu",
    name: undefined,
    total: undefined,
    stats: undefined,
    times: Float64Array.from(entries, ([time]) => time),
    values: Float64Array.from(entries, ([, value]) => (value === "lost" ? lostPing : value)),
    ...change,
  };
}
