import { type TimeRange } from "../../../src/shared/times";
import { type Gesture } from "./plotView";

/** Shorter drags are clicks with an unsteady hand. CSS pixels. */
const minDragPx = 4;
/** A notch of a wheel reports up to a few hundred pixels, fingers on a touchpad a few. */
const maxPixelsPerEvent = 40;
const zoomPerPixel = 0.01;
/** CSS pixels per unit of `deltaMode`: pixels, lines, pages. */
const pixelsPer = [1, 16, 400] as const;

/** The plot on the screen: where it begins, how wide it is, and what time range it shows. */
export interface PlotArea extends TimeRange {
  readonly left: number;
  readonly width: number;
}

export function timeAt(area: PlotArea, clientX: number): number {
  const share = Math.min(1, Math.max(0, (clientX - area.left) / area.width));
  return area.from + share * (area.to - area.from);
}

function millisecondsOf(area: PlotArea, pixels: number): number {
  return (pixels * (area.to - area.from)) / area.width;
}

/** Undefined when it was no drag. */
export function selection(area: PlotArea, startX: number, endX: number): Gesture | undefined {
  if (Math.abs(endX - startX) < minDragPx) return undefined;
  const [from, to] = [timeAt(area, startX), timeAt(area, endX)];
  return { kind: "select", from: Math.min(from, to), to: Math.max(from, to) };
}

/** The time under the pointer goes with it. */
export function panning(area: PlotArea, pixels: number): Gesture {
  return { kind: "pan", by: -millisecondsOf(area, pixels) };
}

export type WheelFacts = Pick<
  WheelEvent,
  "deltaX" | "deltaY" | "deltaMode" | "ctrlKey" | "metaKey" | "altKey" | "clientX"
>;

/** Undefined: the wheel is for the page. A pinch on a touchpad comes as a wheel with ctrl. */
export function wheelGesture(area: PlotArea, wheel: WheelFacts): Gesture | undefined {
  const unit = pixelsPer[wheel.deltaMode as 0 | 1 | 2];
  if (wheel.ctrlKey || wheel.metaKey || wheel.altKey) {
    const delta = (wheel.deltaY === 0 ? wheel.deltaX : wheel.deltaY) * unit;
    const limited = Math.max(-maxPixelsPerEvent, Math.min(maxPixelsPerEvent, delta));
    if (limited === 0) return undefined;
    const factor = Math.exp(limited * zoomPerPixel);
    return { kind: "zoom", at: timeAt(area, wheel.clientX), factor };
  }
  if (Math.abs(wheel.deltaX) <= Math.abs(wheel.deltaY)) return undefined;
  return panning(area, -wheel.deltaX * unit);
}

/** Two fingers, where they were and where they are now: what is between them goes with them. */
export function pinchGesture(
  area: PlotArea,
  before: readonly [number, number],
  now: readonly [number, number],
): Gesture | undefined {
  const [old, distance] = [Math.abs(before[1] - before[0]), Math.abs(now[1] - now[0])];
  if (old === 0 || distance === 0 || old === distance) return undefined;
  const at = timeAt(area, (now[0] + now[1]) / 2);
  return { kind: "zoom", at, factor: old / distance };
}
