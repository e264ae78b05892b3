import { type Format } from "../../../src/shared/format";
import { type LineStore } from "../data/lineStore";
import { type TimeZone } from "../../../src/shared/times";
import { PlotCanvas, type Shown } from "./plotCanvas";
import { plotFrame } from "./plotFrame";
import { fontSize } from "./plotLayout";
import { type PlotEvents, type PlotTheme, type PlotView } from "./plotView";
import { textMeasure } from "./textMeasure";
import { TimeLabels } from "./timeAxis";

/** Until the size is known. */
const firstSize = { width: 300, height: 150 };

/**
 * One chart. Draws at once whatever it is given, only as much as can be seen; the cursor stays at its
 * time until it is set again. Thresholds of values with a total are in percent of the largest one.
 */
export class Plot {
  readonly #parent: HTMLElement;
  readonly #format: Format;
  readonly #events: PlotEvents;
  readonly #locale: string | undefined;
  readonly #listening = new AbortController();
  #theme: PlotTheme;
  #measure: (text: string) => number = () => 0;
  #zone: TimeZone;
  #labels: TimeLabels;
  #canvas: PlotCanvas;
  #size = firstSize;
  #minAxisWidth = 0;
  #cursor: number | undefined;
  #shown: Shown | undefined;

  /** @param locale BCP 47, for times; that of the document if it is left out. */
  constructor(
    parent: HTMLElement,
    theme: PlotTheme,
    format: Format,
    timeZone: TimeZone,
    events: PlotEvents,
    locale = document.documentElement.lang || undefined,
  ) {
    this.#parent = parent;
    this.#theme = theme;
    this.#format = format;
    this.#locale = locale;
    this.#zone = timeZone;
    this.#labels = new TimeLabels(locale, timeZone);
    this.#events = {
      onGesture: events.onGesture,
      onCursor: (time) => {
        this.setCursor(time);
        events.onCursor(time);
      },
    };
    this.#canvas = this.#build();
    // Called by uPlot, which has drawn again by then; but what is merged depends on the pixels.
    const { signal } = this.#listening;
    window.addEventListener("dppxchange", () => this.#redraw(), { signal });
  }

  /** Another one in every theme. */
  get canvas(): HTMLCanvasElement {
    return this.#canvas.element;
  }

  /** CSS pixels that the labels of the values take. */
  get axisWidth(): number {
    return this.#shown?.frame.ownAxisSize ?? 0;
  }

  show(store: LineStore, requested: PlotView): void {
    // A span of no time cannot be drawn, but may come about before there are data.
    const view =
      requested.to > requested.from ? requested : { ...requested, to: requested.from + 1 };
    const frame = plotFrame(store, view, {
      format: this.#format,
      zone: this.#zone,
      labels: this.#labels,
      measure: this.#measure,
      ...this.#size,
      ratio: devicePixelRatio,
      minAxisSize: this.#minAxisWidth,
    });
    this.#shown = { store, view, frame };
    this.#canvas.draw(this.#shown, this.#size);
    this.#canvas.setCursor(this.#cursor);
  }

  /** Fires no event. */
  setCursor(time: number | undefined): void {
    this.#cursor = time;
    this.#canvas.setCursor(time);
  }

  /** With the axes, CSS pixels. */
  setSize(width: number, height: number): void {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    this.#redraw();
  }

  /** The labels of the values get at least so many CSS pixels, so that charts in a column are in line. */
  setAxisWidth(width: number): void {
    if (width === this.#minAxisWidth) return;
    this.#minAxisWidth = width;
    this.#redraw();
  }

  setTheme(theme: PlotTheme): void {
    this.#theme = theme;
    this.#canvas.dispose();
    this.#canvas = this.#build();
    this.#redraw();
  }

  setTimeZone(zone: TimeZone): void {
    this.#zone = zone;
    this.#labels = new TimeLabels(this.#locale, zone);
    this.#redraw();
  }

  dispose(): void {
    this.#listening.abort();
    this.#canvas.dispose();
  }

  #redraw(): void {
    if (this.#shown !== undefined) this.show(this.#shown.store, this.#shown.view);
  }

  #build(): PlotCanvas {
    this.#measure = textMeasure(`${fontSize}px ${this.#theme.font}`);
    return new PlotCanvas(this.#parent, this.#theme, this.#size, this.#events);
  }
}
