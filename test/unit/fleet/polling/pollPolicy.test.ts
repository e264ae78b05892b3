import assert from "node:assert/strict";
import fc from "fast-check";
import { BusyBudget, busyShare, backoff } from "../../../../src/fleet/polling/pollPolicy";
import { cacheMs } from "../../../../src/fleet/polling/statusCosts";

const start = Date.UTC(2026, 0, 1);

describe("BusyBudget", () => {
  it("needs no pause after a request that took no time", () => {
    assert.equal(new BusyBudget("rest").spend(0, start), 0);
  });

  it("leaves a server one and a half times as long as a request for nodes off screen took", () => {
    const budget = new BusyBudget("rest");
    assert.equal(Math.round(budget.spend(1_000, start)), 1_500);
    assert.equal(Math.round(budget.spend(1_000, start + 2_500)), 1_500);
  });

  it("lets nodes on screen be worked out again once a minute without a pause", () => {
    const budget = new BusyBudget("visible");
    for (let minute = 0; minute < 5; minute++) {
      for (let part = 0; part < 8; part++) {
        assert.equal(budget.spend(1_400, start + minute * 60_000 + part * 1_400), 0);
      }
    }
  });

  it("leaves a server that is slow every time its room", () => {
    const budget = new BusyBudget("visible");
    let [now, busy] = [start, 0];
    while (now < start + 600_000) {
      now += 3_000;
      busy += 3_000;
      now += budget.spend(3_000, now);
    }
    assert.ok(busy <= 600_000 * busyShare.visible + 20_000, `busy for ${busy} ms`);
  });

  it("keeps within its share whatever requests take, and pauses below the time of a server's cache", () => {
    const times = fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(times, (tooks) => {
        for (const kind of ["visible", "rest"] as const) {
          const budget = new BusyBudget(kind);
          let [now, busy] = [start, 0];
          for (const took of tooks) {
            now += took;
            busy += took;
            const pause = budget.spend(took, now);
            assert.ok(pause >= 0 && pause < cacheMs);
            now += pause;
          }
          assert.ok(busy <= (now - start) * busyShare[kind] + 18_000);
        }
      }),
    );
  });
});

describe("backoff", () => {
  it("doubles with every consecutive failure, up to half a minute", () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 1_000].map((failures) => backoff(2_000, failures, false)),
      [4_000, 8_000, 16_000, 30_000, 30_000, 30_000],
    );
  });

  it("is at most 4 s while the user looks", () => {
    assert.deepEqual(
      [1, 2, 9].map((failures) => backoff(2_000, failures, true)),
      [4_000, 4_000, 4_000],
    );
  });

  it("leaves a longer interval of the user alone", () => {
    assert.equal(backoff(3_600_000, 3, false), 3_600_000);
  });
});
