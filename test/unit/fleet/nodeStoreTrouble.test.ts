import assert from "node:assert/strict";
import { NodeStore } from "../../../src/fleet/nodes/nodeStore";
import { type Thresholds } from "../../../src/shared/nodes/trouble";
import { type KomariNode, type NodeStatus } from "../../../src/komari/model/model";
import { buildNode } from "../../builders/node";
import { buildStatus, statusMap, wholeAnswer } from "../../builders/status";

const start = Date.UTC(2026, 0, 1, 12);
const day = 86_400_000;
const gib = 1024 ** 3;
const full = { disk: 97 * gib };

function storeOf(thresholds: Thresholds, ...nodes: KomariNode[]) {
  const store = new NodeStore();
  store.setThresholds(thresholds);
  store.setNodes(nodes);
  store.setStatuses(wholeAnswer(new Map()), start);
  const report = (now: number, ...reports: readonly Partial<NodeStatus>[]) => {
    const statuses = statusMap(...reports.map((each) => buildStatus({ time: now, ...each })));
    return store.setStatuses(wholeAnswer(statuses), now).change;
  };
  const kinds = (uuid: string) => store.troubles(uuid).map(({ kind }) => kind);
  return { store, report, kinds };
}

const [a, b] = [buildNode({ uuid: "a" }), buildNode({ uuid: "b" })];

describe("NodeStore: troubles", () => {
  it("report which nodes are hot, and when that begins and ends", () => {
    const { store, report, kinds } = storeOf({ disk: 90 }, a, b);
    report(start, { uuid: "a" }, { uuid: "b" });
    const began = report(start + 2_000, { uuid: "a", ...full }, { uuid: "b" });
    assert.deepEqual(
      [began.trouble, began.presence, kinds("a"), kinds("b")],
      [true, false, ["disk"], []],
    );
    assert.equal(store.counts().hot, 1);

    const went = report(start + 4_000, { uuid: "a", disk: 98 * gib }, { uuid: "b" });
    assert.equal(went.trouble, false, "still hot");
    const ended = report(start + 6_000, { uuid: "a" }, { uuid: "b" });
    assert.deepEqual([ended.trouble, kinds("a"), store.counts().hot], [true, [], 0]);
  });

  it("are known of nodes that are described after their report came", () => {
    const store = new NodeStore();
    store.setThresholds({ disk: 90 });
    store.setStatuses(wholeAnswer(statusMap(buildStatus({ uuid: "a", ...full }))), start);
    assert.ok(store.setNodes([a]).trouble);
    assert.equal(store.counts().hot, 1);
    store.setNodes([]);
    assert.deepEqual([store.troubles("a"), store.counts().hot], [[], 0]);
  });

  it("stay as last known while the server is disconnected, and are not counted as hot", () => {
    const { store, report, kinds } = storeOf({ disk: 90 }, a);
    report(start, { uuid: "a", ...full });
    const lost = store.setStale();
    assert.deepEqual([lost.trouble, kinds("a"), store.counts().hot], [true, ["disk"], 0]);
    assert.equal(report(start + 60_000, { uuid: "a", ...full }).presence, true);
    assert.deepEqual([kinds("a"), store.counts().hot], [["disk"], 1]);
  });

  it("need a CPU that is high for a minute of reports without an interruption", () => {
    const { store, report, kinds } = storeOf({ cpu: 90 }, a);
    report(start, { uuid: "a", cpu: 99 });
    store.setStale();
    report(start + 60_000, { uuid: "a", cpu: 99 });
    assert.deepEqual(kinds("a"), []);
    const change = report(start + 120_000, { uuid: "a", cpu: 99 });
    assert.deepEqual([kinds("a"), change.trouble], [["cpu"], true]);
  });

  it("follow the thresholds at once", () => {
    const { store, report, kinds } = storeOf({}, a, b);
    report(start, { uuid: "a", ...full }, { uuid: "b" });
    const change = store.setThresholds({ disk: 90 });
    assert.deepEqual([change.trouble, [...change.uuids], kinds("a")], [true, ["a"], ["disk"]]);
    assert.deepEqual([...store.setThresholds({}).uuids], ["a"]);
    assert.deepEqual(kinds("a"), []);
  });
});

describe("NodeStore: expiry", () => {
  const soon = buildNode({ uuid: "a", expiry: { kind: "at", time: start + 8 * day } });

  it("is judged again by the minute, though nothing new was reported", () => {
    const { store, kinds } = storeOf({ expiry: 7 }, soon, b);
    const same = wholeAnswer(statusMap(buildStatus({ uuid: "a", online: false, time: 0 })));
    store.setStatuses(same, start);
    assert.deepEqual(kinds("a"), []);
    const later = start + day;
    const { change } = store.setStatuses(same, later);
    assert.deepEqual([change.trouble, [...change.uuids], kinds("a")], [true, ["a"], ["expiry"]]);
    assert.equal(store.counts().expiring, 1);
    assert.equal(store.setStatuses(same, later + 2_000).change.uuids.size, 0);
    assert.equal(store.setStatuses(same, later + 62_000).change.uuids.size, 0);
    const { change: nextDay } = store.setStatuses(same, later + day);
    assert.deepEqual([nextDay.trouble, [...nextDay.uuids]], [false, ["a"]], "one day less is left");
  });

  it("uses the server's clock", () => {
    const { report, kinds } = storeOf({ expiry: 7 }, soon);
    report(start + 2 * day, { uuid: "a", time: start });
    assert.deepEqual(kinds("a"), []);
    report(start + 2 * day + 60_000, { uuid: "a", time: start + day });
    assert.deepEqual(kinds("a"), ["expiry"]);
  });
});
