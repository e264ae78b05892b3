import { type ChartData, type EncodedSeries } from "../../../../../src/shared/chartApi";
import { type MetricKey } from "../../../../../src/shared/metrics";
import { encodeTimes, encodeValues } from "../../../../../src/shared/series";
import { type Line } from "../../../../../webview/chart/data/line";
import { LineStore } from "../../../../../webview/chart/data/lineStore";

/** Values by line; the line's id is its metric unless the series is of pings. */
export type Columns = Partial<Readonly<Record<MetricKey, readonly number[]>>>;

export function encodedSeries(
  id: string,
  times: readonly number[],
  columns: Columns,
  more: { readonly total?: number } = {},
): EncodedSeries {
  const lines = Object.entries(columns).map(([metric, values]) => ({
    id: metric === "ping" ? id : metric,
    metric: metric as MetricKey,
    ...encodeValues(Float64Array.from(values)),
    ...more,
  }));
  return { id, times: encodeTimes(Float64Array.from(times)), lines };
}

export function chartData(series: readonly EncodedSeries[], from: number, to: number): ChartData {
  return { query: 1, from, to, series, others: [], sampled: false };
}

export function storeOf(series: readonly EncodedSeries[], from: number, to: number): LineStore {
  const store = new LineStore();
  store.set(chartData(series, from, to));
  return store;
}

export function buildLine(
  times: readonly number[] | Float64Array,
  values: readonly number[] | Float64Array,
  more: Partial<Line> = {},
): Line {
  return {
    id: "cpu",
    seriesId: "load",
    metric: "cpu",
    name: undefined,
    total: undefined,
    stats: undefined,
    ...more,
    times: Float64Array.from(times),
    values: Float64Array.from(values),
  };
}

/** `count` times, `step` apart. */
export function regular(from: number, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index * step);
}
