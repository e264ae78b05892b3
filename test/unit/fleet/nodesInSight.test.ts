import assert from "node:assert/strict";
import { NodesInSight, seenOn } from "../../../src/fleet/nodesInSight";

describe("NodesInSight", () => {
  it("has the nodes of all sources, each once", () => {
    const inSight = new NodesInSight();
    inSight.set("rows", new Set(["a", "b"]));
    inSight.set("charts", new Set(["b", "c"]));
    assert.deepEqual([...inSight.uuids()].sort(), ["a", "b", "c"]);
    assert.equal(inSight.has("c"), true);
    assert.equal(inSight.has("d"), false);
  });

  it("replaces what a source showed before, and leaves the other sources alone", () => {
    const inSight = new NodesInSight();
    inSight.set("rows", new Set(["a", "b"]));
    inSight.set("favorites", new Set(["b"]));
    inSight.set("rows", new Set(["c"]));
    assert.deepEqual([...inSight.uuids()].sort(), ["b", "c"]);
  });

  it("says whether a node has come into sight", () => {
    const inSight = new NodesInSight();
    assert.equal(inSight.set("rows", new Set(["a"])), true);
    assert.equal(inSight.set("charts", new Set(["a"])), false);
    assert.equal(inSight.set("rows", new Set(["a", "b"])), true);
    assert.equal(inSight.set("rows", new Set()), false);
  });
});

describe("seenOn", () => {
  it("gives a server its own nodes, or those that are meant for every server", () => {
    const byServer = new Map([["one", new Set(["a"])]]);
    assert.deepEqual([...seenOn("one", byServer)], ["a"]);
    assert.deepEqual([...seenOn("other", byServer)], []);
    assert.deepEqual([...seenOn("other", new Set(["b"]))], ["b"]);
  });
});
