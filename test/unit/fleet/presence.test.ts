import assert from "node:assert/strict";
import { countPresences, presenceOf } from "../../../src/fleet/presence";
import { buildNode, buildSilentNode } from "../../builders/node";
import { buildStatus } from "../../builders/status";

describe("presenceOf", () => {
  it("takes the server's word for online and offline", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: true }), true), "online");
    assert.equal(presenceOf(buildNode(), buildStatus({ online: false }), true), "offline");
  });

  it("calls a node stale that was online when the server was last heard", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: true }), false), "stale");
  });

  it("does not know of an offline node either whether it is still that", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: false }), false), "stale");
  });

  it("calls a node that has told its machine but has no status offline: the server restarted", () => {
    assert.equal(presenceOf(buildSilentNode({ os: "Alpine" }), undefined, true), "offline");
    assert.equal(presenceOf(buildSilentNode({ memoryTotal: 1024 }), undefined, true), "offline");
  });

  it("says of a node without machine and status that it never reported", () => {
    assert.equal(presenceOf(buildSilentNode(), undefined, true), "neverReported");
    assert.equal(presenceOf(buildSilentNode(), undefined, false), "neverReported");
  });

  it("believes a report of a node that has told nothing of its machine", () => {
    assert.equal(presenceOf(buildSilentNode(), buildStatus(), true), "online");
  });
});

describe("countPresences", () => {
  it("counts every state and all together", () => {
    const counts = countPresences(["online", "offline", "online", "stale", "neverReported"]);
    assert.deepEqual(counts, { online: 2, offline: 1, stale: 1, neverReported: 1, total: 5 });
  });

  it("counts nothing as zeros", () => {
    const none = { online: 0, offline: 0, stale: 0, neverReported: 0, total: 0 };
    assert.deepEqual(countPresences([]), none);
  });
});
