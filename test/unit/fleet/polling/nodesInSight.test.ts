import assert from "node:assert/strict";
import { NodesInSight, seenOn } from "../../../../src/fleet/polling/nodesInSight";

describe("NodesInSight", () => {
  const known = new Set(["a", "b", "c"]);

  it("has the known nodes of all sources, each once", () => {
    const inSight = new NodesInSight();
    inSight.set("rows", new Set(["a", "b"]));
    inSight.set("charts", new Set(["b", "c", "unknown"]));
    assert.deepEqual([...inSight.among(known)], ["a", "b", "c"]);
  });

  it("replaces what a source showed before, and leaves the other sources alone", () => {
    const inSight = new NodesInSight();
    inSight.set("rows", new Set(["a", "b"]));
    inSight.set("favorites", new Set(["b"]));
    inSight.set("rows", new Set(["c"]));
    assert.deepEqual([...inSight.among(known)].sort(), ["b", "c"]);
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
