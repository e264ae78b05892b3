import assert from "node:assert/strict";
import fc from "fast-check";
import { answeredAverage } from "../../../../src/komari/decode/pingAverage";

/** As upstream's server works it out, from pings of equal stretches; -1 is a lost one. */
function reported(stretches: readonly (readonly number[])[]) {
  const sums = stretches
    .filter((pings) => pings.length > 0)
    .map((pings) => ({ count: pings.length, sum: pings.reduce((sum, each) => sum + each, 0) }))
    .filter(({ sum }) => sum >= 0);
  const count = sums.reduce((all, each) => all + each.count, 0);
  const sum = sums.reduce((all, each) => all + (each.sum / each.count) * each.count, 0);
  const pings = stretches.flat();
  const answered = pings.filter((ping) => ping >= 0);
  return {
    average: count === 0 ? undefined : sum / count,
    total: pings.length,
    loss: (100 * (pings.length - answered.length)) / pings.length,
    answered,
    true: answered.reduce((all, each) => all + each, 0) / answered.length,
  };
}

function near(actual: number | undefined, expected: number): void {
  assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-6, `${actual} is not ${expected}`);
}

describe("answeredAverage", () => {
  it("is the server's without a loss", () => {
    assert.deepEqual(answeredAverage(25.7, 100, 0), { average: 25.7 });
  });

  it("removes lost pings of -1 ms", () => {
    // A panel showed 77 ms beside a minimum of 80.
    const { average } = answeredAverage(77, 100, 5);
    near(average, (77 * 100 + 5) / 95);
  });

  it("is unknown if no ping was answered", () => {
    assert.deepEqual(answeredAverage(0, 40, 100), { average: undefined });
  });

  it("keeps an average without lost pings, with one ping per bucket", () => {
    const pings = [83, -1, 91, 87, -1, 102, 95, 88, -1, 81, 90, 93, 86, 89].map((each) => [each]);
    const { average = NaN, total, loss, true: expected } = reported(pings);
    near(answeredAverage(average, total, loss).average, expected);
  });

  it("detects skipped buckets without any answered ping in a real response", () => {
    // Of 101 pings 89 were answered; 93 are in the average, for 8 of those lost filled stretches.
    near(answeredAverage(25.655913978494624, 101, 11.881188118811881).average, (2386 + 4) / 89);
    near(answeredAverage(30.849056603773583, 63, 17.46031746031746).average, (1635 + 1) / 52);
  });

  it("has a lower bound if the numbers fit more than one count", () => {
    const { average, minAverage } = answeredAverage(80, 60, 20);
    near(average, (80 * 60 + 12) / 48);
    assert.equal(minAverage, 80);
  });

  it("is not above the longest ping", () => {
    assert.equal(answeredAverage(80, 60, 20, 95).average, 95);
  });

  // With so many lost that the shorter pings cannot make up for it, a stretch counts as lost.
  it("is exact, or between its bounds, whatever was lost", () => {
    const ping = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 12, max: 400 }) },
      { weight: 1, arbitrary: fc.constant(-1) },
    );
    const stretch = fc.oneof(
      { weight: 5, arbitrary: fc.array(ping, { minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constant([-1, -1, -1, -1]) },
    );
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 60 }), (stretches) => {
        const { average, total, loss, true: expected, answered } = reported(stretches);
        fc.pre(average !== undefined && answered.length > 0);
        const found = answeredAverage(average, total, loss, Math.max(...answered));
        if (found.minAverage === undefined) near(found.average, expected);
        else
          assert.ok(found.minAverage <= expected + 1e-6 && expected <= (found.average ?? 0) + 1e-6);
      }),
      { numRuns: 2000 },
    );
  });
});
