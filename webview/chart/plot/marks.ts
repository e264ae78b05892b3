import type uPlot from "uplot";
import { type TimeRange } from "../../../src/shared/times";
import { type Drawing } from "./drawing";
import { type PlotTheme, type PlotView } from "./plotView";

const alpha = {
  offline: 0.12,
  band: 0.4,
  strongBand: 0.6,
  faded: 0.25,
  partial: 0.45,
  dimmed: 0.5,
};
export const fadedAlpha = alpha.faded;
/** CSS pixels. */
const restartDash = [2, 3];
const thresholdDash = [4, 3];

/** What is drawn beside lines and axes. All take what they need from the scales of the plot. */
export interface Marks {
  readonly plot: uPlot;
  readonly view: PlotView;
  readonly theme: PlotTheme;
}

/** Under everything else: when nothing was reported. */
export function drawOffline({ plot, view, theme }: Marks): void {
  if (view.offline.length === 0) return;
  withContext(plot, (context) => {
    context.fillStyle = theme.muted;
    context.globalAlpha = alpha.offline;
    for (const range of view.offline) fillRange(plot, range);
  });
}

/**
 * Between the axes and the lines: from the least to the greatest of the merged samples of every pixel
 * column, where it is more than the line itself covers. One pixel wide, for that is drawn soonest.
 */
export function drawBands({ plot, view, theme }: Marks, { bands, columns }: Drawing): void {
  if (bands.length === 0) return;
  const { left, top, height } = plot.bbox;
  const { min = 0, max = 1 } = plot.scales.y ?? {};
  const perUnit = height / (max - min);
  const yOf = (value: number) => top + height - (value - min) * perUnit;
  const x0 = plot.valToPos(columns.start, "x", true);
  const columnWidth = plot.valToPos(columns.start + columns.width, "x", true) - x0;
  withContext(plot, (context) => {
    context.lineWidth = 1;
    bands.forEach((band, index) => {
      const line = view.lines[index];
      if (line === undefined) return;
      const path = new Path2D();
      for (let column = 0; column < band.min.length; column++) {
        const high = yOf(band.max[column] ?? NaN);
        const low = yOf(band.min[column] ?? NaN);
        // One pixel is the line's; NaN is skipped too.
        if (!(low - high > 1)) continue;
        const x = Math.max(left, Math.round(x0 + column * columnWidth)) + 0.5;
        path.moveTo(x, Math.floor(high));
        path.lineTo(x, Math.ceil(low));
      }
      context.strokeStyle = line.style.color;
      const own = theme.highContrast ? alpha.strongBand : alpha.band;
      context.globalAlpha = own * (line.faded ? alpha.faded : 1);
      context.stroke(path);
    });
  });
}

/** Between the axes and the lines. */
export function drawRestarts({ plot, view, theme }: Marks): void {
  if (view.restarts.length === 0) return;
  const { left, top, width, height } = plot.bbox;
  withContext(plot, (context) => {
    context.strokeStyle = theme.foreground;
    context.globalAlpha = 0.6;
    context.lineWidth = Math.max(1, Math.round(devicePixelRatio));
    context.setLineDash(restartDash.map((length) => length * devicePixelRatio));
    context.beginPath();
    for (const time of view.restarts) {
      const x = Math.round(plot.valToPos(time, "x", true)) + 0.5;
      if (x < left || x > left + width) continue;
      context.moveTo(x, top);
      context.lineTo(x, top + height);
    }
    context.stroke();
  });
}

/** Between the axes and the lines. Those beyond the axis are not seen. */
export function drawThresholds(
  { plot, view, theme }: Marks,
  valueOf: (threshold: number) => number,
): void {
  if (view.thresholds.length === 0) return;
  const { left, top, width, height } = plot.bbox;
  withContext(plot, (context) => {
    context.strokeStyle = theme.warning;
    context.lineWidth = Math.max(1, Math.round(devicePixelRatio));
    context.setLineDash(thresholdDash.map((length) => length * devicePixelRatio));
    context.beginPath();
    for (const threshold of view.thresholds) {
      const y = Math.round(plot.valToPos(valueOf(threshold), "y", true)) + 0.5;
      if (!(y >= top && y <= top + height)) continue;
      context.moveTo(left, y);
      context.lineTo(left + width, y);
    }
    context.stroke();
  });
}

/** Over the lines: the bucket that is not over yet, from `from` on. */
export function dimPartial({ plot, view }: Marks, from: number): void {
  withContext(plot, (context) => {
    fade(context, alpha.partial);
    fillRange(plot, { from, to: view.to });
  });
}

/** Over everything: what is shown is old. */
export function dimAll({ plot }: Pick<Marks, "plot">): void {
  withContext(plot, (context) => {
    fade(context, alpha.dimmed);
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  });
}

/** What is filled from here on takes away so much of what is there, whatever lies behind the canvas. */
function fade(context: CanvasRenderingContext2D, share: number): void {
  context.globalCompositeOperation = "destination-out";
  context.globalAlpha = share;
}

function fillRange(plot: uPlot, { from, to }: TimeRange): void {
  const { left, top, width, height } = plot.bbox;
  const start = Math.max(left, Math.round(plot.valToPos(from, "x", true)));
  const end = Math.min(left + width, Math.round(plot.valToPos(to, "x", true)));
  if (end > start) plot.ctx.fillRect(start, top, end - start, height);
}

/** uPlot keeps what it has set on the context in mind: it must find it again. */
function withContext(plot: uPlot, draw: (context: CanvasRenderingContext2D) => void): void {
  plot.ctx.save();
  draw(plot.ctx);
  plot.ctx.restore();
}
