// Runs in Chromium: what the plot of the charts costs beside a bare uPlot with the same data.
import uPlot from "uplot";
import { type EncodedSeries } from "../../src/shared/chartApi";
import { createFormat } from "../../src/shared/format";
import { encodeTimes, encodeValues } from "../../src/shared/series";
import { LineStore } from "../../webview/chart/data/lineStore";
import { lineStyles } from "../../webview/chart/plot/lineStyles";
import { Plot } from "../../webview/chart/plot/plot";
import { type PlotTheme } from "../../webview/chart/plot/plotView";
import { openContest } from "./paintPanel";
import { type PaintCase, type PaintRatios } from "./paintRatios";
import { painted, wander } from "./paintTools";
import { Stopwatch } from "./stopwatch";

const size = { width: 1200, height: 300 };
const step = 1000;
const from = Date.UTC(2026, 0, 1);
const zoomedShare = 0.1;
/** As many as lines, so that none is dashed, as none of the bare ones is. */
const colors = [
  ...["#59a4f9", "#d18616", "#cccccc", "#f48771", "#b180d7"],
  ...["#89d185", "#e5ba7d", "#3794ff", "#cca700", "#f14c4c"],
];
const theme: PlotTheme = {
  foreground: "#cccccc",
  muted: "#8b949e",
  grid: "#33373d",
  background: "#1e1e1e",
  error: "#f85149",
  warning: "#cca700",
  highContrast: false,
  font: "sans-serif",
};

function seriesOf(times: Float64Array, columns: readonly Float64Array[]): EncodedSeries {
  const lines = columns.map((column, index) => {
    return { id: `cpu${index}`, metric: "cpu" as const, ...encodeValues(column) };
  });
  return { id: "load", times: encodeTimes(times), lines };
}

function storeOf(times: Float64Array, columns: readonly Float64Array[], to: number): LineStore {
  const store = new LineStore();
  const series = [seriesOf(times, columns)];
  store.set({ query: 1, from, to, series, others: [], sampled: false });
  return store;
}

/** The same chart twice, side by side. */
class Contest {
  readonly #columns: readonly Float64Array[];
  readonly #times: Float64Array;
  readonly #bareData: [number[], ...number[][]];
  readonly #bare: uPlot;
  readonly #plot: Plot;
  readonly #watches = {
    paint: { ours: new Stopwatch(), bare: new Stopwatch() },
    zoom: { ours: new Stopwatch(), bare: new Stopwatch() },
    append: { ours: new Stopwatch(), bare: new Stopwatch() },
  };
  #store: LineStore;

  constructor({ lines, points }: PaintCase) {
    this.#times = Float64Array.from({ length: points }, (_, index) => from + index * step);
    this.#columns = Array.from({ length: lines }, (_, index) => wander(points, index));
    this.#bareData = [[...this.#times], ...this.#columns.map((column) => [...column])];
    const series = this.#columns.map((_, index) => ({
      stroke: colors[index % colors.length] ?? "",
    }));
    const options = { ...size, ms: 1 as const, series: [{}, ...series] };
    this.#bare = new uPlot(options, [[], ...series.map(() => [])], document.body);
    const nothing = () => undefined;
    const events = { onCursor: nothing, onGesture: nothing };
    this.#plot = new Plot(document.body, theme, createFormat("en"), "utc", events, "en");
    this.#plot.setSize(size.width, size.height);
    this.#store = storeOf(this.#times, this.#columns, this.#end);
  }

  round(number: number): void {
    const turns = [() => this.#roundOfBare(number), () => this.#roundOfOurs(number)];
    for (const turn of number % 2 === 0 ? turns : turns.reverse()) turn();
  }

  get ratios(): PaintRatios {
    const ratio = ({ ours, bare }: { ours: Stopwatch; bare: Stopwatch }) => ours.p25 / bare.p25;
    const { paint, zoom, append } = this.#watches;
    const milliseconds = Object.values(this.#watches).flatMap(({ ours, bare }) => [
      ours.p25,
      bare.p25,
    ]);
    return { paint: ratio(paint), zoom: ratio(zoom), append: ratio(append), milliseconds };
  }

  dispose(): void {
    this.#bare.destroy();
    this.#plot.dispose();
    document.body.replaceChildren();
  }

  get #end(): number {
    return this.#times.at(-1) ?? from;
  }

  #roundOfBare(round: number): void {
    const plot = this.#bare;
    const { paint, zoom, append } = this.#watches;
    const time = (watch: Stopwatch, run: () => void) => {
      watch.time(() => {
        plot.batch(run);
        painted(plot.ctx.canvas);
      });
    };
    const data: uPlot.AlignedData = [this.#times, ...this.#columns];
    time(paint.bare, () => plot.setData(data));
    const [min, max] = this.#zoomed(round);
    time(zoom.bare, () => plot.setScale("x", { min, max }));
    plot.batch(() => plot.setData(this.#bareData));
    painted(plot.ctx.canvas);
    time(append.bare, () => {
      const [times, ...columns] = this.#bareData;
      times.push(this.#end + (round + 1) * step);
      for (const column of columns) column.push(50);
      plot.setData(this.#bareData);
    });
  }

  #roundOfOurs(round: number): void {
    const { paint, zoom, append } = this.#watches;
    const time = (watch: Stopwatch, run: () => void) => {
      watch.time(() => {
        run();
        painted(this.#plot.canvas);
      });
    };
    this.#store = storeOf(this.#times, this.#columns, this.#end);
    time(paint.ours, () => this.#show(from, this.#end));
    const [min, max] = this.#zoomed(round);
    time(zoom.ours, () => this.#show(min, max));
    this.#show(from, this.#end);
    painted(this.#plot.canvas);
    // The first one makes room for many.
    this.#append(this.#end + step);
    time(append.ours, () => {
      this.#append(this.#end + 2 * step);
      this.#show(from + 2 * step, this.#end + 2 * step);
    });
  }

  #append(to: number): void {
    const values = this.#columns.map(() => Float64Array.of(50));
    const series = [seriesOf(Float64Array.of(to), values)];
    this.#store.append({ query: 1, from, to, series });
  }

  /** Another tenth in every round. */
  #zoomed(round: number): [number, number] {
    const length = (this.#end - from) * zoomedShare;
    const start = from + (round % 9) * length;
    return [start, start + length];
  }

  #show(start: number, to: number): void {
    const { lines } = this.#store;
    const styles = lineStyles(lines.length, colors, false);
    this.#plot.show(this.#store, {
      from: start,
      to,
      unit: "percent",
      lines: lines.map((line, index) => {
        return { line, style: styles[index] ?? { color: "", dash: [] }, faded: false };
      }),
      percent: false,
      smooth: false,
      dimmed: false,
      thresholds: [],
      offline: this.#store.offline(),
      restarts: this.#store.restarts(),
      partialFrom: this.#store.partialFrom(),
    });
  }
}

function contest(one: PaintCase): PaintRatios {
  const both = new Contest(one);
  for (let round = 0; round < one.rounds; round++) both.round(round);
  const { ratios } = both;
  both.dispose();
  return ratios;
}

const open = (rounds: number) => openContest(rounds, theme, colors);

Object.assign(window, { contest, openCharts: open });
