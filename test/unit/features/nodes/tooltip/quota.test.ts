import assert from "node:assert/strict";
import { networkRows } from "../../../../../src/features/nodes/tooltip/networkRows";
import { type TrafficLimitType } from "../../../../../src/komari/model";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";

const gib = 1024 ** 3;

function quota(...args: Parameters<typeof buildFacts>): string | undefined {
  const rows = networkRows(buildFacts(...args), createFormat("en"));
  return rows.find(([name]) => name === "Quota")?.[1];
}

describe("quota", () => {
  const expected: Readonly<Record<TrafficLimitType, string>> = {
    sum: "`████████░░` 80% · 8 GiB of 10 GiB (up + down)",
    max: "`█████░░░░░` 50% · 5 GiB of 10 GiB (larger of up, down)",
    min: "`███░░░░░░░` 30% · 3 GiB of 10 GiB (smaller of up, down)",
    up: "`███░░░░░░░` 30% · 3 GiB of 10 GiB (upload)",
    down: "`█████░░░░░` 50% · 5 GiB of 10 GiB (download)",
  };
  const types = ["sum", "max", "min", "up", "down"] as const;

  for (const trafficLimitType of types) {
    it(`counts by the type ${trafficLimitType}`, () => {
      const node = { trafficLimit: 10 * gib, trafficLimitType };
      const text = quota(node, { totalUp: 3 * gib, totalDown: 5 * gib });
      assert.equal(text, expected[trafficLimitType]);
    });
  }

  it("is no row where there is no limit", () => assert.equal(quota({}), undefined));

  it("tells the limit alone while nothing is known of the traffic", () => {
    const node = { trafficLimit: 10 * gib, trafficLimitType: "up" } as const;
    assert.equal(quota(node, null), "10 GiB (upload)");
  });

  it("shows a full bar and the true amount when more was used", () => {
    const node = { trafficLimit: gib, trafficLimitType: "up" } as const;
    const text = quota(node, { totalUp: 3 * gib });
    assert.equal(text, "`██████████` 100% · 3 GiB of 1 GiB (upload)");
  });

  it("bears a limit beyond what a number can count exactly", () => {
    const text = quota({ trafficLimit: 2 ** 60 }, { totalUp: gib, totalDown: gib });
    assert.equal(text, "`█░░░░░░░░░` <1% · 1 GiB of 1 EiB (larger of up, down)");
  });
});
