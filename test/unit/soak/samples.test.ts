import assert from "node:assert/strict";
import { growthOf } from "../../soak/samples";

const allowance = { share: 0.1, count: 2 };

function growthIn(values: readonly number[]) {
  const samples = values.map((heap, hour) => ({ atMs: hour * 3_600_000, counts: { heap } }));
  return growthOf("heap", samples, allowance);
}

describe("growthOf", () => {
  it("takes for a leak what grows from beginning to end", () => {
    const { isLeak, perHour } = growthIn([0, 100, 110, 120, 130, 140, 150, 160, 170, 180]);
    assert.equal(isLeak, true);
    assert.equal(perHour, 10);
  });

  it("reports no leak for values that go up and down", () => {
    assert.equal(growthIn([0, 100, 120, 90, 110, 95, 118, 100, 119, 92]).isLeak, false);
  });

  it("takes for none what is filled once: at the first sample, or in the middle", () => {
    assert.equal(growthIn([10, 100, 100, 100, 100, 100, 100, 100, 100, 100]).isLeak, false);
    assert.equal(growthIn([0, 100, 100, 100, 150, 150, 150, 150, 150, 150]).isLeak, false);
  });

  it("reports a leak of one more object per sample where the count must not grow", () => {
    const samples = Array.from({ length: 10 }, (_, at) => ({ atMs: at, counts: { sessions: at } }));
    assert.equal(growthOf("sessions", samples, { share: 0, count: 0 }).isLeak, true);
  });

  it("reports no leak for a single sample", () => assert.equal(growthIn([5]).isLeak, false));
});
