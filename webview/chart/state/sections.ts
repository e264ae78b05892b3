import { type ChartHeight, type ChartLayout, type ChartSetup } from "../../../src/shared/chartApi";
import {
  type ChartId,
  chartIds,
  charts,
  type MetricKey,
  metrics,
  type Unit,
} from "../../../src/shared/metrics";
import { type Line } from "../data/line";
import { allCharts } from "./layoutEdit";

/** One chart of the panel. */
export interface Section {
  readonly id: ChartId;
  readonly title: string;
  readonly unit: Unit;
  readonly percent: boolean;
  readonly height: ChartHeight;
  /** All of them, hidden ones too; the order decides on the colours. */
  readonly lines: readonly Line[];
  readonly hasData: boolean;
}

/** Where nothing was ever reported there is nothing to miss: no such hardware, no such task. */
const onlyWithData: readonly ChartId[] = ["temperature", "gpu", "gpuMemory", "ping"];

/** The charts of a node, in their order, without the hidden ones. */
export function sectionsOfNode(layout: ChartLayout, lines: readonly Line[]): readonly Section[] {
  return allCharts(layout)
    .filter(({ shown }) => shown)
    .map(({ id, height }) => {
      const metricKeys: readonly MetricKey[] = charts[id].metrics;
      const own = metricKeys.flatMap((metric) => lines.filter((line) => line.metric === metric));
      return sectionOf(layout, id, charts[id].label(), height, own);
    })
    .filter(({ id, hasData }) => hasData || !onlyWithData.includes(id));
}

/** The one chart of several nodes. */
export function sectionOfNodes(
  layout: ChartLayout,
  lines: readonly Line[],
  metric: MetricKey,
): Section {
  const id = chartOf(metric);
  const { height } = allCharts(layout).find((chart) => chart.id === id) ?? { height: "medium" };
  return sectionOf(layout, id, metrics[metric].label(), height, lines);
}

export function chartOf(metric: MetricKey): ChartId {
  const found = chartIds.find((id) => {
    const own: readonly MetricKey[] = charts[id].metrics;
    return own.includes(metric);
  });
  return found ?? "cpu";
}

/** Whether the chart's values can be shown as percent of a total. */
export function hasTotal(id: ChartId): boolean {
  return charts[id].metrics.every(isPartOfTotal);
}

/** In percent, those of values that are part of a total only where one is known. */
export function thresholdsOf(
  { thresholds }: Pick<ChartSetup, "thresholds">,
  lines: readonly Line[],
): readonly number[] {
  const measurable = lines.filter(
    ({ metric, total }) => total !== undefined || !isPartOfTotal(metric),
  );
  const found = new Set<MetricKey>(measurable.map(({ metric }) => metric));
  return [...new Set([...found].flatMap((metric) => thresholds[metric] ?? []))];
}

function isPartOfTotal(metric: MetricKey): boolean {
  return "hasTotal" in metrics[metric];
}

/** Charts that can be laid out: of several nodes only the one that is compared. */
export function chartsToLayOut(
  kind: ChartSetup["kind"],
  layout: ChartLayout,
  metric: MetricKey,
): ChartLayout["charts"] {
  const all = allCharts(layout);
  return kind === "node" ? all : all.filter(({ id }) => id === chartOf(metric));
}

function sectionOf(
  layout: ChartLayout,
  id: ChartId,
  title: string,
  height: ChartHeight,
  lines: readonly Line[],
): Section {
  const { unit } = metrics[charts[id].metrics[0]];
  const percent =
    hasTotal(id) && layout.percent.includes(id) && lines.some(({ total }) => total !== undefined);
  return { id, title, unit, percent, height, lines, hasData: lines.some(hasData) };
}

/** A lost ping is known too. */
export function hasData({ values }: Line): boolean {
  return values.some((value) => !Number.isNaN(value));
}

export function lineName({ name, metric }: Pick<Line, "name" | "metric">): string {
  return name ?? metrics[metric].label();
}
