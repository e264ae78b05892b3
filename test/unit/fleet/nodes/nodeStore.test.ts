import assert from "node:assert/strict";
import { NodeStore } from "../../../../src/fleet/nodes/nodeStore";
import { noCounts } from "../../../../src/shared/nodes/presence";
import { type KomariNode, type NodeStatus } from "../../../../src/komari/model/model";
import { buildNode, buildSilentNode } from "../../../builders/node";
import { buildStatus, statusMap, wholeAnswer } from "../../../builders/status";

const now = Date.UTC(2026, 0, 1, 12);
const none = noCounts();

/** Takes in the response to a question for all nodes. */
function report(store: NodeStore, statuses: ReadonlyMap<string, NodeStatus>, time: number) {
  return store.setStatuses(wholeAnswer(statuses), time).change;
}

function storeOf(...nodes: KomariNode[]): NodeStore {
  const store = new NodeStore();
  store.setNodes(nodes);
  report(store, new Map(), now);
  return store;
}

function changed(uuids: Iterable<string>): string[] {
  return [...uuids].sort();
}

describe("NodeStore: the nodes", () => {
  it("reports which nodes came, went and were described anew", () => {
    const store = storeOf(
      buildNode({ uuid: "a" }),
      buildNode({ uuid: "b" }),
      buildNode({ uuid: "c" }),
    );
    const change = store.setNodes([
      buildNode({ uuid: "a" }),
      buildNode({ uuid: "b", name: "renamed" }),
      buildNode({ uuid: "d" }),
    ]);
    assert.deepEqual(changed(change.uuids), ["b", "c", "d"]);
    assert.ok(change.structure);
    assert.deepEqual([...store.nodes.keys()], ["a", "b", "d"]);
  });

  it("reports no change when the server describes the same nodes again", () => {
    const tags = ["web"];
    const store = storeOf(buildNode({ tags: [...tags] }));
    const change = store.setNodes([buildNode({ tags: [...tags] })]);
    assert.deepEqual([change.structure, change.presence, change.uuids.size], [false, false, 0]);
  });

  it("reports that the nodes are known now also when there are none", () => {
    const store = new NodeStore();
    assert.equal(store.nodesLoaded, false);
    assert.ok(store.setNodes([]).structure);
    assert.ok(store.nodesLoaded);
    assert.equal(store.setNodes([]).structure, false);
  });

  it("forgets a removed node though the server still has its status", () => {
    const store = storeOf(buildNode({ uuid: "a" }), buildNode({ uuid: "b" }));
    report(store, statusMap(buildStatus({ uuid: "a" }), buildStatus({ uuid: "b" })), now);
    store.setNodes([buildNode({ uuid: "a" })]);
    assert.equal(store.presence("b"), undefined);
    assert.deepEqual(store.counts(), { ...none, online: 1, total: 1 });
    assert.deepEqual(store.unknownUuids(), ["b"]);
  });
});

describe("NodeStore: the statuses", () => {
  it("reports only the nodes whose report differs", () => {
    const store = storeOf(buildNode({ uuid: "a" }), buildNode({ uuid: "b" }));
    const before = [buildStatus({ uuid: "a", cpu: 1 }), buildStatus({ uuid: "b", cpu: 1 })];
    report(store, statusMap(...before), now);
    const after = [buildStatus({ uuid: "a", cpu: 1 }), buildStatus({ uuid: "b", cpu: 2 })];
    const change = report(store, statusMap(...after), now);
    assert.deepEqual(changed(change.uuids), ["b"]);
    assert.equal(change.presence, false);
    assert.equal(change.structure, false);
  });

  it("reports whatever a row shows, also within one second of the server's clock", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    for (const field of ["time", "cpu", "memory", "networkIn", "networkOut"] as const) {
      report(store, statusMap(buildStatus({ uuid: "a" })), now);
      const differing = buildStatus({ uuid: "a", [field]: 1 });
      assert.deepEqual(changed(report(store, statusMap(differing), now).uuids), ["a"], field);
    }
  });

  it("reports a node that went offline with its last values", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    report(store, statusMap(buildStatus({ uuid: "a" })), now);
    assert.equal(store.counts().online, 1);
    const change = report(store, statusMap(buildStatus({ uuid: "a", online: false })), now);
    assert.deepEqual([change.presence, changed(change.uuids)], [true, ["a"]]);
    assert.equal(store.presence("a"), "offline");
    assert.equal(store.counts().offline, 1);
  });

  it("reports a node whose status vanished in a restart of the server", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    report(store, statusMap(buildStatus({ uuid: "a" })), now);
    const change = report(store, new Map(), now);
    assert.deepEqual([change.presence, changed(change.uuids)], [true, ["a"]]);
    assert.equal(store.presence("a"), "offline");
  });

  it("ignores statuses of no node but names them as unknown", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    const statuses = statusMap(buildStatus({ uuid: "a" }), buildStatus({ uuid: "ghost" }));
    const change = report(store, statuses, now);
    assert.deepEqual(changed(change.uuids), ["a"]);
    assert.deepEqual(store.unknownUuids(), ["ghost"]);
    assert.equal(store.counts().total, 1);
  });
});

