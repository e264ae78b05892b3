// Runs in Chromium: what opening the charts of a node costs, from the host's message to the painted canvases, beside as many
// bare uPlots of the same sizes with the same columns.
import uPlot from "uplot";
import { type ChartApi, type ChartData, type ChartSetup } from "../../src/shared/chartApi";
import { type MetricKey } from "../../src/shared/metrics";
import { encodeTimes, encodeValues } from "../../src/shared/series";
import { type PagePlace } from "../../webview/lib/startPage";
import { type PlotTheme } from "../../webview/chart/plot/plotView";
import { Panel } from "../../webview/chart/ui/panel";
import { painted, wander } from "./paintTools";
import { Stopwatch } from "./stopwatch";

const minute = 60_000;
const points = 24 * 60;
const to = Date.UTC(2026, 0, 2);
const from = to - points * minute;
const times = Float64Array.from({ length: points }, (_, index) => from + index * minute);
/** Eleven charts. */
const charts: readonly (readonly MetricKey[])[] = [
  ["cpu"],
  ["load"],
  ["memory", "swap"],
  ["networkIn", "networkOut"],
  ["disk"],
  ["ping"],
  ["totalDown", "totalUp"],
  ["tcpConnections", "udpConnections"],
  ["processes"],
  ["temperature"],
  ["gpu"],
];
const columns = new Map(charts.flat().map((metric, index) => [metric, wander(points, index)]));

const setup: ChartSetup = {
  key: "node",
  preview: false,
  translations: undefined,
  locale: "en",
  kind: "node",
  title: "web-01",
  serverName: "Home",
  hours: [24],
  keptHours: 720,
  pingKeptHours: 720,
  thresholds: {},
  layout: { charts: [], percent: [], timeZone: "utc", smooth: false },
  metrics: [],
  tasks: [],
};

function dataFor(query: number): ChartData {
  const lines = [...columns].map(([metric, values]) => ({
    id: metric,
    metric,
    ...encodeValues(values),
  }));
  const series = [{ id: "load", times: encodeTimes(times), lines }];
  return { query, now: to, from, to, series, others: [], sampled: false };
}

/** What the page puts off until the next frame, and until its elements have their sizes. */
class Frame {
  #callbacks: FrameRequestCallback[] = [];
  readonly #observers: { readonly target: Element; readonly callback: ResizeObserverCallback }[] =
    [];

  constructor() {
    window.requestAnimationFrame = (callback) => this.#callbacks.push(callback);
    const observers = this.#observers;
    window.ResizeObserver = class {
      constructor(private readonly callback: ResizeObserverCallback) {}
      observe(target: Element) {
        observers.push({ target, callback: this.callback });
      }
      unobserve() {
        return undefined;
      }
      disconnect() {
        const at = observers.findIndex(({ callback }) => callback === this.callback);
        if (at >= 0) observers.splice(at, 1);
      }
    };
  }

  /** Forgets the page of the round before. */
  clear(): void {
    this.#callbacks.length = this.#observers.length = 0;
  }

  run(): void {
    for (const callback of this.#callbacks.splice(0)) callback(0);
    // All sizes are known before any is told, as in a browser.
    const told = new Map<ResizeObserverCallback, ResizeObserverEntry[]>();
    for (const { target, callback } of this.#observers) {
      const { clientWidth: width, clientHeight: height } = target;
      const entry = { target, contentRect: { width, height } } as unknown as ResizeObserverEntry;
      told.set(callback, [...(told.get(callback) ?? []), entry]);
    }
    for (const [callback, entries] of told) callback(entries, new ResizeObserver(callback));
  }
}

function openOurs(frame: Frame, theme: PlotTheme, colors: readonly string[]) {
  const queries: number[] = [];
  const place = {
    root: document.body,
    host: {
      send: (method: string, params: { readonly id: number }) => {
        if (method === "show") queries.push(params.id);
      },
      request: () => Promise.resolve(true),
    },
    saved: undefined,
    save: () => undefined,
  } as unknown as PagePlace<ChartApi>;
  const panel = new Panel({ ...place, colors: () => ({ plot: theme, lines: colors }) }, setup);
  frame.run();
  return { panel, query: queries.at(-1) ?? 0 };
}

function openBare(sizes: readonly uPlot.Options[], colors: readonly string[]): readonly uPlot[] {
  return charts.map((metrics, index) => {
    const series = metrics.map((_, at) => ({ stroke: colors[at] ?? "" }));
    const data: uPlot.AlignedData = [times, ...metrics.map((key) => columns.get(key) ?? [])];
    const size = sizes[index] ?? { width: 300, height: 150, series: [] };
    return new uPlot({ ...size, ms: 1, series: [{}, ...series] }, data, document.body);
  });
}

/** @returns ours as a multiple of bare uPlots. */
export async function openContest(
  rounds: number,
  theme: PlotTheme,
  colors: readonly string[],
): Promise<{ readonly ratio: number; readonly milliseconds: readonly number[] }> {
  const frame = new Frame();
  const [ours, bare] = [new Stopwatch(), new Stopwatch()];
  let sizes: readonly uPlot.Options[] = [];
  for (let round = 0; round < rounds; round++) {
    frame.clear();
    document.body.replaceChildren();
    const { panel, query } = openOurs(frame, theme, colors);
    const data = dataFor(query);
    ours.time(() => {
      panel.feed.setData(data);
      frame.run();
      const canvases = [...document.querySelectorAll("canvas")];
      if (canvases.length !== charts.length) throw new Error(`${canvases.length} charts are drawn`);
      canvases.forEach(painted);
    });
    sizes = [...document.querySelectorAll(".plot")].map(({ clientWidth, clientHeight }) => {
      return { width: clientWidth, height: clientHeight, series: [] };
    });
    document.body.replaceChildren();
    let plots: readonly uPlot[] = [];
    const start = performance.now();
    plots = openBare(sizes, colors);
    // It draws for the first time when what has made it is over.
    await Promise.resolve();
    const made = performance.now() - start;
    bare.add(made, () => plots.forEach((plot) => painted(plot.ctx.canvas)));
    plots.forEach((plot) => plot.destroy());
  }
  return { ratio: ours.p25 / bare.p25, milliseconds: [ours.p25, bare.p25] };
}
