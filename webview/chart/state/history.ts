import { type Span } from "../../../src/shared/chartApi";
import { type TimeRange } from "../../../src/shared/times";
import { type PanelState, type View, viewOf } from "./panelState";

const maxEntries = 50;

export function sameSpan(a: Span, b: Span): boolean {
  if (a.kind === "last" && b.kind === "last") return a.hours === b.hours;
  if (a.kind === "between" && b.kind === "between") return a.from === b.from && a.to === b.to;
  return a.kind === b.kind;
}

/** A span from the toolbar: live, hours, all or a custom one. */
export function chooseSpan(state: PanelState, span: Span): PanelState {
  return go(state, { span, base: span });
}

/**
 * A part of what is shown, or another part.
 * @param replace goes on with the zoom before it: many turns of a wheel are one step of the history.
 */
export function zoomTo(state: PanelState, { from, to }: TimeRange, replace = false): PanelState {
  const view = { span: { kind: "between", from, to }, base: viewOf(state).base } as const;
  if (!replace) return go(state, view);
  const history = [...state.history.slice(0, state.at), view];
  return { ...state, history };
}

export function isZoomed(state: PanelState): boolean {
  const { span, base } = viewOf(state);
  return !sameSpan(span, base);
}

export function resetZoom(state: PanelState): PanelState {
  const { base } = viewOf(state);
  return isZoomed(state) ? go(state, { span: base, base }) : state;
}

export function canGoBack({ at }: PanelState): boolean {
  return at > 0;
}

export function canGoForward({ at, history }: PanelState): boolean {
  return at < history.length - 1;
}

export function goBack(state: PanelState): PanelState {
  return canGoBack(state) ? { ...state, at: state.at - 1 } : state;
}

export function goForward(state: PanelState): PanelState {
  return canGoForward(state) ? { ...state, at: state.at + 1 } : state;
}

function go(state: PanelState, view: View): PanelState {
  const current = viewOf(state);
  if (sameSpan(view.span, current.span) && sameSpan(view.base, current.base)) return state;
  const history = [...state.history.slice(0, state.at + 1), view].slice(-maxEntries);
  return { ...state, history, at: history.length - 1 };
}
