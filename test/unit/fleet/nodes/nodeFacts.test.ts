import assert from "node:assert/strict";
import { share, trafficUsed } from "../../../../src/fleet/nodes/nodeFacts";
import { type TrafficLimitType } from "../../../../src/shared/nodes/contract";
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
