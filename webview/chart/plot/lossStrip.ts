import { type TimeRange } from "../../../src/shared/times";
import { lossBuckets, type Buckets } from "../data/lossBuckets";
import { type LineStore } from "../data/lineStore";
import { type PlotLine, type PlotTheme } from "./plotView";

/** CSS pixels. */
const rowHeight = 6;
const rowGap = 2;
const bucketWidth = 6;
const markWidth = 3;
const markGap = 1;
/** Of more lines the losses are taken together. */
const maxRows = 6;
/** Buckets are longer than what is between two pings by this, so that each has some. */
const pingsPerBucket = 1.25;
/** Even the loss of one ping in very many must be seen. */
const minAlpha = 0.35;

export interface LossRow {
  /** Of the line that it belongs to; undefined: of all together. */
  readonly color: string | undefined;
  readonly buckets: Buckets;
  /** Percent per bucket, NaN where there were no pings. */
  readonly loss: Float64Array;
}

/** One row per line of pings, or one of all. @param width of the plot, CSS pixels. */
export function lossRows(
  store: Pick<LineStore, "pyramidOf" | "intervalOf">,
  lines: readonly PlotLine[],
  range: TimeRange,
  width: number,
): readonly LossRow[] {
  const pings = lines.filter(({ line }) => line.metric === "ping");
  const groups = pings.length > maxRows ? [pings] : pings.map((each) => [each]);
  return groups.map((group) => {
    const columns = group.map(({ line }) => ({ line, pyramid: store.pyramidOf(line) }));
    const intervals = group.map(({ line }) => store.intervalOf(line) || 0);
    const buckets = bucketsOf(range, width, Math.max(...intervals));
    const color = group.length === 1 ? group[0]?.style.color : undefined;
    return { color, buckets, loss: lossBuckets(columns, buckets) };
  });
}

/** They stay where they are when the span moves by less. */
function bucketsOf({ from, to }: TimeRange, plotWidth: number, interval: number): Buckets {
  const minWidth = ((to - from) * bucketWidth) / Math.max(bucketWidth, plotWidth);
  const width = Math.max(minWidth, interval * pingsPerBucket);
  const start = Math.floor(from / width) * width;
  return { start, width, count: Math.ceil((to - start) / width) };
}

/** CSS pixels, with the space above it; 0 for none. */
export function lossStripHeight(lines: readonly PlotLine[]): number {
  const pings = lines.filter(({ line }) => line.metric === "ping").length;
  const rows = pings > maxRows ? 1 : pings;
  return rows === 0 ? 0 : rows * (rowHeight + rowGap) + rowGap;
}

/** Where on the canvas; in its own pixels, of which there are `ratio` to one of CSS. */
export interface StripArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly ratio: number;
  /** From a time to a place on the canvas. */
  readonly x: (time: number) => number;
}

/**
 * One row per line. A bucket with losses is filled, the more the stronger; one without is empty, and
 * its base line shows that there were pings. Nothing at all: there were none.
 */
export function drawLossStrip(
  context: CanvasRenderingContext2D,
  rows: readonly LossRow[],
  area: StripArea,
  theme: PlotTheme,
): void {
  const { left, top, width, ratio } = area;
  const px = (css: number) => Math.max(1, Math.round(css * ratio));
  context.save();
  rows.forEach(({ color, buckets, loss }, row) => {
    const y = Math.round(top + (rowGap + row * (rowHeight + rowGap)) * ratio);
    if (color !== undefined) {
      context.fillStyle = color;
      context.fillRect(left - px(markWidth + markGap), y, px(markWidth), px(rowHeight));
    }
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      const share = (loss[bucket] ?? NaN) / 100;
      if (Number.isNaN(share)) continue;
      const start = Math.max(left, Math.round(area.x(buckets.start + bucket * buckets.width)));
      const next = Math.round(area.x(buckets.start + (bucket + 1) * buckets.width));
      const end = Math.min(left + width, next);
      context.fillStyle = theme.muted;
      context.fillRect(start, y + px(rowHeight) - px(1), end - start, px(1));
      if (share === 0) continue;
      context.fillStyle = theme.error;
      context.globalAlpha = minAlpha + (1 - minAlpha) * share;
      context.fillRect(start, y, end - start, px(rowHeight));
      context.globalAlpha = 1;
    }
  });
  context.restore();
}