describe("NodeStore: a server that is not heard", () => {
  it("keeps of online nodes what was last known, and offline ones offline", () => {
    const store = storeOf(buildNode({ uuid: "a" }), buildNode({ uuid: "b" }));
    const statuses = statusMap(
      buildStatus({ uuid: "a" }),
      buildStatus({ uuid: "b", online: false }),
    );
    report(store, statuses, now);

    const lost = store.setStale();
    assert.deepEqual([lost.presence, changed(lost.uuids)], [true, ["a", "b"]]);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["stale", "offline"]);
    assert.equal(store.counts().offline, 1);
    assert.deepEqual([store.isFresh, store.receivedAt], [false, now]);

    const back = report(store, statuses, now);
    assert.deepEqual([back.presence, changed(back.uuids)], [true, ["a", "b"]]);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["online", "offline"]);
  });

  it("reports arrived statuses even without nodes", () => {
    const store = storeOf();
    assert.equal(report(store, new Map(), now).presence, false);
    store.setStale();
    assert.equal(report(store, new Map(), now).presence, true);
    assert.equal(report(store, new Map(), now).presence, false);
  });

  it("knows no time of statuses that never came", () => {
    assert.equal(new NodeStore().receivedAt, undefined);
  });

  it("reports the loss once", () => {
    const store = storeOf(buildNode());
    store.setStale();
    const again = store.setStale();
    assert.deepEqual([again.presence, again.structure, again.uuids.size], [false, false, 0]);
  });

  it("accuses no node of being offline before the first statuses came", () => {
    const store = new NodeStore();
    store.setNodes([buildNode({ uuid: "a" }), buildSilentNode({ uuid: "b" })]);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["waiting", "waiting"]);
    assert.deepEqual(store.counts(), { ...none, waiting: 2, total: 2 });

    const change = report(store, new Map(), now);
    assert.ok(change.presence);
    assert.ok(change.uuids.has("a"));
    assert.deepEqual([store.presence("a"), store.presence("b")], ["offline", "neverReported"]);
    assert.equal(store.counts().offline, 1);
  });
});

describe("NodeStore: a server that has restarted", () => {
  const both = statusMap(buildStatus({ uuid: "a" }), buildStatus({ uuid: "b" }));

  function restarted(): NodeStore {
    const store = storeOf(buildNode({ uuid: "a" }), buildNode({ uuid: "b" }));
    report(store, both, now);
    store.setStale();
    return store;
  }

  it("accuses no node of being offline while the agents connect again", () => {
    const store = restarted();
    const some = wholeAnswer(statusMap(buildStatus({ uuid: "a" })));
    const { change, postponed } = store.setStatuses(some, now + 60_000);
    assert.deepEqual([[...change.uuids], postponed], [["a"], ["b"]]);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["online", "stale"]);
    report(store, both, now + 62_000);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["online", "online"]);
  });

  it("has nodes offline whose agents do not come back within 15 seconds", () => {
    const store = restarted();
    const some = statusMap(buildStatus({ uuid: "a" }));
    report(store, some, now + 60_000);
    report(store, some, now + 75_000);
    assert.deepEqual([store.presence("a"), store.presence("b")], ["online", "offline"]);
  });

  it("keeps who had no status since then offline when it is disconnected again", () => {
    const store = restarted();
    const some = statusMap(buildStatus({ uuid: "a" }));
    report(store, some, now + 60_000);
    report(store, some, now + 75_000);
    store.setStale();
    assert.deepEqual([store.presence("a"), store.presence("b")], ["stale", "offline"]);
  });
});

