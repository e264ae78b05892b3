import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { createLargeFleet, type LargeFleetKnobs } from "../../builders/costlyStatuses";
import { getStatuses } from "../../builders/serverFleet";

describe("ServerFleet: a server that takes very long", () => {
  it("waits for the response, reports the server as slow, and accepts the late response", async () => {
    const { fleet, server, parts, run, begin, changes } = createLargeFleet({
      count: 20,
      coldMs: 5_000,
    });
    await begin();
    await run(9_900);
    assert.equal(fleet.slow, false);
    await run(200);
    assert.equal(fleet.slow, true);
    assert.equal(changes.at(-1)?.kind, "session");
    await run(85_000);
    assert.deepEqual([parts.length - server.compared, fleet.problem], [1, undefined]);
    assert.equal(server.compared, 1, "one node is requested beside, to compare");
    assert.ok(
      server.requested.includes("rpc.ping"),
      "a separate request checks whether it is there",
    );
    await run(10_000);
    assert.deepEqual([fleet.counts().online, fleet.slow], [20, false]);
  });

  it("ends the wait when the server is gone", async () => {
    const { fleet, server, run, begin } = createLargeFleet({ count: 20, coldMs: 100_000 });
    server.failing.set("rpc.ping", new RpcLocalError("unreachable", "no route"));
    await begin();
    const before = server.connects;
    await run(4_500);
    assert.equal(server.connects, before + 1);
    assert.equal(fleet.slow, false);
  });

  it("ends the wait with the socket", async () => {
    const { fleet, server, run, begin } = createLargeFleet({ count: 20, coldMs: 100_000 });
    await begin();
    await run(11_000);
    assert.equal(fleet.slow, true);
    server.lose();
    assert.equal(fleet.slow, false);
    assert.notEqual(fleet.session.state.kind, "ready");
  });

  it("stays slow when the connection is lost meanwhile, until its nodes are stale or statuses come", async () => {
    const { fleet, server, run, begin, changes } = createLargeFleet({ count: 20, coldMs: 1 });
    await begin();
    await run(3_000);
    const response = server.answers.get(getStatuses);
    const loseWhileSlow = async () => {
      server.answers.set(getStatuses, () => new Promise(() => undefined));
      await run(15_000);
      assert.deepEqual([fleet.slow, fleet.isFresh], [true, true]);
      server.lose();
      assert.deepEqual([fleet.slow, fleet.isFresh], [true, true]);
    };
    await loseWhileSlow();
    if (response !== undefined) server.answers.set(getStatuses, response);
    changes.splice(0);
    server.connect();
    await run(9_000);
    assert.deepEqual([fleet.slow, fleet.isFresh], [false, true]);
    assert.ok(changes.some(({ kind }) => kind === "session"));
    await loseWhileSlow();
    await run(10_000);
    assert.deepEqual([fleet.slow, fleet.isFresh], [false, false]);
  });

  it("marks only the statuses whose renewal failed as outdated", async () => {
    const { fleet, server, run, begin } = createLargeFleet({ coldMs: 1 });
    fleet.setVisibleNodes("rows", new Set(["n00001"]));
    await begin();
    await run(3_000);
    assert.equal(fleet.counts().online, 300);
    const response = server.answers.get(getStatuses);
    server.answers.set(getStatuses, (params) => {
      const isVisible = JSON.stringify(params) === '{"uuids":["n00001"]}';
      if (!isVisible) throw new RpcRemoteError(-32603, "broken", undefined);
      return response?.(params);
    });
    await run(85_000);
    assert.equal(fleet.counts().online, 300);
    await run(60_000);
    assert.deepEqual([fleet.counts().online, fleet.counts().stale], [1, 299]);
  });
});

describe("ServerFleet: what a server refuses", () => {
  for (const error of [
    new RpcRemoteError(-32602, "too many nodes", undefined),
    new RpcLocalError("requestTooLarge", "HTTP 413"),
    new RpcLocalError("tooLarge", "the response exceeds the size limit"),
  ]) {
    it(`requests fewer nodes at a time after ${error.message}`, async () => {
      const { fleet, server, parts, run, begin } = createLargeFleet({
        count: 100,
        coldMs: 1,
      });
      const response = server.answers.get(getStatuses);
      let refused = 0;
      server.answers.set(getStatuses, (params) => {
        const { uuids = Array(100) } = (params ?? {}) as { readonly uuids?: readonly string[] };
        if (uuids.length <= 20) return response?.(params);
        refused += 1;
        throw error;
      });
      await begin();
      await run(3_000);
      assert.equal(fleet.counts().online, 100);
      assert.equal(fleet.problem, undefined);
      assert.ok(refused <= 3, `${refused} times too many`);
      assert.ok(parts.every(({ uuids }) => (uuids?.length ?? 100) <= 20));
    });
  }

  it("pauses for as long as the server requests", async () => {
    const { server, run, begin, fleet } = createLargeFleet({ count: 20, coldMs: 1 });
    await begin();
    await run(1_000);
    const busy = new RpcLocalError("busy", "HTTP 429", { retryAfterMs: 120_000 });
    server.failing.set(getStatuses, busy);
    await run(2_000);
    server.failing.clear();
    server.requested.splice(0);
    await run(117_000);
    assert.equal(server.count(getStatuses), 0);
    await run(5_000);
    assert.ok(server.count(getStatuses) > 0);
    assert.equal(fleet.counts().online, 20);
  });
});

describe("ServerFleet: statuses without pings", () => {
  function createNekomari(knobs: LargeFleetKnobs) {
    const harness = createLargeFleet(knobs);
    harness.server.methods = [...harness.server.methods, "public:getSlaReport"];
    return harness;
  }
  const omitsPings = ({ params }: { readonly params: unknown }) =>
    JSON.stringify(params ?? {}).includes('"include_ping":false');

  it("are requested for nodes off screen, with pings for those on screen", async () => {
    const { fleet, parts, run, begin } = createNekomari({ coldMs: 0.1 });
    fleet.setVisibleNodes("rows", new Set(["n00001"]));
    await begin();
    await run(60_000);
    for (const part of parts) {
      const isVisible = part.uuids?.length === 1;
      assert.equal(omitsPings(part), !isVisible, part.uuids?.join(" "));
    }
  });

  it("are followed by one with pings every five minutes, so that losses are noticed", async () => {
    const { parts, run, begin } = createNekomari({
      count: 20,
      coldMs: 0.1,
      attention: "background",
    });
    await begin();
    await run(620_000);
    assert.equal(parts.length, 21);
    assert.equal(parts.filter((part) => !omitsPings(part)).length, 2);
  });

  it("are requested from no other server", async () => {
    const { parts, run, begin } = createLargeFleet({ attention: "background", coldMs: 0.1 });
    await begin();
    await run(40_000);
    assert.ok(parts.every((part) => !omitsPings(part)));
  });
});
