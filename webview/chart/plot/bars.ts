import { type Marks } from "./marks";
import { type Drawing } from "./drawing";
import { type PlotView } from "./plotView";

/** Of the width of an interval. */
const gapShare = 0.3;
const partialAlpha = 0.55;
const fadedAlpha = 0.25;

/** uPlot draws nothing: bars are drawn by `drawBars`. */
export function noLines({ lines }: Pick<PlotView, "lines">): Drawing {
  const values = lines.map(() => []);
  return { times: new Float64Array(0), values, bands: [], columns: { start: 0, width: 0 } };
}

/** From 0 to the highest bar of all lines together. */
export function barsExtent({ lines }: Pick<PlotView, "lines">): { low: number; high: number } {
  const sums = (lines[0]?.line.values ?? new Float64Array(0)).map((_, index) =>
    lines.reduce((sum, { line }) => sum + amountAt(line.values, index), 0),
  );
  return { low: 0, high: sums.reduce((high, sum) => Math.max(high, sum), 0) };
}

/** One bar for each interval, each line's part on that of the line before. */
export function drawBars({ plot, view, theme }: Marks): void {
  const [first] = view.lines;
  if (first === undefined) return;
  const { times: starts, ends = starts } = first.line;
  const { ctx } = plot;
  const pixel = Math.max(1, Math.round(devicePixelRatio));
  const y = (value: number) => Math.round(plot.valToPos(value, "y", true));
  ctx.save();
  ctx.lineWidth = pixel;
  starts.forEach((start, index) => {
    const [left, right] = edgesOf(
      plot.valToPos(start, "x", true),
      plot.valToPos(ends[index] ?? start, "x", true),
    );
    let below = 0;
    view.lines.forEach(({ line, style, faded }, place) => {
      const amount = amountAt(line.values, index);
      const [bottom, top] = [y(below), y(below + amount)];
      below += amount;
      if (!(amount > 0)) return;
      const isPartial = view.bars?.partial.has(index) === true;
      ctx.globalAlpha = (isPartial ? partialAlpha : 1) * (faded ? fadedAlpha : 1);
      ctx.fillStyle = ctx.strokeStyle = style.color;
      const height = Math.max(pixel, bottom - top);
      // Where colours are few, what goes out is hollow.
      if (!theme.highContrast || place % 2 === 0)
        ctx.fillRect(left, bottom - height, right - left, height);
      else outline(ctx, left, bottom - height, right - left, height);
    });
  });
  ctx.restore();
}

/** At least a pixel wide. */
function edgesOf(start: number, end: number): [number, number] {
  const gap = ((end - start) * gapShare) / 2;
  const left = Math.round(start + gap);
  return [left, Math.max(left + 1, Math.round(end - gap))];
}

function outline(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const half = context.lineWidth / 2;
  context.strokeRect(
    left + half,
    top + half,
    Math.max(0, width - 2 * half),
    Math.max(0, height - 2 * half),
  );
}

/** What is not known takes no room. */
function amountAt(values: Float64Array, index: number): number {
  const amount = values[index] ?? NaN;
  return Number.isNaN(amount) ? 0 : amount;
}
