import assert from "node:assert/strict";
import { statusesOf } from "../../../../src/fleet/polling/reportedStatuses";
import { type Sample } from "../../../../src/komari/model/model";
import { liveSample } from "../../../../src/komari/decode/sample";

const now = Date.UTC(2026, 0, 1);

function report(secondsAgo: number, fields: Readonly<Record<string, number>> = {}): Sample {
  return liveSample({ time: new Date(now - secondsAgo * 1000).toISOString(), cpu: 7, ...fields });
}

/** Nodes by when they have reported: seconds ago, the last one last. */
function online(ages: Readonly<Record<string, readonly number[]>>, serverTime?: number) {
  const samples = (each: readonly number[]) => each.map((age) => report(age));
  const nodes = Object.entries(ages).map(([uuid, each]) => [uuid, samples(each)] as const);
  const statuses = statusesOf(new Map(nodes), serverTime);
  return [...statuses].flatMap(([uuid, status]) => (status.online ? [uuid] : []));
}

describe("statusesOf", () => {
  it("takes the newest report of each node, and has none of a node without", () => {
    const newest = report(1, { cpu: 9 });
    const statuses = statusesOf(
      new Map([
        ["a", [report(3), newest]],
        ["b", []],
      ]),
      now,
    );
    assert.deepEqual(
      [...statuses.values()].map(({ uuid, cpu }) => [uuid, cpu]),
      [["a", 9]],
    );
  });

  it("counts a node as online that reported just now, by the server's clock", () => {
    assert.deepEqual(online({ a: [6, 3], b: [43, 40] }, now), ["a"]);
    assert.deepEqual(online({ a: [14] }, now), ["a"], "its only report");
    assert.deepEqual(online({ a: [16] }, now), []);
  });

  it("waits longer for agents that report rarely, but not for ever", () => {
    assert.deepEqual(online({ a: [58, 38, 18], b: [24, 21, 18] }, now), ["a"]);
    assert.deepEqual(online({ a: [75, 41] }, now), []);
    assert.deepEqual(online({ a: [49, 46, 43, 20, 17] }, now), [], "it was interrupted once");
  });

  it("goes by the newest report while the server's clock is not known", () => {
    assert.deepEqual(online({ a: [3_600], b: [3_650] }), ["a"]);
  });

  it("goes by the newest report where a clock was set: no server keeps reports for so long", () => {
    assert.deepEqual(online({ a: [3_600], b: [3_650] }, now), ["a"]);
    assert.deepEqual(online({ a: [100], b: [140] }, now), []);
  });

  it("says nothing of what reports do not have: pings, uptime, and a GPU at 0", () => {
    const of = (gpu: number) => statusesOf(new Map([["a", [report(1, { gpu })]]]), now).get("a");
    const idle = of(0);
    assert.deepEqual(
      [idle?.ping, idle?.uptimeSeconds, idle?.load5, idle?.gpu],
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(of(30)?.gpu, 30);
  });
});
