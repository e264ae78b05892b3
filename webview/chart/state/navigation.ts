import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type Gesture } from "../plot/plotView";
import { chooseSpan, goBack, isZoomed, resetZoom, zoomTo } from "./history";
import { type PanelState } from "./panelState";
import { pan, select, zoomAround, type ZoomLimits } from "./zoom";
import { upperBound, lowerBound } from "../../../src/shared/sortedSearch";

/** What is on the screen while the user moves about. */
export interface MoveScene {
  readonly state: PanelState;
  readonly range: TimeRange;
  readonly limits: ZoomLimits;
  /** The last move was of the same kind and a moment ago: they are one step of the history. */
  readonly isContinued: boolean;
}

export interface Move {
  readonly state: PanelState;
  /** More of the kind will follow at once: the query is debounced. */
  readonly debounced: boolean;
}

export function moveByGesture(gesture: Gesture, scene: MoveScene): Move {
  const { state, range, limits } = scene;
  switch (gesture.kind) {
    case "select":
      return { state: zoomTo(state, select(gesture, limits)), debounced: false };
    case "zoom":
      return debouncedMove(scene, zoomAround(range, gesture.at, gesture.factor, limits));
    case "pan":
      return debouncedMove(scene, pan(range, gesture.by, limits));
    case "live":
      return { state: chooseSpan(state, { kind: "live" }), debounced: false };
  }
}

/** @param lines those of the chart that has the focus. */
export function moveByKey(intent: KeyIntent, scene: MoveScene, lines: readonly Line[]): Move {
  const { state, range, limits } = scene;
  const still = (next: PanelState): Move => ({ state: next, debounced: false });
  switch (intent.kind) {
    case "step":
      return still({
        ...state,
        cursor: stepCursor(lines, range, cursorWithin(state, range), intent.by),
      });
    case "edge":
      return still({ ...state, cursor: edgeCursor(lines, range, intent.edge) });
    case "zoom": {
      const at = cursorWithin(state, range) ?? (range.from + range.to) / 2;
      return debouncedMove(scene, zoomAround(range, at, intent.factor, limits));
    }
    case "pan":
      return debouncedMove(scene, pan(range, intent.share * (range.to - range.from), limits));
    case "escape":
      if (state.cursor !== undefined) return still({ ...state, cursor: undefined });
      return still(isZoomed(state) ? resetZoom(state) : state);
    case "back":
      return still(goBack(state));
  }
}

function debouncedMove({ state, range, isContinued: goesOn }: MoveScene, to: TimeRange): Move {
  const moved = to.from !== range.from || to.to !== range.to;
  return { state: moved ? zoomTo(state, to, goesOn && isZoomed(state)) : state, debounced: true };
}

/** A cursor that was left behind in another span counts as none. */
export function cursorWithin({ cursor }: PanelState, { from, to }: TimeRange): number | undefined {
  return cursor !== undefined && cursor >= from && cursor <= to ? cursor : undefined;
}

type Timed = Pick<Line, "times">;

/**
 * Where the cursor goes from `time`: to the next sample of any of the lines, `by` times; below 0
 * to earlier ones. Without a cursor it enters from the end that the step comes from.
 */
export function stepCursor(
  lines: readonly Timed[],
  range: TimeRange,
  time: number | undefined,
  by: number,
): number | undefined {
  const columns = distinctTimes(lines);
  let at = time ?? (by > 0 ? range.from - 1 : range.to + 1);
  let found = time;
  for (let count = Math.abs(by); count > 0; count--) {
    const next = by > 0 ? after(columns, at) : before(columns, at);
    if (next === undefined || next < range.from || next > range.to) break;
    found = at = next;
  }
  return found;
}

export function edgeCursor(
  lines: readonly Timed[],
  range: TimeRange,
  edge: "first" | "last",
): number | undefined {
  return stepCursor(lines, range, undefined, edge === "first" ? 1 : -1);
}

/** Lines of one series share their times: each column is looked at once. */
function distinctTimes(lines: readonly Timed[]): readonly Float64Array[] {
  return [...new Set(lines.map(({ times }) => times))];
}

function after(columns: readonly Float64Array[], time: number): number | undefined {
  return minOf(columns.map((times) => times[upperBound(times, time)]));
}

function before(columns: readonly Float64Array[], time: number): number | undefined {
  return maxOf(columns.map((times) => times[lowerBound(times, time) - 1]));
}

function minOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function maxOf(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** What a key does in the chart that has the focus. */
export type KeyIntent =
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "edge"; readonly edge: "first" | "last" }
  /** Below 1: in. */
  | { readonly kind: "zoom"; readonly factor: number }
  /** By this share of what is shown. */
  | { readonly kind: "pan"; readonly share: number }
  | { readonly kind: "escape" }
  | { readonly kind: "back" };

type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">;

const farStep = 10;

const intents: Readonly<Record<string, KeyIntent>> = {
  Home: { kind: "edge", edge: "first" },
  End: { kind: "edge", edge: "last" },
  "+": { kind: "zoom", factor: 0.5 },
  "=": { kind: "zoom", factor: 0.5 },
  "-": { kind: "zoom", factor: 2 },
  _: { kind: "zoom", factor: 2 },
  PageUp: { kind: "pan", share: -0.5 },
  PageDown: { kind: "pan", share: 0.5 },
  Escape: { kind: "escape" },
  Backspace: { kind: "back" },
};

/** Undefined: the key is not for the chart. With Ctrl, Alt or Cmd it belongs to VS Code. */
export function intentOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Key): KeyIntent | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const step = shiftKey ? farStep : 1;
  if (key === "ArrowLeft") return { kind: "step", by: -step };
  if (key === "ArrowRight") return { kind: "step", by: step };
  return Object.hasOwn(intents, key) ? intents[key] : undefined;
}
