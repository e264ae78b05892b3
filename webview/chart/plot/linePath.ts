import type uPlot from "uplot";

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
