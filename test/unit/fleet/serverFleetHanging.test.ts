import assert from "node:assert/strict";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { createServerFleet, getNodes, getStatuses } from "../../builders/serverFleet";

/** Passes time in steps, so that requests follow each other. */
async function run(advance: (ms: number) => Promise<void>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) await advance(500);
}

describe("ServerFleet: a dead connection", () => {
  it("is noticed within 15 s of a request for statuses, which are then requested again at once", async () => {
    const { server, fleet, advance, start } = createServerFleet();
    await start();
    let requests = 0;
    server.answers.set(getStatuses, () => {
      requests += 1;
      return requests === 1 ? new Promise(() => undefined) : server.statuses;
    });
    await run(advance, 15_000);
    assert.equal(server.compared, 1);
    assert.ok(requests >= 3, "requested again");
    assert.equal(fleet.problem, undefined);
    assert.equal(server.connects, 1);
    assert.ok((fleet.lastKnownAge ?? Infinity) <= 2_500);
  });
});

describe("ServerFleet: after the user is back", () => {
  it("ends the pause after a failure", async () => {
    const { server, fleet, advance, start } = createServerFleet({ attention: "background" });
    await start();
    server.failing.set(getStatuses, new RpcRemoteError(-32603, "locked", undefined));
    await run(advance, 200_000);
    server.failing.clear();
    server.requested.splice(0);
    fleet.wake();
    await advance(0);
    assert.equal(server.count(getStatuses), 1);
    assert.equal(server.wakes, 1);
  });
});

describe("ServerFleet: a request that hangs", () => {
  it("polls the statuses of known nodes every 2 s while getNodes hangs", async () => {
    const { server, fleet, advance, start, online } = createServerFleet();
    await start();
    server.holding.add(getNodes);
    await run(advance, 60_000);
    assert.equal(server.count(getNodes), 1, "it is under way");
    server.requested.splice(0);
    await run(advance, 60_000);
    assert.ok(server.count(getStatuses) >= 29, `${server.count(getStatuses)} calls`);
    assert.deepEqual(online(), ["a", "b"]);
    assert.equal(fleet.isFresh, true);
  });

  it("polls them after a reconnection, too, before getNodes has a response", async () => {
    const { server, advance, start } = createServerFleet();
    await start();
    server.holding.add(getNodes);
    server.lose();
    server.connect();
    await run(advance, 10_000);
    assert.ok(server.count(getStatuses) >= 4, `${server.count(getStatuses)} calls`);
  });

  it("shows nodes by their statuses when getNodes never had a response", async () => {
    const { server, fleet, advance, online } = createServerFleet();
    server.holding.add(getNodes);
    fleet.start();
    await run(advance, 20_000);
    assert.deepEqual(online(), ["a", "b"]);
    assert.ok(server.count(getStatuses) >= 6, `${server.count(getStatuses)} calls`);
    server.release();
    await run(advance, 1_000);
    assert.equal(fleet.nodesLoaded, true);
  });

  it("reads the nodes when they are due while statuses hang", async () => {
    const { server, advance, start } = createServerFleet();
    await start();
    server.holding.add(getStatuses);
    await run(advance, 185_000);
    assert.equal(server.count(getNodes), 3);
    assert.equal(server.count(getStatuses) - server.compared, 1, "never two at a time");
  });
});
