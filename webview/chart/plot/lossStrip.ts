import * as l10n from "@vscode/l10n";
import { type TimeRange } from "../../../src/shared/times";
import { lossBuckets, type Buckets } from "../data/lossBuckets";
import { type LineStore } from "../data/lineStore";
import { fontSize, labelGap } from "./plotLayout";
import { type PlotLine, type PlotTheme } from "./plotView";

/** CSS pixels. */
const slotHeight = 6;
const slotGap = 1;
const stripGap = 3;
const maxSlots = 60;
/** Slots are longer than what is between two pings by this, so that each has some. */
const pingsPerSlot = 1.25;

export interface LossSlots {
  readonly buckets: Buckets;
  /** Percent per slot, of all lines together; NaN where there were no pings. */
  readonly loss: Float64Array;
}

/** Undefined where no line is of pings. */
export function lossSlots(
  store: Pick<LineStore, "pyramidOf" | "intervalOf">,
  lines: readonly PlotLine[],
  range: TimeRange,
): LossSlots | undefined {
  const pings = lines.filter(({ line }) => line.metric === "ping");
  if (pings.length === 0) return undefined;
  const columns = pings.map(({ line }) => ({ line, pyramid: store.pyramidOf(line) }));
  const intervals = pings.map(({ line }) => store.intervalOf(line) || 0);
  const buckets = bucketsOf(range, Math.max(...intervals));
  return { buckets, loss: lossBuckets(columns, buckets) };
}

/** They stay where they are when the span moves by less. */
function bucketsOf({ from, to }: TimeRange, interval: number): Buckets {
  const width = Math.max((to - from) / maxSlots, interval * pingsPerSlot);
  const start = Math.floor(from / width) * width;
  return { start, width, count: Math.ceil((to - start) / width) };
}

/** CSS pixels, with the space below it; 0 for none. */
export function lossStripHeight(lines: readonly PlotLine[]): number {
  return lines.some(({ line }) => line.metric === "ping") ? slotHeight + stripGap : 0;
}

/** How much of the colour of errors a slot has: by steps, for shades between them could not be told apart. */
export function lossAlpha(percent: number): number {
  if (percent > 20) return 1;
  return percent > 5 ? 0.6 : 0.35;
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
 * Below the labels of the times, with its name in the place of the other axis. A slot with losses is filled, the more
 * the stronger; one without has the colour of the track. Nothing at all: there were no pings.
 */
export function drawLossStrip(
  context: CanvasRenderingContext2D,
  { buckets, loss }: LossSlots,
  area: StripArea,
  theme: PlotTheme,
): void {
  const { left, top, width, ratio } = area;
  const px = (css: number) => Math.max(1, Math.round(css * ratio));
  const height = px(slotHeight);
  context.save();
  context.fillStyle = theme.muted;
  context.font = `${fontSize * ratio}px ${theme.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillText(l10n.t("Loss"), left - px(labelGap), top + height / 2);
  for (let slot = 0; slot < buckets.count; slot++) {
    const percent = loss[slot] ?? NaN;
    if (Number.isNaN(percent)) continue;
    const start = Math.max(left, Math.round(area.x(buckets.start + slot * buckets.width)));
    const next = Math.round(area.x(buckets.start + (slot + 1) * buckets.width));
    const slotWidth = Math.max(1, Math.min(left + width, next - px(slotGap)) - start);
    // The track is lower in high contrast: there the shape has to say it.
    const track = theme.highContrast ? px(1) : height;
    context.globalAlpha = theme.highContrast ? 1 : trackAlpha;
    context.fillStyle = theme.foreground;
    context.fillRect(start, top + height - track, slotWidth, track);
    if (percent === 0) continue;
    context.globalAlpha = lossAlpha(percent);
    context.fillStyle = theme.error;
    context.fillRect(start, top, slotWidth, height);
  }
  context.restore();
}

const trackAlpha = 0.12;
