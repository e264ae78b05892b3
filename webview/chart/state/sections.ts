import { type ChartHeight, type ChartLayout, type ChartSetup } from "../../../src/shared/chartApi";
import {
  type ChartId,
  charts,
  hasTotal,
  isOptional,
  type MetricKey,
  metrics,
  metricsOf,
  type Unit,
} from "../../../src/shared/metrics";
import { type Line } from "../data/line";
import { type Intervals } from "../data/traffic";
import { allCharts } from "./layoutEdit";

/** One chart of the panel. */
export interface Section {
  readonly id: ChartId;
  /** The first of those that are drawn; of several nodes the only one. */
  readonly metric: MetricKey;
  readonly title: string;
  readonly unit: Unit;
  readonly percent: boolean;
  readonly height: ChartHeight;
  /** All of them, hidden ones too; the order decides on the colours. */
  readonly lines: readonly Line[];
  readonly hasData: boolean;
  /** The lines are amounts for each of these intervals, from these counters. */
  readonly amounts?: { readonly intervals: Intervals; readonly counters: readonly Line[] };
}

/** The charts of a node, in their order, without the hidden ones. */
export function sectionsOfNode(layout: ChartLayout, lines: readonly Line[]): readonly Section[] {
  return (
    allCharts(layout)
      .filter(({ shown }) => shown)
      .flatMap(({ id, height }) => {
        const keys = metricsOf(id);
        const [first] = keys;
        if (first === undefined) return [];
        const own = keys.flatMap((metric) => lines.filter((line) => line.metric === metric));
        return sectionOf(layout, first, charts[id].label(), height, own);
      })
      // Where nothing was ever reported there is nothing to miss.
      .filter(({ id, hasData }) => hasData || !isOptional(id))
  );
}

/** A chart of several nodes. What is part of a total is in percent of it: their totals may differ. */
export function sectionOfNodes(
  lines: readonly Line[],
  metric: MetricKey,
  taskName?: string,
): Section {
  const { chart: id, unit } = metrics[metric];
  const label = metrics[metric].label();
  return {
    id,
    metric,
    title: metric === "ping" && taskName !== undefined ? `${label} ${taskName}` : label,
    unit,
    percent: hasTotal(metric),
    height: "medium",
    lines,
    hasData: lines.some(hasData),
  };
}

/** Whether the chart's values can be shown as percent of a total. */
export function canBePercent(id: ChartId): boolean {
  return metricsOf(id).every(hasTotal);
}

/** In percent, those of values that are part of a total only where one is known. */
export function thresholdsOf(
  { thresholds }: Pick<ChartSetup, "thresholds">,
  lines: readonly Line[],
): readonly number[] {
  const measurable = lines.filter(({ metric, total }) => total !== undefined || !hasTotal(metric));
  const found = new Set<MetricKey>(measurable.map(({ metric }) => metric));
  return [...new Set([...found].flatMap((metric) => thresholds[metric] ?? []))];
}

/** @param metric one of the chart's. */
function sectionOf(
  layout: ChartLayout,
  metric: MetricKey,
  title: string,
  height: ChartHeight,
  lines: readonly Line[],
): Section {
  const { chart: id, unit } = metrics[metric];
  const percent =
    canBePercent(id) &&
    layout.percent.includes(id) &&
    lines.some(({ total }) => total !== undefined);
  return { id, metric, title, unit, percent, height, lines, hasData: lines.some(hasData) };
}

/** A lost ping is known too. */
export function hasData({ values }: Line): boolean {
  return values.some((value) => !Number.isNaN(value));
}

export function lineName({ name, metric }: Pick<Line, "name" | "metric">): string {
  return name ?? metrics[metric].label();
}
