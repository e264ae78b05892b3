import assert from "node:assert/strict";
import fc from "fast-check";
import { pauseAfter } from "../../../src/fleet/pollPolicy";
import { cacheMs } from "../../../src/fleet/statusCosts";

describe("pauseAfter", () => {
  it("asks for no pause after a request that took no time", () => {
    assert.equal(pauseAfter("sight", 2_000, 0, 0), 0);
  });

  it("leaves a slow server four times as long as a request for nodes in sight took", () => {
    assert.equal(pauseAfter("sight", 2_000, 1_000, 0), 4_000);
  });

  it("leaves it one and a half times as long after a request for others", () => {
    assert.equal(pauseAfter("rest", 30_000, 1_000, 0), 1_500);
  });

  it("retreats twice as far with every failure in a row", () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((failures) => pauseAfter("sight", 2_000, 50, failures)),
      [4_000, 8_000, 16_000, 30_000],
    );
  });

  it("leaves a longer interval of the user alone", () => {
    assert.equal(pauseAfter("rest", 3_600_000, 0, 3), 3_600_000);
  });

  it("stays below the time for which servers keep what they have worked out", () => {
    const times = fc.integer({ min: 0, max: 600_000 });
    const shortIntervals = fc.integer({ min: 1_000, max: 30_000 });
    fc.assert(
      fc.property(shortIntervals, times, fc.nat(50), (interval, took, failures) => {
        for (const kind of ["sight", "rest"] as const) {
          const pause = pauseAfter(kind, interval, took, failures);
          assert.ok(pause >= 0 && pause < cacheMs);
          const worse = pauseAfter(kind, interval, took, failures + 1);
          assert.ok(worse >= pause, "a further failure never hurries");
        }
      }),
    );
  });
});
