import assert from "node:assert/strict";
import {
  fillStep,
  percentScale,
  scaleOf,
  stepStarts,
} from "../../../../../webview/fleet/state/mapFill";

describe("fillStep", () => {
  it("has a step for each fifth of a percentage", () => {
    const steps = [0, 19.9, 20, 59, 60, 80, 100, 140].map((value) => fillStep(value, percentScale));
    assert.deepEqual(steps, [0, 0, 1, 2, 3, 4, 4, 4]);
  });

  it("has one step where all values are the same", () => {
    assert.equal(fillStep(7, { min: 7, max: 7 }), 0);
  });
});

describe("scaleOf", () => {
  it("leaves out what lies far off, and unknown values", () => {
    const values = [...Array.from({ length: 99 }, (_, index) => index), NaN, 1e9];
    assert.deepEqual(scaleOf(values), { min: 5, max: 94 });
    assert.equal(scaleOf([NaN]), undefined);
  });
});

describe("stepStarts", () => {
  it("says where each step begins", () => {
    assert.deepEqual(stepStarts(percentScale), [0, 20, 40, 60, 80]);
  });
});
