import { type ChartHeight, type ChartLayout } from "../../../src/shared/chartApi";
import { type ChartId, chartIds, isChartId } from "../../../src/shared/metrics";

type Chart = ChartLayout["charts"][number];

/** The charts of the layout, and after them those that it does not know yet. */
export function allCharts({ charts }: ChartLayout): readonly Chart[] {
  const known = charts.filter(({ id }) => isChartId(id));
  const missing = chartIds.filter((id) => known.every((chart) => chart.id !== id));
  return [...known, ...missing.map((id) => ({ id, shown: true, height: "medium" }) as const)];
}

export function showChart(layout: ChartLayout, id: ChartId, shown: boolean): ChartLayout {
  return changeChart(layout, id, { shown });
}

export function setHeight(layout: ChartLayout, id: ChartId, height: ChartHeight): ChartLayout {
  return changeChart(layout, id, { height });
}

/** @param by -1: towards the first, 1: towards the last. At the end nothing changes. */
export function moveChart(layout: ChartLayout, id: ChartId, by: -1 | 1): ChartLayout {
  const charts = [...allCharts(layout)];
  const at = charts.findIndex((chart) => chart.id === id);
  const [moved, other] = [charts[at], charts[at + by]];
  if (moved === undefined || other === undefined) return layout;
  charts[at] = other;
  charts[at + by] = moved;
  return { ...layout, charts };
}

export function setPercent(layout: ChartLayout, id: ChartId, percent: boolean): ChartLayout {
  const others = layout.percent.filter((each) => each !== id);
  return { ...layout, percent: percent ? [...others, id] : others };
}

function changeChart(layout: ChartLayout, id: ChartId, change: Partial<Chart>): ChartLayout {
  const charts = allCharts(layout).map((chart) =>
    chart.id === id ? { ...chart, ...change } : chart,
  );
  return { ...layout, charts };
}
