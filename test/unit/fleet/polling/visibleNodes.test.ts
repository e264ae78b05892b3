import assert from "node:assert/strict";
import { VisibleNodes, visibleOn } from "../../../../src/fleet/polling/visibleNodes";

describe("VisibleNodes", () => {
  const known = new Set(["a", "b", "c"]);

  it("has the known nodes of all sources, each once", () => {
    const visibleNodes = new VisibleNodes();
    visibleNodes.set("rows", new Set(["a", "b"]));
    visibleNodes.set("charts", new Set(["b", "c", "unknown"]));
    assert.deepEqual([...visibleNodes.among(known)], ["a", "b", "c"]);
  });

  it("replaces what a source showed before, and leaves the other sources alone", () => {
    const visibleNodes = new VisibleNodes();
    visibleNodes.set("rows", new Set(["a", "b"]));
    visibleNodes.set("favorites", new Set(["b"]));
    visibleNodes.set("rows", new Set(["c"]));
    assert.deepEqual([...visibleNodes.among(known)].sort(), ["b", "c"]);
  });
});

describe("visibleOn", () => {
  it("gives a server its own nodes, or those that are meant for every server", () => {
    const byServer = new Map([["one", new Set(["a"])]]);
    assert.deepEqual([...visibleOn("one", byServer)], ["a"]);
    assert.deepEqual([...visibleOn("other", byServer)], []);
    assert.deepEqual([...visibleOn("other", new Set(["b"]))], ["b"]);
  });
});
