import assert from "node:assert/strict";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { handleUnexpectedErrors } from "../../../src/util/unexpectedErrors";
import { createServerFleet, getNodes, getStatuses } from "../../builders/serverFleet";
import { settle } from "../../builders/settle";
import { wireNode, wireStatus } from "../../builders/wireNode";

describe("ServerFleet: the first look", () => {
  it("shows the nodes at once, waiting for their statuses", async () => {
    const { server, fleet, advance, changes } = createServerFleet();
    server.holding.add(getStatuses);
    fleet.start();
    await settle();
    await advance(0);
    assert.ok(fleet.nodesLoaded);
    assert.deepEqual([fleet.counts().waiting, fleet.counts().total], [2, 2]);
    assert.equal(fleet.presence("a"), "waiting");
    assert.equal(fleet.lastKnownAge, undefined);

    await advance(0);
    changes.splice(0);
    server.release();
    await settle();
    assert.deepEqual([fleet.counts().online, fleet.counts().total], [2, 2]);
    const reported = changes.filter((change) => change.kind === "nodes");
    assert.deepEqual(
      reported.map(({ structure, presence }) => [structure, presence]),
      [[false, true]],
    );
  });

  it("leaves the nodes waiting when the statuses fail", async () => {
    const { server, fleet, start } = createServerFleet();
    server.failing.set(getStatuses, new RpcRemoteError(-32603, "broken", undefined));
    await start();
    assert.deepEqual([...fleet.nodes.keys()], ["a", "b"]);
    assert.equal(fleet.presence("a"), "waiting");
    assert.equal(fleet.isFresh, false);
  });

  it("shows bare rows when the nodes fail", async () => {
    const { server, fleet, start } = createServerFleet();
    server.failing.set(
      getNodes,
      new RpcRemoteError(-32603, "Failed to get client info", undefined),
    );
    await start();
    assert.deepEqual([...fleet.nodes.keys()], ["a", "b"]);
    assert.equal(fleet.presence("a"), "online");
    assert.ok(fleet.nodesLoaded);
  });

  it("says why the nodes cannot be read, and takes it back when they can", async () => {
    const { server, fleet, changes, start, advance } = createServerFleet();
    const broken = new RpcRemoteError(-32603, "Failed to get client info", undefined);
    server.failing.set(getNodes, broken);
    server.failing.set(getStatuses, broken);
    await start();
    assert.equal(fleet.problem?.code, "serverError");
    server.failing.clear();
    changes.splice(0);
    await advance(30_000);
    assert.equal(fleet.problem, undefined);
    assert.notEqual(changes.length, 0, "whoever shows it has to hear of it");
  });

  it("requests nodes that failed again before they are due", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    server.failing.set(getNodes, new RpcRemoteError(-32603, "broken", undefined));
    await start();
    server.failing.clear();
    for (let poll = 0; poll < 8; poll++) await advance(2_000);
    assert.equal(fleet.nodes.get("a")?.name, "a");
  });

  it("reports that there are no nodes", async () => {
    const { server, fleet, changes, advance } = createServerFleet();
    server.nodes = {};
    server.statuses = {};
    fleet.start();
    await settle();
    changes.splice(0);
    await advance(0);
    assert.ok(fleet.nodesLoaded);
    assert.equal(changes.filter(({ kind }) => kind === "nodes").length, 1);
  });
});

