import assert from "node:assert/strict";
import { valueAt } from "../../../../../webview/chart/data/valueAt";
import { buildLine, regular } from "./encoded";

const span = { from: 0, to: 1000 };
const line = buildLine([0, 10, 20, 30, 200, 210, 220], [0, 1, 2, NaN, 4, 5, 6]);

describe("valueAt", () => {
  for (const { time, found } of [
    { time: 0, found: { time: 0, value: 0 } },
    { time: 14, found: { time: 10, value: 1 } },
    { time: 15, found: { time: 10, value: 1 } },
    { time: 16, found: { time: 20, value: 2 } },
    { time: -20, found: { time: 0, value: 0 } },
    { time: -30, found: undefined },
    { time: 33, found: undefined },
    { time: 100, found: undefined },
    { time: 180, found: { time: 200, value: 4 } },
    { time: 245, found: { time: 220, value: 6 } },
    { time: 300, found: undefined },
  ]) {
    it(`${time}: ${found?.value ?? "nothing"}`, () => {
      assert.deepEqual(valueAt(span, line, time), found);
    });
  }

  it("distinguishes a lost ping from a value below 0", () => {
    const values = [-1, -1, 5];
    const times = regular(0, 10, 3);
    assert.equal(valueAt(span, buildLine(times, values, { metric: "ping" }), 0)?.value, "lost");
    assert.equal(valueAt(span, buildLine(times, values, { metric: "temperature" }), 0)?.value, -1);
  });

  it("finds a sample that is alone from a hundredth of the span away", () => {
    const lone = buildLine([500], [7]);
    assert.deepEqual(valueAt(span, lone, 509), { time: 500, value: 7 });
    assert.equal(valueAt(span, lone, 511), undefined);
  });

  it("finds nothing in an empty line", () =>
    assert.equal(valueAt(span, buildLine([], []), 0), undefined));
});
