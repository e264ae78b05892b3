import uPlot from "uplot";
import { type LineStore } from "../data/lineStore";
import { drawBars } from "./bars";
import { type Drawing } from "./drawing";
import { Gestures } from "./gestures";
import { drawLossStrip } from "./lossStrip";
import * as marks from "./marks";
import { type PlotFrame } from "./plotFrame";
import { plotOptions, seriesOptions } from "./plotOptions";
import { type PlotEvents, type PlotTheme, type PlotView } from "./plotView";

/** CSS pixels. Lines of one pixel are drawn twenty times as fast as others: with many points it counts. */
const lineWidth = { plain: 1.3, dense: 1 };
const manyPoints = 3000;
const manyLines = 8;
const selectionAlpha = "0.25";
/** Where uPlot takes the cursor for hidden. */
const outside = -10;

/** With the axes, CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is drawn. */
export interface Shown {
  readonly store: LineStore;
  readonly view: PlotView;
  readonly frame: PlotFrame;
}

/** uPlot in one theme: draws what it is given and turns pointers into gestures. */
export class PlotCanvas {
  readonly #theme: PlotTheme;
  readonly #plot: uPlot;
  readonly #gestures: Gestures;
  #shown: Shown | undefined;

  constructor(parent: HTMLElement, theme: PlotTheme, size: Size, events: PlotEvents) {
    this.#theme = theme;
    this.#plot = new uPlot(this.#options(size), [[]], parent);
    this.#gestures = this.#listen(events);
  }

  get element(): HTMLCanvasElement {
    return this.#plot.ctx.canvas;
  }

  draw(shown: Shown, size: Size): void {
    const { view, frame } = (this.#shown = shown);
    const plot = this.#plot;
    plot.batch(() => {
      if (size.width !== plot.width || size.height !== plot.height) plot.setSize(size);
      this.#setSeries(view, frame);
      plot.setData([frame.drawing.times, ...frame.drawing.values], false);
      // Labels may be others on the same scale.
      plot.redraw(true, true);
      plot.setScale("x", { min: view.from, max: view.to });
    });
  }

  /** Hidden when it is undefined or beyond what is shown. */
  setCursor(time: number | undefined): void {
    const { from, to } = this.#shown?.view ?? { from: NaN, to: NaN };
    const isInside = time !== undefined && time >= from && time <= to;
    const left = isInside ? this.#plot.valToPos(time, "x") : outside;
    this.#plot.setCursor({ left, top: isInside ? 0 : outside }, false);
  }

  dispose(): void {
    this.#gestures.dispose();
    this.#plot.destroy();
  }

  #options(size: Size): uPlot.Options {
    const frame = () => this.#shown?.frame;
    return plotOptions(
      {
        theme: this.#theme,
        range: (scale) => this.#range(scale),
        color: (index) => this.#color(index),
        time: {
          at: () => frame()?.time.at ?? [],
          labels: () => frame()?.time.labels ?? [],
          size: () => frame()?.timeAxisSize ?? 0,
        },
        value: {
          at: () => frame()?.scale.ticks ?? [],
          labels: () => frame()?.valueLabels ?? [],
          size: () => frame()?.valueAxisSize ?? 0,
        },
        hooks: {
          drawClear: [() => this.#mark(marks.drawOffline)],
          drawAxes: [() => this.#mark((into, shown) => this.#underLines(into, shown))],
          draw: [() => this.#mark((into, shown) => this.#overLines(into, shown))],
        },
      },
      size,
    );
  }

  #listen(events: PlotEvents): Gestures {
    const { over } = this.#plot;
    const band = over.querySelector<HTMLElement>(".u-select")?.style;
    band?.setProperty("background", this.#theme.foreground);
    band?.setProperty("opacity", selectionAlpha);
    const cursor = over.querySelector<HTMLElement>(".u-cursor-x")?.style;
    cursor?.setProperty("border-color", this.#theme.muted);
    const span = () => this.#shown?.view ?? { from: 0, to: 0 };
    const showBand = (place: { left: number; width: number } = { left: 0, width: 0 }) => {
      const height = place.width > 0 ? over.clientHeight : 0;
      this.#plot.setSelect({ ...place, top: 0, height }, false);
    };
    return new Gestures({ element: over, span, showBand }, events);
  }

  #range(scale: "x" | "y"): uPlot.Range.MinMax {
    if (this.#shown === undefined) return [0, 1];
    const { view, frame } = this.#shown;
    return scale === "x" ? [view.from, view.to] : [frame.scale.min, frame.scale.max];
  }

  #setSeries(view: PlotView, { drawing }: PlotFrame): void {
    const plot = this.#plot;
    while (plot.series.length - 1 > view.lines.length) plot.delSeries(plot.series.length - 1);
    while (plot.series.length - 1 < view.lines.length) {
      plot.addSeries(seriesOptions((index) => this.#color(index)));
    }
    const isThin = isDense(drawing) || view.lines.length > manyLines;
    const width = isThin ? lineWidth.dense : lineWidth.plain;
    plot.series.slice(1).forEach((series, index) => {
      const line = view.lines[index];
      series.width = width;
      series.alpha = line?.faded === true ? marks.fadedAlpha : 1;
      series.dash = (line?.style.dash ?? []).map((length) => length * devicePixelRatio);
    });
  }

  #color(seriesIndex: number): string {
    const line = this.#shown?.view.lines[seriesIndex - 1];
    return line?.style.color ?? this.#theme.foreground;
  }

  #mark(draw: (into: marks.Marks, shown: Shown) => void): void {
    if (this.#shown === undefined) return;
    draw({ plot: this.#plot, view: this.#shown.view, theme: this.#theme }, this.#shown);
  }

  #underLines(into: marks.Marks, { frame }: Shown): void {
    const { total } = frame;
    marks.drawBands(into, frame.drawing);
    if (into.view.bars !== undefined) drawBars(into);
    marks.drawRestarts(into);
    marks.drawThresholds(into, (value) => (total === undefined ? value : (value * total) / 100));
  }

  #overLines(into: marks.Marks, { store, view, frame }: Shown): void {
    const { plot } = into;
    const [first] = view.lines;
    if (view.partialFrom !== undefined && first !== undefined) {
      // A row stands at the beginning of its bucket: half of the way to it is its own.
      const interval = store.intervalOf(first.line);
      marks.dimPartial(into, view.partialFrom - (Number.isNaN(interval) ? 0 : interval / 2));
    }
    if (frame.losses !== undefined) {
      const { left, top, width, height } = plot.bbox;
      const x = (time: number) => plot.valToPos(time, "x", true);
      const below = (frame.timeAxisSize - frame.stripHeight) * devicePixelRatio;
      const area = { left, top: top + height + below, width, ratio: devicePixelRatio, x };
      drawLossStrip(plot.ctx, frame.losses, area, this.#theme);
    }
    if (view.dimmed) marks.dimAll(into);
  }
}

function isDense({ values, bands }: Drawing): boolean {
  let points = 0;
  for (const column of values) for (const value of column) if (typeof value === "number") points++;
  return bands.length > 0 || points > manyPoints;
}
