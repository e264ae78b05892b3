import { type TimeRange } from "../../../src/shared/times";
import {
  panning,
  pinchGesture,
  type PlotArea,
  selection,
  timeAt,
  wheelGesture,
} from "./gestureMath";
import { type PlotEvents } from "./plotView";

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
