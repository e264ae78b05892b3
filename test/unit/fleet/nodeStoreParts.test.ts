import assert from "node:assert/strict";
import { NodeStore } from "../../../src/fleet/nodes/nodeStore";
import { noCounts } from "../../../src/shared/nodes/presence";
import { type PartSource } from "../../../src/fleet/nodes/statusResponse";
import { type NodeStatus } from "../../../src/komari/model/model";
import { buildNode } from "../../builders/node";
import { buildPing, buildStatus, statusMap, wholeAnswer } from "../../builders/status";

const now = Date.UTC(2026, 0, 1, 12);

function createStore(...uuids: readonly string[]) {
  const store = new NodeStore();
  store.setNodes(uuids.map((uuid) => buildNode({ uuid })));
  /** What is requested, and what of it has a status. */
  const part = (
    requested: readonly string[],
    statuses: readonly NodeStatus[],
    time = now,
    source: PartSource = "statuses",
  ) => {
    const response = { uuids: requested, statuses: statusMap(...statuses), source };
    return store.setStatuses(response, time).change;
  };
  const reports = (requested: readonly string[], statuses: readonly NodeStatus[], time = now) =>
    part(requested, statuses, time, "reports");
  const presences = () => uuids.map((uuid) => store.presence(uuid));
  return { store, part, reports, presences };
}

const status = (uuid: string, overrides: Partial<NodeStatus> = {}) =>
  buildStatus({ uuid, ...overrides });

describe("NodeStore: statuses in parts", () => {
  it("leaves nodes outside of the part waiting", () => {
    const { store, part, presences } = createStore("a", "b", "c");
    const change = part(["a"], [status("a")]);
    assert.deepEqual(presences(), ["online", "waiting", "waiting"]);
    assert.deepEqual([...change.uuids], ["a"]);
    assert.deepEqual(store.counts(), { ...noCounts(), online: 1, waiting: 2, total: 3 });
  });

  it("marks a node of the part without a status as offline, and no other", () => {
    const { part, presences } = createStore("a", "b", "c");
    part(["c"], [status("c")]);
    part(["a", "b"], [status("a")]);
    assert.deepEqual(presences(), ["online", "offline", "online"]);
  });

  it("keeps the statuses of other parts, and reports only changed nodes", () => {
    const { store, part } = createStore("a", "b");
    part(["a"], [status("a", { cpu: 1 })]);
    part(["b"], [status("b", { cpu: 2 })]);
    const change = part(["b"], [status("b", { cpu: 3 })], now + 2_000);
    assert.deepEqual([...change.uuids], ["b"]);
    assert.deepEqual([store.status("a")?.cpu, store.status("b")?.cpu], [1, 3]);
    assert.equal(change.presence, false);
  });

  it("accepts statuses of nodes that were not requested, as from servers that ignore uuids", () => {
    const { part, presences } = createStore("a", "b");
    part(["a"], [status("a"), status("b")]);
    assert.deepEqual(presences(), ["online", "online"]);
  });

  it("counts the states after every part as if all nodes were counted again", () => {
    const { store, part } = createStore("a", "b", "c");
    store.setThresholds({ disk: 90 });
    const full = { disk: 97 * 1024 ** 3 };
    part(["a", "b"], [status("a", full), status("b")]);
    assert.deepEqual(store.counts(), { ...noCounts(), online: 2, waiting: 1, total: 3, hot: 1 });
    part(["a"], [status("a", { ...full, online: false })], now + 2_000);
    part(["c"], [], now + 2_000);
    assert.deepEqual(store.counts(), { ...noCounts(), online: 1, offline: 2, total: 3 });
    store.setNodes([buildNode({ uuid: "b" })]);
    assert.deepEqual(store.counts(), { ...noCounts(), online: 1, total: 1 });
  });

  it("lists unknown reporting nodes until a response for all nodes lacks them", () => {
    const { store, part } = createStore("a");
    part(["a"], [status("a"), status("ghost")]);
    assert.deepEqual(store.unknownUuids(), ["ghost"]);
    part(["a"], [status("a")]);
    assert.deepEqual(store.unknownUuids(), ["ghost"], "a part says nothing of others");
    store.setStatuses(wholeAnswer(statusMap(status("a"))), now);
    assert.deepEqual(store.unknownUuids(), []);
  });

  it("shows a listed node with the status that came before, and forgets one that was removed", () => {
    const { store, part } = createStore("a");
    part(["a"], [status("a"), status("b")]);
    store.setNodes([buildNode({ uuid: "b" })]);
    assert.equal(store.presence("b"), "online");
    assert.equal(store.presence("a"), undefined);
  });

  it("keeps the last known pings if pings were not requested", () => {
    const { store, part } = createStore("a");
    const ping = [buildPing()];
    part(["a"], [status("a", { ping })]);
    part(["a"], [status("a", { cpu: 50 })], now + 30_000, "statusesWithoutPings");
    assert.deepEqual([store.status("a")?.cpu, store.status("a")?.ping], [50, ping]);
    part(["a"], [status("a")], now + 60_000);
    assert.equal(store.status("a")?.ping, undefined);
  });
});

