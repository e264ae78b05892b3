import { type ChartApi, chartApi, type ChartSetup } from "../../src/shared/chartApi";
import { startPage } from "../lib/startPage";
import { readTheme, watchTheme, type Theme } from "../lib/theme";
import { readableColors } from "../lib/contrast";
import { chartColors } from "./plot/lineStyles";
import { Panel } from "./ui/panel";
import { type PanelColors } from "./ui/panelScene";
import "uplot/dist/uPlot.min.css";
import "./chart.css";
import { type PlotTheme } from "./plot/plotView";

function readColors(): PanelColors {
  const theme = readTheme();
  const plot = plotThemeOf(theme);
  const lines = chartColors.map((name) => theme.color(name));
  return { plot, lines: readableColors(lines, plot.background) };
}

startPage<ChartApi, ChartSetup, Panel>(
  chartApi,
  (place, setup) => {
    const panel = new Panel({ ...place, colors: readColors }, setup);
    watchTheme(() => panel.onThemeChange());
    return panel;
  },
  {
    data: ({ feed }, data) => feed.setData(data),
    append: ({ feed }, append) => feed.append(append),
    progress: ({ feed }, progress) => feed.setProgress(progress),
    notice: ({ feed }, notice) => feed.setNotice(notice),
    head: (panel, head) => panel.setHead(head),
    requestExport: (panel, request) => panel.export(request),
    showSpan: (panel, span) => panel.showSpan(span),
  },
);

/** Colours where a theme leaves one out, as high contrast ones do. */
const fallback = { text: "#808080", background: "#1e1e1e", error: "#f14c4c", warning: "#cca700" };

export function plotThemeOf({ color, highContrast }: Theme): PlotTheme {
  const foreground = color("foreground", "editor-foreground") || fallback.text;
  // In full strength the grid would be louder than the lines.
  const soft = (border: string) =>
    highContrast && border !== "" ? `color-mix(in srgb, ${border} 40%, transparent)` : "";
  return {
    foreground,
    // Not VS Code's own for descriptions: in its light theme that is the colour of all other text.
    muted: highContrast
      ? foreground
      : `color-mix(in srgb, ${foreground} 75%, ${color("editor-background") || fallback.background})`,
    grid: soft(color("contrastBorder")) || `color-mix(in srgb, ${foreground} 7%, transparent)`,
    background: color("editor-background") || fallback.background,
    error: color("charts-red", "errorForeground") || fallback.error,
    // The orange of charts is hardly to be seen as a thin line: VS Code's own is transparent.
    warning:
      color("editorWarning-foreground", "list-warningForeground", "charts-orange") ||
      fallback.warning,
    highContrast,
    font: color("font-family") || "sans-serif",
  };
}
