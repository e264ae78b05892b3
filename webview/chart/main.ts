import * as l10n from "@vscode/l10n";
import { type ChartApi, chartApi, type ChartSetup } from "../../src/shared/chartApi";
import { openChannel, type VsCodeApi } from "../lib/ipc";
import { readTheme, watchTheme } from "../lib/theme";
import { readableColors } from "./plot/contrast";
import { chartColors } from "./plot/lineStyles";
import { Panel } from "./ui/panel";
import { type PanelColors } from "./ui/panelScene";
import { plotThemeOf } from "./ui/plotTheme";
import "uplot/dist/uPlot.min.css";
import "./chart.css";

declare function acquireVsCodeApi(): VsCodeApi;

function readColors(): PanelColors {
  const theme = readTheme();
  const plot = plotThemeOf(theme);
  const lines = chartColors.map((name) => theme.color(name));
  return { plot, lines: readableColors(lines, plot.background) };
}

function start(vscode: VsCodeApi, root: HTMLElement): void {
  let panel: Panel | undefined;
  const setUp = (setup: ChartSetup) => {
    l10n.config({ contents: setup.translations ?? {} });
    if (panel !== undefined) {
      panel.update(setup);
      return;
    }
    const save = (state: unknown) => vscode.setState(state);
    panel = new Panel({ root, host, colors: readColors, save }, setup, vscode.getState());
  };
  const host = openChannel<ChartApi>(
    chartApi,
    {
      setup: setUp,
      data: (data) => panel?.feed.setData(data),
      append: (append) => panel?.feed.append(append),
      progress: (progress) => panel?.feed.setProgress(progress),
      notice: (notice) => panel?.feed.setNotice(notice),
      wantExport: (request) => void panel?.export(request),
      look: (span) => panel?.showSpan(span),
    },
    (message) => vscode.postMessage(message),
    (onMessage) => window.addEventListener("message", ({ data }: MessageEvent) => onMessage(data)),
  );
  watchTheme(() => panel?.onThemeChange());
  host.send("ready");
}

start(acquireVsCodeApi(), document.body);
