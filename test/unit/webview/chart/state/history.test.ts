import assert from "node:assert/strict";
import { type Span } from "../../../../../src/shared/chartApi";
import {
  canGoBack,
  canGoForward,
  chooseSpan,
  goBack,
  goForward,
  isZoomed,
  resetZoom,
  zoomTo,
} from "../../../../../webview/chart/state/history";
import { firstState, type PanelState, viewOf } from "../../../../../webview/chart/state/panelState";
import { setupOf } from "./setup";

const first = firstState(setupOf());
const fourHours: Span = { kind: "last", hours: 4 };
const spanOf = (state: PanelState): Span => viewOf(state).span;
const between = (from: number, to: number): Span => ({ kind: "between", from, to });

describe("panel state: the first span", () => {
  const cases: readonly (readonly [hours: readonly number[], span: Span])[] = [
    [[1, 4, 12], fourHours],
    [[1], { kind: "last", hours: 1 }],
    [[], { kind: "live" }],
  ];
  for (const [hours, span] of cases) {
    it(`is ${JSON.stringify(span)} of ${JSON.stringify(hours)}`, () => {
      assert.deepEqual(spanOf(firstState(setupOf({ hours }))), span);
    });
  }
});

describe("panel state: history", () => {
  it("goes back and forward through what was chosen and zoomed", () => {
    const chosen = chooseSpan(first, { kind: "all" });
    const zoomed = zoomTo(chosen, { from: 10, to: 20 });
    assert.deepEqual(spanOf(goBack(zoomed)), { kind: "all" });
    assert.deepEqual(spanOf(goBack(goBack(zoomed))), fourHours);
    assert.deepEqual(spanOf(goForward(goBack(zoomed))), between(10, 20));
  });

  it("stays at its ends", () => {
    assert.equal(canGoBack(first), false);
    assert.equal(goBack(first), first);
    assert.equal(canGoForward(first), false);
    assert.equal(goForward(first), first);
  });

  it("forgets what was ahead when something else is chosen", () => {
    const state = chooseSpan(goBack(zoomTo(first, { from: 10, to: 20 })), { kind: "live" });
    assert.equal(canGoForward(state), false);
    assert.deepEqual(spanOf(goBack(state)), fourHours);
  });

  it("knows zoomed from chosen, and resets to what was chosen", () => {
    const zoomed = zoomTo(zoomTo(first, { from: 10, to: 40 }), { from: 20, to: 30 });
    assert.equal(isZoomed(first), false);
    assert.equal(isZoomed(zoomed), true);
    const reset = resetZoom(zoomed);
    assert.deepEqual(spanOf(reset), fourHours);
    assert.equal(isZoomed(reset), false);
    assert.deepEqual(spanOf(goBack(reset)), between(20, 30));
  });

  it("takes a custom span as chosen, not as zoomed", () => {
    const custom = chooseSpan(first, between(10, 20));
    assert.equal(isZoomed(custom), false);
    assert.deepEqual(spanOf(resetZoom(zoomTo(custom, { from: 12, to: 13 }))), between(10, 20));
  });

  it("makes one step of many turns of a wheel", () => {
    let state = zoomTo(first, { from: 10, to: 90 });
    state = zoomTo(state, { from: 20, to: 80 }, true);
    state = zoomTo(state, { from: 30, to: 70 }, true);
    assert.deepEqual(spanOf(state), between(30, 70));
    assert.deepEqual(spanOf(goBack(state)), fourHours);
  });

  it("does not count what changes nothing", () => {
    assert.equal(chooseSpan(first, fourHours), first);
    assert.equal(resetZoom(first), first);
  });

  it("does not grow without end", () => {
    let state = first;
    for (let index = 0; index < 500; index++) state = zoomTo(state, { from: index, to: 1000 });
    assert.ok(state.history.length <= 50);
    assert.deepEqual(spanOf(state), between(499, 1000));
  });
});
