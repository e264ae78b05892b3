import { type ChartHeight, type ChartLayout } from "../../shared/chartApi";
import { isChartId } from "../../shared/metrics";
import { isRecord } from "../../util/json";

export const defaultLayout: ChartLayout = {
  charts: [],
  percent: [],
  timeZone: "local",
  smooth: false,
};

const heights: readonly unknown[] = ["small", "medium", "large"] satisfies readonly ChartHeight[];

/** A stored layout may be of another version, and messages of a page are untrusted. */
export function isChartLayout(value: unknown): value is ChartLayout {
  if (!isRecord(value)) return false;
  const { charts, percent, timeZone, smooth } = value;
  return (
    Array.isArray(charts) &&
    charts.every(isPlacedChart) &&
    Array.isArray(percent) &&
    percent.every(isChartId) &&
    (timeZone === "local" || timeZone === "utc") &&
    typeof smooth === "boolean"
  );
}

function isPlacedChart(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, shown, height } = value;
  return isChartId(id) && typeof shown === "boolean" && heights.includes(height);
}
