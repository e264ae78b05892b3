import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import {
  createServerFleet,
  getNodes,
  getStatuses,
  pollIntervals,
} from "../../builders/serverFleet";
import { settle } from "../../builders/settle";

describe("ServerFleet: when it is lost", () => {
  it("keeps rows and counts calm while the connection blinks", async () => {
    const { server, start, advance, nodeChanges, online } = createServerFleet();
    await start();
    server.lose();
    await advance(9_000);
    server.connect();
    await settle();
    await advance(0);
    assert.deepEqual(nodeChanges(), []);
    assert.deepEqual(online(), ["a", "b"]);
  });

  it("calls the nodes stale after ten seconds without it", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.lose();
    await advance(9_999);
    assert.equal(fleet.presence("a"), "online");
    await advance(1);
    assert.equal(fleet.presence("a"), "stale");
    assert.equal(fleet.counts().online, 0);
  });

  it("sends nothing while it is lost and reads everything when it is back", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.lose();
    await advance(120_000);
    assert.deepEqual(server.requested, []);
    server.connect();
    await settle();
    server.requested.splice(0);
    await advance(0);
    await advance(0);
    assert.deepEqual(server.requested, [getNodes, getStatuses]);
    assert.equal(fleet.presence("a"), "online");
  });

  it("calls the nodes stale when two polls in a row failed, and live after the next good one", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.failing.set(getStatuses, new RpcRemoteError(-32603, "broken", undefined));
    await advance(2_000);
    assert.equal(fleet.presence("a"), "online");
    await advance(4_000);
    assert.equal(fleet.presence("a"), "stale");
    server.failing.clear();
    await advance(8_000);
    assert.equal(fleet.presence("a"), "online");
  });

  it("calls the nodes stale when a poll had no response in time, for the next one is a minute away", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.failing.set(getStatuses, new RpcLocalError("timeout", "no response within 15000 ms"));
    await advance(2_000);
    assert.equal(fleet.presence("a"), "stale");
    assert.equal(fleet.problem?.code, "timeout");
    server.failing.clear();
    await advance(4_000);
    assert.equal(fleet.presence("a"), "online");
    assert.equal(fleet.problem, undefined);
  });

  it("forgives single failures, however many there were before", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    for (let turn = 0; turn < 3; turn++) {
      server.failing.set(getStatuses, new RpcRemoteError(-32603, "broken", undefined));
      await advance(2_000);
      assert.equal(fleet.presence("a"), "online");
      server.failing.clear();
      await advance(4_000);
    }
  });

  it("reports a change of the connection as one of the session", async () => {
    const { server, start, changes } = createServerFleet();
    await start();
    server.lose();
    assert.deepEqual(changes, [{ kind: "session" }]);
  });
});

describe("ServerFleet: while no view is visible", () => {
  it("requests nothing and does not pass old values off as live", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    await advance(3_600_000);
    assert.deepEqual(server.requested, []);
    assert.equal(fleet.presence("a"), "stale");
  });

  it("is up to date right after the user looks again", async () => {
    const { fleet, start, advance, online } = createServerFleet();
    await start();
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    await advance(3_600_000);
    fleet.configure({ attention: "visible", intervals: pollIntervals });
    await advance(0);
    assert.deepEqual(online(), ["a", "b"]);
  });

  it("lets a response that comes after the pause age as well", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.holding.add(getStatuses);
    await advance(2_000);
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    server.release();
    await settle();
    await advance(10_000);
    assert.equal(fleet.presence("a"), "stale");
  });

  it("stays live when the user looks again in time", async () => {
    const { server, fleet, start, advance, online } = createServerFleet();
    await start();
    server.holding.add(getStatuses);
    await advance(2_000);
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    server.release();
    await settle();
    fleet.configure({ attention: "background", intervals: pollIntervals });
    await advance(20_000);
    assert.deepEqual(online(), ["a", "b"]);
  });
});

describe("ServerFleet: while a restarted server waits for its agents", () => {
  it("keeps its nodes online, however short the restart was", async () => {
    const { server, start, advance, online } = createServerFleet();
    await start();
    const [first] = Object.entries(server.statuses);
    assert.ok(first);
    server.lose();
    server.statuses = Object.fromEntries([first]);
    await advance(1_000);
    server.connect();
    await settle();
    for (let ms = 0; ms < 14_000; ms += 500) {
      await advance(500);
      assert.deepEqual(online(), ["a", "b"], `after ${ms} ms`);
    }
    for (let ms = 0; ms < 4_000; ms += 500) await advance(500);
    assert.deepEqual(online(), [first[0]]);
  });

  it("requests their statuses every two seconds", async () => {
    const { server, start, advance, online } = createServerFleet();
    await start();
    server.lose();
    await advance(20_000);
    const { statuses } = server;
    server.statuses = {};
    server.connect();
    await settle();
    server.requested.splice(0);
    for (let ms = 0; ms < 10_000; ms += 100) await advance(100);
    assert.ok(server.count(getStatuses) <= 6, `${server.count(getStatuses)} requests`);
    server.statuses = statuses;
    await advance(2_000);
    assert.deepEqual(online(), ["a", "b"]);
  });
});
