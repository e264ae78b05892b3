import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type Gesture } from "../plot/plotView";
import { edgeCursor, stepCursor } from "./cursorStep";
import { chooseSpan, goBack, isZoomed, resetZoom, zoomTo } from "./history";
import { type KeyIntent } from "./keys";
import { type PanelState } from "./panelState";
import { pan, select, zoomAround, type ZoomLimits } from "./zoom";

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
