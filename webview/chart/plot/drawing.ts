import { type TimeRange } from "../../../src/shared/times";
import { emptySummary } from "../data/pyramid";
import { type LineStore } from "../data/lineStore";
import { alignLines } from "./align";
import { type PlotView } from "./plotView";
import { type Band, columnStarts, gridTimes, pixelGrid, reduceLine } from "./reduce";
import { crossing, drawn, type Drawn, factorOf, samplesIn } from "./samples";

/** More samples than this per pixel are merged: fewer can be distinguished, or nearly. */
const pointsPerPixel = 4;

/** What uPlot is to draw, in the chart's unit. */
export interface Drawing {
  readonly times: Float64Array;
  readonly values: Drawn[][];
  /** Per line, when samples were merged: each pixel column's least and greatest value. */
  readonly bands: readonly Band[];
  /** Times of the columns, when samples were merged. */
  readonly columns: { readonly start: number; readonly width: number };
}

export type Pyramids = Pick<LineStore, "pyramidOf">;

/** @param pixels how many the plot is wide, of the device. */
export function drawingOf(store: Pyramids, view: PlotView, pixels: number): Drawing {
  const merged = isDense(view, pixels) ? mergedDrawing(store, view, pixels) : plainDrawing(view);
  return view.smooth ? { ...merged, values: merged.values.map(smooth) } : merged;
}

function isDense({ lines, from, to }: PlotView, pixels: number): boolean {
  let all = 0;
  for (const times of new Set(lines.map(({ line }) => line.times))) {
    const { first, end } = samplesIn(times, from, to);
    if (end - first > pointsPerPixel * pixels) return true;
    all += end - first;
  }
  // Many lines with times of their own: their common list of times would become too long.
  return all > 2 * pointsPerPixel * pixels;
}

function plainDrawing(view: PlotView): Drawing {
  const sources = view.lines.map(({ line }) => ({ line, factor: factorOf(line, view.percent) }));
  return { ...alignLines(sources, view), bands: [], columns: { start: 0, width: 0 } };
}

function mergedDrawing(store: Pyramids, view: PlotView, pixels: number): Drawing {
  const grid = pixelGrid(view, pixels);
  const starts = new Map<Float64Array, Uint32Array>();
  const reduced = view.lines.map(({ line }) => {
    const known = starts.get(line.times) ?? columnStarts(line.times, grid);
    starts.set(line.times, known);
    return reduceLine(line, store.pyramidOf(line), grid, known, factorOf(line, view.percent));
  });
  const values = reduced.map((each) => each.values);
  return { times: gridTimes(grid), values, bands: reduced, columns: grid };
}

/** The least and the greatest value that is seen in the view; Infinity and -Infinity: none is. */
export function extentOf(
  store: Pyramids,
  { lines, from, to, percent }: Pick<PlotView, "lines" | "percent"> & TimeRange,
): { readonly low: number; readonly high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const { line } of lines) {
    const factor = factorOf(line, percent);
    const { first, end } = samplesIn(line.times, from, to);
    const summary = emptySummary();
    store.pyramidOf(line).add(line.values, first, end, summary);
    const known = summary.count > 0 ? [summary.min * factor, summary.max * factor] : [];
    const edges = [crossing(line, from, factor), crossing(line, to, factor)];
    for (const value of [...known, ...edges]) {
      if (value === null || value === undefined || drawn(value) === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { low, high };
}

/** So many values on either side are in the mean. */
const reach = 2;

/** The moving mean over five values; fewer at the ends, and never over a break. */
export function smooth(values: readonly Drawn[]): Drawn[] {
  const smoothed = [...values];
  let places: number[] = [];
  const flush = () => {
    for (const [index, place] of places.entries()) {
      const near = Math.min(reach, index, places.length - 1 - index);
      let sum = 0;
      for (let other = index - near; other <= index + near; other++) {
        sum += values[places[other] ?? NaN] ?? NaN;
      }
      smoothed[place] = sum / (2 * near + 1);
    }
    places = [];
  };
  values.forEach((value, place) => {
    if (value === null) flush();
    else if (value !== undefined) places.push(place);
  });
  flush();
  return smoothed;
}
