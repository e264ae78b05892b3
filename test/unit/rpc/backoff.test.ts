import assert from "node:assert/strict";
import { backoffDelay } from "../../../src/rpc/backoff";

describe("backoffDelay", () => {
  it("starts between half a second and one", () => {
    assert.equal(backoffDelay(1, 0), 500);
    assert.equal(backoffDelay(1, 1), 1000);
  });

  it("doubles its ceiling up to 30 s and keeps its floor", () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 5000].map((attempt) => backoffDelay(attempt, 1));
    assert.deepEqual(ceilings, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    assert.equal(backoffDelay(5000, 0), 500);
  });
});
