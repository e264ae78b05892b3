import { settingIds } from "../contributions";
import { isMetricKey, type MetricKey } from "../shared/metrics";
import { isRecord } from "../util/json";
import { type Settings } from "./config";

/** Values at which charts draw a line, by metric. */
export type ChartThresholds = Partial<Readonly<Record<MetricKey, readonly number[]>>>;

/** `komari.charts.thresholds`: a number or a list of them by metric; what is neither is left out. */
export function readChartThresholds(settings: Settings): ChartThresholds {
  const value = settings.get(settingIds.chartsThresholds);
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([metric, limits]) => {
    const numbers = numbersIn(limits);
    return isMetricKey(metric) && numbers.length > 0 ? [[metric, numbers] as const] : [];
  });
  return Object.fromEntries(entries);
}

function numbersIn(value: unknown): readonly number[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const numbers = list.filter((item) => typeof item === "number").filter(Number.isFinite);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
