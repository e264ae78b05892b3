import assert from "node:assert/strict";
import { daysLeft, laterToday, share, trafficUsed } from "../../../../src/fleet/nodes/nodeFacts";
import { type TrafficLimitType } from "../../../../src/komari/model/model";
import { buildFacts } from "../../../builders/facts";

describe("share", () => {
  it("is a percentage of the total", () => assert.equal(share(1, 4), 25));

  it("is more than all of it where a server says so", () => assert.equal(share(5, 4), 125));

  it("is unknown of nothing and of the unknown, never a division by zero", () => {
    for (const [used, total] of [
      [0, 0],
      [1, 0],
      [undefined, 4],
      [1, undefined],
    ] as const) {
      assert.equal(share(used, total), undefined);
    }
  });

  it("is zero of something that is not used", () => assert.equal(share(0, 4), 0));
});

describe("trafficUsed", () => {
  const used = (trafficLimitType: TrafficLimitType) =>
    trafficUsed(buildFacts({ trafficLimitType }, { totalUp: 3, totalDown: 5 }));

  it("counts by the type of the limit", () => {
    assert.deepEqual((["sum", "max", "min", "up", "down"] as const).map(used), [8, 5, 3, 3, 5]);
  });

  it("is unknown without a report", () => {
    assert.equal(trafficUsed(buildFacts({}, null)), undefined);
  });
});

describe("daysLeft", () => {
  const [hour, day] = [3_600_000, 86_400_000];
  const midnight = Date.UTC(2026, 5, 15);
  const left = (now: number, time: number) =>
    daysLeft(buildFacts({ expiry: { kind: "at", time } }), now);

  it("is the number of days from today's date to the date of the end, at every hour of both", () => {
    const dateOf = (time: number) => Date.parse(new Date(time).toISOString().slice(0, 10));
    for (let now = midnight; now < midnight + day; now += hour) {
      for (let end = midnight - 3 * day; end < midnight + 4 * day; end += hour) {
        const days = (dateOf(end) - dateOf(now)) / day;
        const expected = days === 0 && end > now ? laterToday : days;
        assert.equal(left(now, end), expected, `${(end - now) / hour} h from hour ${now}`);
      }
    }
  });

  it("is above zero until the contract has ended", () => {
    assert.ok((left(midnight, midnight + 1) ?? 0) > 0);
    assert.equal(left(midnight, midnight), 0);
  });

  it("is unknown for a long term and without an end", () => {
    assert.equal(daysLeft(buildFacts({ expiry: { kind: "longTerm" } }), midnight), undefined);
    assert.equal(daysLeft(buildFacts({ expiry: undefined }), midnight), undefined);
  });
});
