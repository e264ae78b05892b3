import { type TimeRange } from "../../../src/shared/times";
import { type PlotEvents, type Gesture } from "./plotView";

/** What gestures need of a plot. */
export interface GestureTarget {
  readonly element: HTMLElement;
  readonly span: () => TimeRange;
  /** The rubber band, in pixels of the element; undefined: none. */
  readonly showBand: (band: { readonly left: number; readonly width: number } | undefined) => void;
}

/** Turns pointer and wheel events of a plot into gestures. */
export class Gestures {
  readonly #target: GestureTarget;
  readonly #events: PlotEvents;
  readonly #listening = new AbortController();
  /** Pointers that are down, with where they were last, in the order in which they came. */
  readonly #down = new Map<number, number>();
  #drag: { readonly kind: "select" | "pan"; readonly startX: number } | undefined;

  constructor(target: GestureTarget, events: PlotEvents) {
    this.#target = target;
    this.#events = events;
    const { element } = target;
    // Fingers scroll the page up and down; what they do across is ours.
    element.style.touchAction = "pan-y";
    const { signal } = this.#listening;
    element.addEventListener("pointerdown", (event) => this.#onPointerDown(event), { signal });
    element.addEventListener("pointermove", (event) => this.#onPointerMove(event), { signal });
    element.addEventListener("pointerup", (event) => this.#onPointerUp(event), { signal });
    element.addEventListener("pointercancel", (event) => this.#onPointerCancel(event), { signal });
    element.addEventListener("pointerleave", () => events.onCursor(undefined), { signal });
    element.addEventListener("dblclick", () => events.onGesture({ kind: "live" }), { signal });
    const wheel = { signal, passive: false };
    element.addEventListener("wheel", (event) => this.#onWheel(event), wheel);
  }

  dispose(): void {
    this.#listening.abort();
  }

  #area(): PlotArea {
    const { left, width } = this.#target.element.getBoundingClientRect();
    return { left, width, ...this.#target.span() };
  }

  #onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#down.set(event.pointerId, event.clientX);
    this.#target.element.setPointerCapture(event.pointerId);
    this.#target.showBand(undefined);
    const kind = event.shiftKey ? "pan" : "select";
    this.#drag = this.#down.size === 1 ? { kind, startX: event.clientX } : undefined;
  }

  #onPointerMove(event: PointerEvent): void {
    const area = this.#area();
    const before = [...this.#down.values()];
    if (this.#down.has(event.pointerId)) this.#down.set(event.pointerId, event.clientX);
    const now = [...this.#down.values()];
    const [[oldFirst, oldSecond], [first, second]] = [before, now];
    if (first !== undefined && second !== undefined) {
      const gesture = pinchGesture(area, [oldFirst ?? NaN, oldSecond ?? NaN], [first, second]);
      if (gesture !== undefined) this.#events.onGesture(gesture);
      return;
    }
    this.#events.onCursor(timeAt(area, event.clientX));
    if (this.#drag?.kind === "select") this.#stretchBand(area, this.#drag.startX, event.clientX);
    if (this.#drag?.kind === "pan" && oldFirst !== undefined && oldFirst !== first) {
      this.#events.onGesture(panning(area, event.clientX - oldFirst));
    }
  }

  #stretchBand(area: PlotArea, startX: number, endX: number): void {
    const inside = (x: number) => Math.min(area.width, Math.max(0, x - area.left));
    const [start, end] = [inside(startX), inside(endX)];
    const band = { left: Math.min(start, end), width: Math.abs(end - start) };
    this.#target.showBand(selection(area, startX, endX) === undefined ? undefined : band);
  }

  #onPointerUp(event: PointerEvent): void {
    const drag = this.#drag;
    this.#onPointerCancel(event);
    if (drag?.kind !== "select") return;
    const gesture = selection(this.#area(), drag.startX, event.clientX);
    if (gesture !== undefined) this.#events.onGesture(gesture);
  }

  #onPointerCancel({ pointerId }: PointerEvent): void {
    this.#down.delete(pointerId);
    this.#drag = undefined;
    this.#target.showBand(undefined);
  }

  #onWheel(event: WheelEvent): void {
    const gesture = wheelGesture(this.#area(), event);
    if (gesture === undefined) return;
    event.preventDefault();
    this.#events.onGesture(gesture);
  }
}

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
