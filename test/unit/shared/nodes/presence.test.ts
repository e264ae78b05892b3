import assert from "node:assert/strict";
import {
  countPresences,
  countReported,
  healthOf,
  noCounts,
  presenceOf,
} from "../../../../src/shared/nodes/presence";
import { buildNode, buildSilentNode } from "../../../builders/node";
import { buildTrouble, calmNodes } from "../../../builders/nodeState";
import { buildStatus } from "../../../builders/status";

describe("presenceOf", () => {
  it("takes the server's word for online and offline", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: true }), true), "online");
    assert.equal(presenceOf(buildNode(), buildStatus({ online: false }), true), "offline");
  });

  it("calls a node stale that was online when the server was last heard", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: true }), false), "stale");
  });

  it("leaves an offline node offline while the server is disconnected", () => {
    assert.equal(presenceOf(buildNode(), buildStatus({ online: false }), false), "offline");
  });

  it("is waiting before the first response", () => {
    assert.equal(presenceOf(buildNode(), undefined, false, false), "waiting");
    assert.equal(presenceOf(buildSilentNode(), undefined, false, false), "waiting");
  });

  it("leaves a node offline that had no status when the server was last heard", () => {
    assert.equal(presenceOf(buildNode(), undefined, false, true), "offline");
  });

  it("calls a node that has reported its machine but has no status offline: the server restarted", () => {
    assert.equal(presenceOf(buildSilentNode({ os: "Alpine" }), undefined, true), "offline");
    assert.equal(presenceOf(buildSilentNode({ memoryTotal: 1024 }), undefined, true), "offline");
  });

  it("says of a node without machine and status that it never reported", () => {
    assert.equal(presenceOf(buildSilentNode(), undefined, true), "neverReported");
    assert.equal(presenceOf(buildSilentNode(), undefined, false, true), "neverReported");
  });

  it("believes a report of a node that has reported nothing of its machine", () => {
    assert.equal(presenceOf(buildSilentNode(), buildStatus(), true), "online");
  });
});

describe("countPresences", () => {
  const none = noCounts();

  it("counts every state and all together", () => {
    const counts = countPresences(
      calmNodes("online", "offline", "online", "stale", "neverReported", "waiting"),
    );
    assert.deepEqual(counts, {
      ...none,
      online: 2,
      offline: 1,
      stale: 1,
      neverReported: 1,
      waiting: 1,
      total: 6,
    });
    assert.equal(countReported(counts), 4);
  });

  it("counts nothing as zeros", () => {
    assert.deepEqual(countPresences([]), none);
  });
});

describe("countPresences: hot and expiring", () => {
  const disk = [buildTrouble("disk")];
  const expiry = [buildTrouble("expiry", 3)];

  it("counts as hot only what is online, as expiring whatever state it is in", () => {
    const counts = countPresences([
      { presence: "online", troubles: disk },
      { presence: "stale", troubles: disk },
      { presence: "online", troubles: [...disk, ...expiry] },
      { presence: "offline", troubles: expiry },
      { presence: "online", troubles: expiry },
    ]);
    assert.deepEqual([counts.hot, counts.expiring], [2, 3]);
  });
});

describe("healthOf", () => {
  const both = [buildTrouble("disk"), buildTrouble("expiry", 3)];
  const expiring = [buildTrouble("expiry", 3)];

  it("is hot before it is expiring", () => {
    assert.equal(healthOf({ presence: "online", troubles: both }), "hot");
    assert.equal(healthOf({ presence: "online", troubles: expiring }), "expiring");
    assert.equal(healthOf({ presence: "online", troubles: [] }), "calm");
  });

  it("is offline, awaited or never reported before anything else", () => {
    assert.equal(healthOf({ presence: "offline", troubles: expiring }), "offline");
    assert.equal(healthOf({ presence: "neverReported", troubles: expiring }), "neverReported");
    assert.equal(healthOf({ presence: "waiting", troubles: expiring }), "waiting");
  });

  it("is the last known one while statuses are stale", () => {
    assert.equal(healthOf({ presence: "stale", troubles: both }), "hot");
    assert.equal(healthOf({ presence: "stale", troubles: [] }), "calm");
  });
});
