import { type ChartApi, chartApi, type ChartSetup } from "../../src/shared/chartApi";
import { startPage } from "../lib/startPage";
import { readTheme, watchTheme } from "../lib/theme";
import { readableColors } from "./plot/contrast";
import { chartColors } from "./plot/lineStyles";
import { Panel } from "./ui/panel";
import { type PanelColors } from "./ui/panelScene";
import { plotThemeOf } from "./ui/plotTheme";
import "uplot/dist/uPlot.min.css";
import "./chart.css";

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
    wantExport: (panel, request) => panel.export(request),
    look: (panel, span) => panel.showSpan(span),
  },
);
