import { type Line } from "../../../../../webview/chart/data/line";
import { type PlotView } from "../../../../../webview/chart/plot/plotView";

export function buildView(lines: readonly Line[], more: Partial<PlotView> = {}): PlotView {
  return {
    from: 0,
    to: 1000,
    unit: "percent",
    lines: lines.map((line) => ({ line, style: { color: "blue", dash: [] }, faded: false })),
    percent: false,
    smooth: false,
    dimmed: false,
    thresholds: [],
    offline: [],
    restarts: [],
    partialFrom: undefined,
    ...more,
  };
}