describe("NodeStore: the server's clock", () => {
  it("is the newest report of an online node, in the past and in the future of ours", () => {
    for (const offset of [-3_600_000, 90_000]) {
      const store = storeOf(buildNode({ uuid: "a" }));
      const newest = buildStatus({ uuid: "a", time: now + offset });
      const older = buildStatus({ uuid: "b", time: now + offset - 5_000 });
      report(store, statusMap(newest, older), now);
      assert.equal(store.serverClock.at(now + 2_000), now + offset + 2_000);
    }
  });

  it("is not taken from offline nodes, nor from reports without a time", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    const gone = buildStatus({ uuid: "a", online: false, time: now - 86_400_000 });
    report(store, statusMap(gone, buildStatus({ uuid: "b", time: undefined })), now);
    assert.equal(store.serverClock.at(now), now);
  });

  it("goes on while the only online node is silent, whatever is polled", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    const silent = statusMap(buildStatus({ uuid: "a", time: now }));
    for (const age of [0, 2_000, 70_000, 140_000]) report(store, silent, now + age);
    assert.equal(store.serverClock.at(now + 140_000), now + 140_000);
  });

  it("follows a clock that was set back, by the next report of any node", () => {
    const store = storeOf(buildNode({ uuid: "a" }), buildNode({ uuid: "b" }));
    const silent = buildStatus({ uuid: "a", time: now });
    report(store, statusMap(silent, buildStatus({ uuid: "b", time: now })), now);
    const reset = buildStatus({ uuid: "b", time: now - 3_600_000 });
    report(store, statusMap(silent, reset), now + 1_000);
    assert.equal(store.serverClock.at(now + 1_000), now - 3_600_000);
  });

  it("stays as it was while no node is online", () => {
    const store = storeOf(buildNode({ uuid: "a" }));
    report(store, statusMap(buildStatus({ uuid: "a", time: now + 60_000 })), now);
    report(store, statusMap(buildStatus({ uuid: "a", online: false, time: now })), now);
    assert.equal(store.serverClock.at(now), now + 60_000);
  });
});

describe("NodeStore: a server whose getNodes fails", () => {
  it("shows bare rows from the statuses", () => {
    const store = new NodeStore();
    report(store, statusMap(buildStatus({ uuid: "a" })), now);
    const change = store.fillFromStatuses();
    assert.ok(change.structure);
    assert.deepEqual([...store.nodes.keys()], ["a"]);
    assert.equal(store.nodes.get("a")?.name, "");
    assert.equal(store.presence("a"), "online");
    assert.ok(store.nodesLoaded, "the rows count");
  });

  it("does not claim an empty fleet when no status came either", () => {
    const store = new NodeStore();
    report(store, new Map(), now);
    store.fillFromStatuses();
    assert.equal(store.nodesLoaded, false);
  });

  it("takes up nodes that report later, and real ones when getNodes works again", () => {
    const store = new NodeStore();
    report(store, statusMap(buildStatus({ uuid: "a" })), now);
    store.fillFromStatuses();
    report(store, statusMap(buildStatus({ uuid: "a" }), buildStatus({ uuid: "b" })), now);
    assert.deepEqual(changed(store.fillFromStatuses().uuids), ["b"]);
    store.setNodes([buildNode({ uuid: "a", name: "real" })]);
    assert.deepEqual(
      [...store.nodes.values()].map(({ name }) => name),
      ["real"],
    );
  });

  it("never puts bare rows in the place of nodes that were described once", () => {
    const store = storeOf(buildNode({ uuid: "a", name: "real" }));
    report(store, statusMap(buildStatus({ uuid: "a" }), buildStatus({ uuid: "b" })), now);
    assert.equal(store.fillFromStatuses().structure, false);
    assert.deepEqual(
      [...store.nodes.values()].map(({ name }) => name),
      ["real"],
    );
  });
});
