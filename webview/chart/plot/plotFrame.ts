import { type Format } from "../../../src/shared/format";
import { type Unit } from "../../../src/shared/metrics";
import { type LineStore } from "../data/lineStore";
import { type TimeZone } from "../../../src/shared/times";
import { barsExtent, noLines } from "./bars";
import { type Drawing, drawingOf, extentOf } from "./drawing";
import { type LossSlots, lossSlots, lossStripHeight } from "./lossStrip";
import { intervalsOf, margins, timeAxisSize, valueAxisSize } from "./plotLayout";
import { type PlotView } from "./plotView";
import { type AxisTicks, timeAxis, type TimeLabels } from "./timeAxis";
import { valueLabels, type ValueScale, valueScale } from "./valueAxis";

/** All that one drawing of a chart needs, computed before anything is drawn. CSS pixels. */
export interface PlotFrame {
  readonly drawing: Drawing;
  readonly scale: ValueScale;
  readonly valueLabels: readonly string[];
  /** What the labels take of `valueAxisSize`, which may be more. */
  readonly ownAxisSize: number;
  readonly valueAxisSize: number;
  readonly time: AxisTicks;
  readonly timeAxisSize: number;
  /** Undefined: there are no pings. */
  readonly losses: LossSlots | undefined;
  readonly stripHeight: number;
  /** Of the lines: what thresholds in percent are a part of. */
  readonly total: number | undefined;
}

export interface FrameContext {
  readonly format: Format;
  readonly zone: TimeZone;
  readonly labels: TimeLabels;
  readonly measure: (text: string) => number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the device to one of CSS. */
  readonly ratio: number;
  /** At least so wide is the axis of values, so that charts above each other are in line. */
  readonly minAxisSize: number;
}

export function plotFrame(store: LineStore, view: PlotView, context: FrameContext): PlotFrame {
  const { format, width, height, ratio } = context;
  const stripHeight = lossStripHeight(view.lines);
  const timeSize = timeAxisSize(stripHeight);
  const unit = unitOf(view);
  const total = view.percent ? undefined : maxTotal(view);
  const plotHeight = Math.max(1, height - timeSize - margins.top);
  const extent = { ...(view.bars ? barsExtent(view) : extentOf(store, view)), total };
  const scale = valueScale(unit, extent, intervalsOf(plotHeight));
  const labels = valueLabels(scale, unit, format);
  const ownAxisSize = valueAxisSize(labels.map((label) => context.measure(label)));
  const axisSize = Math.max(context.minAxisSize, ownAxisSize);
  const plotWidth = Math.max(1, width - axisSize - margins.right);
  const axis = { width: plotWidth, margin: margins.right };
  return {
    drawing: view.bars ? noLines(view) : drawingOf(store, view, Math.round(plotWidth * ratio)),
    scale,
    valueLabels: labels,
    ownAxisSize,
    valueAxisSize: axisSize,
    time: timeAxis(view, axis, context.zone, context.labels, context.measure),
    timeAxisSize: timeSize,
    losses: lossSlots(store, view.lines, view),
    stripHeight,
    total,
  };
}

function unitOf({ percent, unit }: PlotView): Unit {
  return percent ? "percent" : unit;
}

function maxTotal({ lines }: PlotView): number | undefined {
  const totals = lines.flatMap(({ line }) => line.total ?? []);
  return totals.length === 0 ? undefined : Math.max(...totals);
}
