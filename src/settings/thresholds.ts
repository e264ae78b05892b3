import { settingIds } from "../manifest/contributions";
import { type ThresholdKey, thresholdKeys, type Thresholds } from "../shared/nodes/trouble";
import { isMetricKey, type MetricKey, metrics, thresholdMetrics } from "../shared/metrics";
import { isRecord } from "../util/json";
import { type Settings } from "./config";

/** Values at which charts draw a line. */
export interface ChartThresholds {
  readonly lines: Readonly<Partial<Record<MetricKey, readonly number[]>>>;
  /** Another load for each node. */
  readonly loadPerCore: number | undefined;
}

export const defaultThresholds: Thresholds = {
  ...Object.fromEntries(
    thresholdMetrics.flatMap((key) => {
      const { threshold } = metrics[key];
      return "default" in threshold ? [[key, threshold.default] as const] : [];
    }),
  ),
  quota: 90,
  loss: 20,
  expiry: 7,
};

/** `komari.thresholds`: 0, less and null switch a threshold off; what is no number has no effect. */
export function readThresholds(settings: Settings): Thresholds {
  const value = settings.get(settingIds.thresholds);
  const written = isRecord(value) ? value : {};
  const entries = thresholdKeys.flatMap((key) => {
    const limit = readLimit(written[key], key);
    return limit === undefined ? [] : [[key, limit] as const];
  });
  return Object.fromEntries(entries);
}

function readLimit(value: unknown, key: ThresholdKey): number | undefined {
  if (value === null) return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) return defaultThresholds[key];
  return value > 0 ? value : undefined;
}

/**
 * The thresholds of what has a chart, and the lines of the deprecated `komari.charts.thresholds`: a
 * number or a list of them by metric.
 */
export function readChartThresholds(settings: Settings): ChartThresholds {
  const lines = new Map<MetricKey, readonly number[]>();
  const { load, ...others } = readThresholds(settings);
  for (const [key, limit] of Object.entries(others)) if (isMetricKey(key)) lines.set(key, [limit]);
  const old = settings.get(settingIds.chartsThresholds);
  for (const [key, limits] of Object.entries(isRecord(old) ? old : {})) {
    const numbers = numbersIn(limits);
    if (isMetricKey(key) && numbers.length > 0) {
      lines.set(key, sorted([...(lines.get(key) ?? []), ...numbers]));
    }
  }
  return { lines: Object.fromEntries(lines), loadPerCore: load };
}

function numbersIn(value: unknown): readonly number[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "number").filter(Number.isFinite);
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
