import assert from "node:assert/strict";
import { type ChartServer } from "../../../../../src/features/charts/model/chartSource";
import { PingComparison } from "../../../../../src/features/charts/model/pingComparison";
import { HistoryStore } from "../../../../../src/fleet/history/historyStore";
import { type NodeStatus } from "../../../../../src/komari/model/model";
import { buildPing, buildStatus } from "../../../../builders/status";

const task = { id: 1, name: "Edge", serverId: "s", taskId: 7 };

function current(ping: NodeStatus["ping"], online = true): number | undefined {
  const status = () => buildStatus({ online, ping });
  const server = { status } as unknown as ChartServer;
  return new PingComparison(task, new HistoryStore()).current(server, "a");
}

describe("PingComparison: what a node is chosen by", () => {
  const of = (average: number | undefined, more = {}) => buildPing({ taskId: 7, average, ...more });

  it("is the average of the task, and the mean of all its kinds", () => {
    assert.equal(current([buildPing({ taskId: 1, average: 5 }), of(30)]), 30);
    assert.equal(current([of(30, { family: "ipv4" }), of(50, { family: "ipv6" })]), 40);
    assert.equal(current([of(undefined, { family: "ipv4" }), of(50, { family: "ipv6" })]), 50);
  });

  it("is unknown without a response, without pings, and offline", () => {
    assert.equal(current([of(undefined)]), undefined);
    assert.equal(current(undefined), undefined);
    assert.equal(current([of(30)], false), undefined);
  });
});
