import type uPlot from "uplot";
import { fontSize, labelGap, margins } from "./plotLayout";
import { type PlotTheme } from "./plotView";

/** uPlot computes digits only for its own increments, which end here. */
const minIncrement = 5;

export interface AxisSource {
  readonly at: () => readonly number[];
  readonly labels: () => readonly string[];
  /** CSS pixels. */
  readonly size: () => number;
}

/** What uPlot reads whenever it draws; all other options are fixed. */
export interface PlotSource {
  readonly theme: PlotTheme;
  readonly range: (scale: "x" | "y") => uPlot.Range.MinMax;
  readonly time: AxisSource;
  readonly value: AxisSource;
  readonly color: (seriesIndex: number) => string;
  readonly hooks: uPlot.Hooks.Arrays;
}

/** Makes uPlot draw only: no legend, no labels, no zoom, no mouse, and no scanning of the data. */
export function plotOptions(
  source: PlotSource,
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  const ignored = () => null;
  const { color, theme } = source;
  return {
    ...size,
    ms: 1,
    series: [{}],
    scales: {
      x: { time: false, range: () => source.range("x") },
      y: { range: () => source.range("y") },
    },
    axes: [axis(theme, source.time, true), axis(theme, source.value, false)],
    padding: [margins.top, margins.right, 0, 0],
    legend: { show: false },
    select: { show: true, left: 0, top: 0, width: 0, height: 0 },
    cursor: {
      y: false,
      drag: { x: false, y: false, setScale: false },
      points: { size: 6, fill: (_, index) => color(index), stroke: (_, index) => color(index) },
      bind: {
        mousedown: ignored,
        mouseup: ignored,
        click: ignored,
        dblclick: ignored,
        mousemove: ignored,
        mouseleave: ignored,
        mouseenter: ignored,
      },
    },
    hooks: source.hooks,
  };
}

export function seriesOptions(color: (seriesIndex: number) => string): uPlot.Series {
  const own = (_: uPlot, index: number) => color(index);
  return { auto: false, stroke: own, fill: own, paths: linePath, points: { show: false } };
}

/** uPlot has the first at the bottom and the second at the left. */
function axis(theme: PlotTheme, source: AxisSource, isTime: boolean): uPlot.Axis {
  return {
    font: `${fontSize}px ${theme.font}`,
    stroke: theme.muted,
    grid: { stroke: theme.grid, width: 1, show: !(isTime && theme.highContrast) },
    ticks: { show: false },
    border: { show: isTime, stroke: theme.grid, width: 1 },
    gap: labelGap,
    size: source.size,
    // The ticks are known: uPlot need not look for an increment, but must find one.
    space: () => 1,
    incrs: (_, __, min, max) => [Math.max(minIncrement, max - min)],
    splits: () => [...source.at()],
    values: () => [...source.labels()],
  };
}

/** Of a point that stands alone, as a multiple of the line's width. */
const dotRadius = 1.5;

/**
 * Paths of a line that is broken at null and goes on over undefined. A value without neighbours
 * becomes a dot. Unlike uPlot's own it clips no gaps, for nothing is drawn there.
 */
export function linePath(plot: uPlot, seriesIndex: number): uPlot.Series.Paths {
  const times = plot.data[0];
  const values = plot.data[seriesIndex] ?? [];
  const { x: scaleX, y: scaleY } = plot.scales;
  const { left, top, width, height } = plot.bbox;
  const [fromX, fromY] = [scaleX?.min ?? 0, scaleY?.min ?? 0];
  const perX = width / ((scaleX?.max ?? 1) - fromX);
  const perY = height / ((scaleY?.max ?? 1) - fromY);
  const stroke = new Path2D();
  const lone: [x: number, y: number][] = [];
  let run = 0;
  let x = 0;
  let y = 0;
  for (let index = 0; index < times.length; index++) {
    const value = values[index];
    if (value === undefined) continue;
    if (value === null) {
      if (run === 1) lone.push([x, y]);
      run = 0;
      continue;
    }
    x = Math.round(left + ((times[index] ?? NaN) - fromX) * perX);
    y = Math.round(top + height - (value - fromY) * perY);
    if (run === 0) stroke.moveTo(x, y);
    else stroke.lineTo(x, y);
    run += 1;
  }
  if (run === 1) lone.push([x, y]);
  const radius = (plot.series[seriesIndex]?.width ?? 1) * dotRadius * devicePixelRatio;
  return { stroke, fill: dots(lone, radius), clip: null, flags: 0 };
}

function dots(places: readonly (readonly [x: number, y: number])[], radius: number): Path2D | null {
  if (places.length === 0) return null;
  const path = new Path2D();
  for (const [x, y] of places) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  return path;
}
