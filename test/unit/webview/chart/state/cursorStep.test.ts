import assert from "node:assert/strict";
import { edgeCursor, stepCursor } from "../../../../../webview/chart/state/cursorStep";
import { lineOf } from "./setup";

const lines = [lineOf({ 10: 1, 20: 1, 30: 1, 40: 1 }), lineOf({ 15: 1, 20: 1, 35: 1 })];
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
      assert.equal(stepCursor(lines, range, time, by), to);
    });
  }

  it("jumps to the first and last sample of the range", () => {
    assert.equal(edgeCursor(lines, range, "first"), 10);
    assert.equal(edgeCursor(lines, range, "last"), 35);
  });

  it("is undefined without samples", () => {
    assert.equal(stepCursor([], range, undefined, 1), undefined);
    assert.equal(edgeCursor(lines, { from: 100, to: 200 }, "last"), undefined);
  });
});