describe("NodeStore: statuses that are not renewed", () => {
  it("become outdated after a while, each by its own part", () => {
    const { store, part, presences } = createStore("a", "b", "c");
    part(["a", "c"], [status("a"), status("c", { online: false })], now);
    part(["b"], [status("b")], now + 10_000);
    assert.equal(store.oldestAt, now);
    assert.equal(store.expire(now - 1).uuids.size, 0);
    const change = store.expire(now);
    assert.deepEqual([[...change.uuids].sort(), change.presence], [["a", "c"], true]);
    assert.deepEqual(presences(), ["stale", "online", "offline"]);
    assert.deepEqual([store.isFresh, store.oldestAt], [true, now + 10_000]);
  });

  it("are renewed by the next part even if it is unchanged", () => {
    const { store, part, presences } = createStore("a");
    part(["a"], [status("a")]);
    store.expire(now);
    const change = part(["a"], [status("a")], now + 60_000);
    assert.deepEqual([change.presence, presences()], [true, ["online"]]);
  });

  it("stay last known after a disconnection until their part comes", () => {
    const { store, part, presences } = createStore("a", "b");
    part(["a", "b"], [status("a"), status("b")]);
    store.setStale();
    part(["b"], [status("b")], now + 60_000);
    assert.deepEqual(presences(), ["stale", "online"]);
    assert.equal(store.isFresh, true);
  });

  it("spare nodes of a part that lack a status right after a restart of the server", () => {
    const { store, part, presences } = createStore("a", "b");
    part(["a", "b"], [status("a"), status("b")]);
    store.setStale();
    part(["a"], [status("a")], now + 60_000);
    part(["b"], [], now + 61_000);
    assert.deepEqual(presences(), ["online", "stale"]);
    part(["a"], [], now + 62_000);
    assert.deepEqual(presences(), ["offline", "stale"], "it had one since");
    part(["b"], [], now + 75_000);
    assert.deepEqual(presences(), ["offline", "offline"]);
  });
});

describe("NodeStore: reports in place of statuses", () => {
  it("keep the last status of a node without a report as offline, and add none", () => {
    const { store, part, reports, presences } = createStore("a", "b");
    part(["a"], [status("a", { cpu: 12 })]);
    reports(["a", "b"], []);
    assert.deepEqual(presences(), ["offline", "offline"]);
    assert.deepEqual([store.status("a")?.cpu, store.status("b")], [12, undefined]);
  });

  it("spare nodes that have none right after a restart of the server", () => {
    const { store, part, reports, presences } = createStore("a", "b");
    part(["a", "b"], [status("a"), status("b", { online: false })]);
    store.setStale();
    reports(["a", "b"], [], now + 60_000);
    assert.deepEqual(presences(), ["stale", "offline"]);
    reports(["a"], [], now + 75_000);
    assert.deepEqual(presences(), ["offline", "offline"]);
  });
});

describe("NodeStore: the server's clock in parts", () => {
  it("is not set back by a part whose reports are older", () => {
    const { store, part } = createStore("a", "b");
    part(["a"], [status("a", { time: now + 5_000 })]);
    part(["b"], [status("b", { time: now + 1_000 })], now + 1_000);
    assert.equal(store.serverClock.at(now), now + 5_000);
  });

  it("follows a clock that was set back, after a while", () => {
    const { store, part } = createStore("a");
    part(["a"], [status("a", { time: now + 3_600_000 })]);
    part(["a"], [status("a", { time: now + 60_000 })], now + 60_000);
    assert.equal(store.serverClock.at(now), now);
  });
});
