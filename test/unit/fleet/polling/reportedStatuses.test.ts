import assert from "node:assert/strict";
import { statusesOf } from "../../../../src/fleet/polling/reportedStatuses";
import { type NodeStatus, type Sample } from "../../../../src/komari/model";
import { liveSample } from "../../../../src/komari/decode/sample";
import { buildBareStatus } from "../../../builders/status";

const now = Date.UTC(2026, 0, 1);

function report(secondsAgo: number, fields: Readonly<Record<string, number>> = {}): Sample {
  return liveSample({ time: new Date(now - secondsAgo * 1000).toISOString(), cpu: 7, ...fields });
}

const nobody = (): NodeStatus | undefined => undefined;

describe("statusesOf", () => {
  it("counts a node as online that reported just now, by the server's clock", () => {
    const reports = new Map([
      ["a", report(3)],
      ["b", report(40)],
    ]);
    const statuses = statusesOf(reports, nobody, now);
    assert.deepEqual(
      [...statuses.values()].map(({ uuid, online, cpu }) => [uuid, online, cpu]),
      [
        ["a", true, 7],
        ["b", false, 7],
      ],
    );
  });

  it("goes by the newest report while the server's clock is not known", () => {
    const reports = new Map([
      ["a", report(3_600)],
      ["b", report(3_650)],
    ]);
    const statuses = statusesOf(reports, nobody, undefined);
    assert.deepEqual([statuses.get("a")?.online, statuses.get("b")?.online], [true, false]);
  });

  it("keeps the last status of a node without a report, as offline, and invents none", () => {
    const last = buildBareStatus({ uuid: "a", online: true, cpu: 12 });
    const reports = new Map([
      ["a", undefined],
      ["b", undefined],
    ]);
    const statuses = statusesOf(reports, (uuid) => (uuid === "a" ? last : undefined), now);
    assert.deepEqual([...statuses], [["a", { ...last, online: false }]]);
  });

  it("says nothing of what reports do not have: pings, uptime, and a GPU at 0", () => {
    const found = statusesOf(new Map([["a", report(1, { gpu: 0 })]]), nobody, now).get("a");
    assert.deepEqual(
      [found?.ping, found?.uptimeSeconds, found?.load5, found?.gpu],
      [undefined, undefined, undefined, undefined],
    );
    const busy = statusesOf(new Map([["a", report(1, { gpu: 30 })]]), nobody, now).get("a");
    assert.equal(busy?.gpu, 30);
  });
});
