import assert from "node:assert/strict";
import { goBack } from "../../../../../webview/chart/state/history";
import {
  type KeyIntent,
  moveByGesture,
  moveByKey,
  type MoveScene,
  edgeCursor,
  stepCursor,
  intentOf,
} from "../../../../../webview/chart/state/navigation";
import { firstState, viewOf } from "../../../../../webview/chart/state/panelState";
import { lineOf, setupOf } from "./setup";

const scene: MoveScene = {
  state: firstState(setupOf()),
  range: { from: 100_000, to: 500_000 },
  limits: { earliest: 0, latest: 1_000_000 },
  isContinued: false,
};
const lines = [lineOf({ 100_000: 1, 200_000: 1, 300_000: 1 })];
const at = (cursor: number | undefined): MoveScene => ({
  ...scene,
  state: { ...scene.state, cursor },
});
const press = (intent: KeyIntent, from = scene) => moveByKey(intent, from, lines);
const between = (from: number, to: number) => ({ kind: "between", from, to });

describe("moving by pointer", () => {
  it("zooms to what was dragged over, at once", () => {
    const move = moveByGesture({ kind: "select", from: 200_000, to: 300_000 }, scene);
    assert.deepEqual(viewOf(move.state).span, between(200_000, 300_000));
    assert.equal(move.debounced, false);
  });

  it("goes live with a double click", () => {
    assert.deepEqual(viewOf(moveByGesture({ kind: "live" }, scene).state).span, { kind: "live" });
  });

  it("turns of a wheel are one step back", () => {
    const turn = { kind: "zoom", at: 300_000, factor: 0.5 } as const;
    const first = moveByGesture(turn, scene);
    assert.equal(first.debounced, true);
    const range = { from: 200_000, to: 400_000 };
    assert.deepEqual(viewOf(first.state).span, between(200_000, 400_000));
    const second = moveByGesture(turn, { ...scene, state: first.state, range, isContinued: true });
    assert.deepEqual(viewOf(second.state).span, between(250_000, 350_000));
    assert.deepEqual(viewOf(goBack(second.state)), viewOf(scene.state));
    const later = moveByGesture(turn, { ...scene, state: first.state, range });
    assert.deepEqual(viewOf(goBack(later.state)), viewOf(first.state));
  });

  it("does nothing where there is no way further", () => {
    const range = { from: 600_000, to: 1_000_000 };
    const move = moveByGesture({ kind: "pan", by: 50_000 }, { ...scene, range });
    assert.equal(move.state, scene.state);
  });
});

describe("moving by keyboard", () => {
  it("steps the cursor over the samples", () => {
    assert.equal(press({ kind: "step", by: 1 }, at(100_000)).state.cursor, 200_000);
    assert.equal(press({ kind: "edge", edge: "last" }).state.cursor, 300_000);
  });

  it("enters from the edge when the cursor is outside the range", () => {
    assert.equal(press({ kind: "step", by: 1 }, at(900_000)).state.cursor, 100_000);
  });

  it("zooms at the cursor, else in the middle", () => {
    const zoom = { kind: "zoom", factor: 0.5 } as const;
    assert.deepEqual(viewOf(press(zoom, at(100_000)).state).span, between(100_000, 300_000));
    assert.deepEqual(viewOf(press(zoom).state).span, between(200_000, 400_000));
  });

  it("pans by half of what is shown", () => {
    const move = press({ kind: "pan", share: 0.5 });
    assert.deepEqual(viewOf(move.state).span, between(300_000, 700_000));
  });

  it("escapes from the cursor first, then from the zoom", () => {
    const zoomed = moveByGesture({ kind: "select", from: 1, to: 99_999 }, at(200_000)).state;
    const once = press({ kind: "escape" }, { ...scene, state: zoomed });
    assert.equal(once.state.cursor, undefined);
    assert.deepEqual(viewOf(once.state), viewOf(zoomed));
    const twice = press({ kind: "escape" }, { ...scene, state: once.state });
    assert.deepEqual(viewOf(twice.state), viewOf(scene.state));
    assert.equal(press({ kind: "escape" }).state, scene.state);
  });

  it("goes back", () => {
    const { state } = moveByGesture({ kind: "select", from: 1, to: 99_999 }, scene);
    assert.deepEqual(
      viewOf(press({ kind: "back" }, { ...scene, state }).state),
      viewOf(scene.state),
    );
  });
});

const cursorLines = [lineOf({ 10: 1, 20: 1, 30: 1, 40: 1 }), lineOf({ 15: 1, 20: 1, 35: 1 })];
const range = { from: 10, to: 36 };

describe("cursor by keyboard", () => {
  const cases: readonly (readonly [
    time: number | undefined,
    by: number,
    to: number | undefined,
  ])[] = [
    [10, 1, 15],
    [15, 1, 20],
    [20, 1, 30],
    [20, -1, 15],
    [17, 1, 20],
    [17, -1, 15],
    [10, 3, 30],
    [30, -10, 10],
    [35, 1, 35],
    [10, -1, 10],
    [undefined, 1, 10],
    [undefined, -1, 35],
    [undefined, 10, 35],
  ];
  for (const [time, by, to] of cases) {
    it(`goes from ${time} by ${by} to ${to}`, () => {
      assert.equal(stepCursor(cursorLines, range, time, by), to);
    });
  }

  it("jumps to the first and last sample of the range", () => {
    assert.equal(edgeCursor(cursorLines, range, "first"), 10);
    assert.equal(edgeCursor(cursorLines, range, "last"), 35);
  });

  it("is undefined without samples", () => {
    assert.equal(stepCursor([], range, undefined, 1), undefined);
    assert.equal(edgeCursor(cursorLines, { from: 100, to: 200 }, "last"), undefined);
  });
});

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

const cases: readonly (readonly [
  key: string,
  held: Partial<typeof none>,
  KeyIntent | undefined,
])[] = [
  ["ArrowRight", {}, { kind: "step", by: 1 }],
  ["ArrowLeft", {}, { kind: "step", by: -1 }],
  ["ArrowLeft", { shiftKey: true }, { kind: "step", by: -10 }],
  ["Home", {}, { kind: "edge", edge: "first" }],
  ["End", {}, { kind: "edge", edge: "last" }],
  ["+", { shiftKey: true }, { kind: "zoom", factor: 0.5 }],
  ["-", {}, { kind: "zoom", factor: 2 }],
  ["PageUp", {}, { kind: "pan", share: -0.5 }],
  ["PageDown", {}, { kind: "pan", share: 0.5 }],
  ["Escape", {}, { kind: "escape" }],
  ["Backspace", {}, { kind: "back" }],
  ["ArrowUp", {}, undefined],
  ["a", {}, undefined],
  ["toString", {}, undefined],
  ["ArrowRight", { ctrlKey: true }, undefined],
  ["Backspace", { metaKey: true }, undefined],
  ["Home", { altKey: true }, undefined],
];

describe("keys on a chart", () => {
  for (const [key, held, intent] of cases) {
    const name = [...Object.keys(held), key].join(" ");
    it(`${name} means ${intent === undefined ? "nothing" : JSON.stringify(intent)}`, () => {
      assert.deepEqual(intentOf({ key, ...none, ...held }), intent);
    });
  }
});