describe("ServerFleet: while it is heard", () => {
  it("sends one request per poll and nothing in between", async () => {
    const { server, start, advance } = createServerFleet();
    await start();
    for (let poll = 0; poll < 5; poll++) await advance(2_000);
    assert.deepEqual(server.requested, Array(5).fill(getStatuses));
  });

  it("reports nothing when a report says what the last one said", async () => {
    const { start, advance, changes } = createServerFleet();
    await start();
    await advance(2_000);
    assert.deepEqual(changes, []);
  });

  it("reports just the node whose report differs", async () => {
    const { server, start, advance, nodeChanges } = createServerFleet();
    await start();
    server.statuses = { a: wireStatus("a"), b: wireStatus("b", { cpu: 50 }) };
    await advance(2_000);
    assert.deepEqual(
      nodeChanges().map(({ uuids }) => [...uuids]),
      [["b"]],
    );
  });

  it("keeps polling and shows no problem when a listener throws, and calls the others", async () => {
    const reported: unknown[] = [];
    const handler = handleUnexpectedErrors((error) => reported.push(error));
    const { server, fleet, start, advance } = createServerFleet();
    fleet.onDidChange(() => {
      throw new Error("a row failed");
    });
    let received = 0;
    fleet.onDidChange(() => (received += 1));
    await start();
    for (let poll = 0; poll < 3; poll++) {
      server.statuses = { a: wireStatus("a"), b: wireStatus("b", { cpu: 40 + poll }) };
      await advance(2_000);
    }
    handler.dispose();
    assert.equal(fleet.problem, undefined);
    assert.ok(fleet.isFresh);
    assert.deepEqual(server.requested, Array(3).fill(getStatuses));
    assert.ok(received >= 3);
    assert.equal(reported.length, received);
  });

  it("requests the nodes when an unknown one reports", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    server.nodes = { ...server.nodes, c: wireNode("c") };
    server.statuses = { ...server.statuses, c: wireStatus("c") };
    await advance(2_000);
    await advance(0);
    assert.equal(fleet.presence("c"), "online");
    assert.equal(server.count(getNodes), 1);
  });

  it("requests once a reporting node that the server never lists", async () => {
    const { server, start, advance } = createServerFleet();
    await start();
    server.statuses = { ...server.statuses, ghost: wireStatus("ghost") };
    for (let poll = 0; poll < 10; poll++) await advance(2_000);
    assert.equal(server.count(getNodes), 1);
  });

  it("does not hammer a server that reports another unknown node every time", async () => {
    const { server, start, advance } = createServerFleet();
    await start();
    for (let poll = 0; poll < 10; poll++) {
      server.statuses = { a: wireStatus("a"), [`ghost${poll}`]: wireStatus(`ghost${poll}`) };
      await advance(2_000);
      await advance(0);
    }
    assert.equal(server.count(getNodes), 2, "once in ten seconds");
    assert.ok(server.requested.length <= 14, `${server.requested.length} requests in 20 seconds`);
  });

  it("does not hammer a server whose getNodes fails while an unknown node reports", async () => {
    const { server, start, advance } = createServerFleet();
    await start();
    server.failing.set(
      getNodes,
      new RpcRemoteError(-32603, "Failed to get client info", undefined),
    );
    server.statuses = { ...server.statuses, c: wireStatus("c") };
    await advance(2_000);
    for (let turn = 0; turn < 20; turn++) await advance(0);
    assert.ok(server.requested.length <= 3, `${server.requested.length} requests at once`);
    assert.equal(server.count(getNodes), 1);
  });

  it("keeps the last rows when getNodes begins to fail", async () => {
    const { server, fleet, start, advance, online } = createServerFleet();
    await start();
    server.failing.set(
      getNodes,
      new RpcRemoteError(-32603, "Failed to get client info", undefined),
    );
    for (let poll = 0; poll < 32; poll++) await advance(2_000);
    assert.ok(server.count(getNodes) > 0);
    assert.equal(fleet.nodes.get("a")?.name, "a");
    assert.deepEqual(online(), ["a", "b"]);
  });

  it("reports ages by the server's clock, never below nothing", async () => {
    const { server, fleet, start } = createServerFleet();
    const skewed = "2026-01-01T08:00:00Z";
    const old = "2026-01-01T07:59:00Z";
    server.statuses = {
      a: wireStatus("a", { time: skewed }),
      b: wireStatus("b", { online: false, time: old }),
    };
    await start();
    assert.equal(fleet.serverTime(), Date.parse(skewed));
    assert.equal(fleet.ageOf(Date.parse(old)), 60_000);
    assert.equal(fleet.ageOf(Date.parse(skewed) + 5_000), 0);
  });
});

describe("ServerFleet: requests of the user", () => {
  it("reads everything again on refresh", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    fleet.refresh();
    await advance(0);
    assert.deepEqual(server.requested, [getNodes, getStatuses]);
  });

  it("tries a lost server at once on refresh", async () => {
    const { server, fleet, start } = createServerFleet();
    await start();
    server.lose();
    const before = server.connects;
    fleet.refresh();
    assert.equal(server.connects, before + 1);
  });
});

describe("ServerFleet: the role", () => {
  const apiKey = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;
  const secret = { a: wireNode("a", { token: "agent" }), b: wireNode("b", { token: "agent" }) };

  it("is proven again when what only administrators see has vanished", async () => {
    const { server, fleet, start, advance } = createServerFleet({ credential: apiKey });
    server.role = "admin";
    server.nodes = secret;
    await start();
    server.role = "guest";
    server.nodes = { a: wireNode("a"), b: wireNode("b") };
    fleet.refresh();
    await advance(0);
    assert.equal(server.count("admin:__probe"), 1);
    const { state } = fleet.session;
    assert.equal(state.kind === "ready" && state.warning, "keyRejected");
  });

  it("is proven again when what only administrators see has appeared", async () => {
    const { server, fleet, start, advance } = createServerFleet({ credential: apiKey });
    await start();
    const before = server.connects;
    server.role = "admin";
    server.nodes = secret;
    fleet.refresh();
    await advance(0);
    await advance(0);
    assert.equal(server.connects, before + 1, "the socket keeps the rights of its beginning");
    const { state } = fleet.session;
    assert.equal(state.kind === "ready" && state.identity.role, "admin");
  });

  it("is not requested for a guest, who never sees it", async () => {
    const { server, fleet, start, advance } = createServerFleet();
    await start();
    fleet.refresh();
    await advance(0);
    assert.equal(server.count("admin:__probe"), 0);
  });
});

describe("ServerFleet: the end", () => {
  it("lets go of the session and of every timer", async () => {
    const { clock, server, fleet, start } = createServerFleet();
    await start();
    fleet.dispose();
    assert.ok(server.disposed);
    assert.equal(clock.pending, 0);
  });

  it("lets go of the timer of a lost connection too", async () => {
    const { clock, server, fleet, start } = createServerFleet();
    await start();
    server.lose();
    fleet.dispose();
    assert.equal(clock.pending, 0);
  });
});
