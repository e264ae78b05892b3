import { type Format } from "../../../src/shared/format";
import { type LineStore } from "../data/lineStore";
import { type TimeZone } from "../../../src/shared/times";
import { PlotCanvas, type Shown } from "./plotCanvas";
import { plotFrame } from "./plotFrame";
import { fontSize } from "./plotLayout";
import { type PlotEvents, type PlotTheme, type PlotView } from "./plotView";
import { textMeasure } from "./textMeasure";
import { sharedLabels, type TimeLabels } from "./timeAxis";

/** Of a plot that has no place on the page yet. */
const noSize = { width: 0, height: 0 };

/**
 * One chart. Draws at once whatever it is given, only as much as can be seen, once its size is known; the cursor stays at
 * its time until it is set again. Thresholds of values with a total are in percent of the largest one.
 */
export class Plot {
  readonly #parent: HTMLElement;
  readonly #format: Format;
  readonly #events: PlotEvents;
  readonly #locale: string | undefined;
  readonly #listening = new AbortController();
  #theme: PlotTheme;
  #measure: (text: string) => number;
  #zone: TimeZone;
  #labels: TimeLabels;
  /** Made with the first drawing: uPlot would draw an empty one at once. */
  #canvas: PlotCanvas | undefined;
  #size = noSize;
  #minAxisWidth = 0;
  #cursor: number | undefined;
  #requested: { readonly store: LineStore; readonly view: PlotView } | undefined;
  #shown: Shown | undefined;
  /** What is shown is computed, but not drawn yet. */
  #isStale = false;

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
    this.#labels = sharedLabels(locale, timeZone);
    this.#measure = measureOf(theme);
    this.#events = {
      onGesture: events.onGesture,
      onCursor: (time) => {
        this.setCursor(time);
        events.onCursor(time);
      },
    };
    // Called by uPlot, which has drawn again by then; but what is merged depends on the pixels.
    const { signal } = this.#listening;
    window.addEventListener("dppxchange", () => this.#redraw(), { signal });
  }

  /** Another one in every theme; undefined until something is drawn. */
  get canvas(): HTMLCanvasElement | undefined {
    return this.#canvas?.element;
  }

  /** CSS pixels that the labels of the values take. */
  get axisWidth(): number {
    return this.#shown?.frame.ownAxisSize ?? 0;
  }

  show(store: LineStore, view: PlotView): void {
    this.#requested = { store, view };
    this.#redraw();
  }

  /** Fires no event. */
  setCursor(time: number | undefined): void {
    this.#cursor = time;
    this.#canvas?.setCursor(time);
  }

  /** With the axes, CSS pixels. It is drawn with `draw`, once the axes of all charts are known. */
  setSize(width: number, height: number): void {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    this.#layOut();
  }

  /** The labels of the values get at least so many CSS pixels, so that charts in a column are in line. */
  setAxisWidth(width: number): void {
    if (width === this.#minAxisWidth) return;
    this.#minAxisWidth = width;
    this.#layOut();
  }

  setTheme(theme: PlotTheme): void {
    this.#theme = theme;
    this.#measure = measureOf(theme);
    this.#canvas?.dispose();
    this.#canvas = undefined;
    this.#redraw();
  }

  setTimeZone(zone: TimeZone): void {
    this.#zone = zone;
    this.#labels = sharedLabels(this.#locale, zone);
    this.#redraw();
  }

  /** Draws what has changed since it was drawn last. */
  draw(): void {
    if (!this.#isStale || this.#shown === undefined) return;
    this.#isStale = false;
    this.#canvas ??= new PlotCanvas(this.#parent, this.#theme, this.#size, this.#events);
    this.#canvas.draw(this.#shown, this.#size);
    this.#canvas.setCursor(this.#cursor);
  }

  dispose(): void {
    this.#listening.abort();
    this.#canvas?.dispose();
  }

  #redraw(): void {
    this.#layOut();
    this.draw();
  }

  #layOut(): void {
    if (this.#requested === undefined || this.#size === noSize) return;
    const { store, view: requested } = this.#requested;
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
    this.#isStale = true;
  }
}

function measureOf({ font }: PlotTheme): (text: string) => number {
  return textMeasure(`${fontSize}px ${font}`);
}
