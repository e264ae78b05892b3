import assert from "node:assert/strict";
import fc from "fast-check";
import { pauseBetweenPolls } from "../../../src/fleet/pollPolicy";

const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };

function pause(tookMs: number, failures = 0, attention: "visible" | "background" = "visible") {
  return pauseBetweenPolls(attention, intervals, tookMs, failures);
}

describe("pauseBetweenPolls", () => {
  it("keeps the rhythm of the setting: a poll starts every interval", () => {
    assert.equal(pause(100), 1_900);
    assert.equal(pause(100, 0, "background"), 29_900);
  });

  it("gives a slow server four times as long as its answer took", () => {
    assert.equal(pause(1_000), 4_000);
    assert.equal(pause(3_000), 12_000);
  });

  it("retreats twice as far with every failure in a row", () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((failures) => pause(50, failures)),
      [4_000, 8_000, 16_000, 32_000],
    );
  });

  it("comes back to the rhythm after the first success", () => {
    assert.equal(pause(50, 0), 1_950);
  });

  it("never waits longer than a minute for a server in trouble", () => {
    assert.equal(pause(50, 1_000), 60_000);
    assert.equal(pause(600_000, 0), 60_000);
  });

  it("leaves a longer interval of the user alone", () => {
    const slow = { ...intervals, background: 3_600_000 };
    assert.equal(pauseBetweenPolls("background", slow, 0, 3), 3_600_000);
  });

  it("holds its promises for whatever settings and servers", () => {
    const times = fc.integer({ min: 0, max: 120_000 });
    const settings = fc.integer({ min: 1_000, max: 86_400_000 });
    fc.assert(
      fc.property(settings, times, fc.nat(50), (interval, took, failures) => {
        const chosen = { visible: interval, background: interval, nodes: 60_000 };
        const result = pauseBetweenPolls("visible", chosen, took, failures);
        assert.ok(result >= 0);
        assert.ok(took + result >= interval, "never more often than the setting");
        assert.ok(result <= Math.max(60_000, interval), "never forgotten");
        assert.ok(took > 15_000 || took <= (took + result) * 0.2 + 1e-6, "a fifth at most");
        const worse = pauseBetweenPolls("visible", chosen, took, failures + 1);
        assert.ok(worse >= result, "a further failure never hurries");
      }),
    );
  });
});
