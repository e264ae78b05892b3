import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { socketRetryMs } from "../../../src/rpc/reconnect";
import { type ClientHarness, startClientHarness } from "../../builders/clientHarness";
import { heldAnswers } from "../../builders/heldAnswers";
import { rejectsWith } from "../../builders/rejectsWith";
import { echo } from "../../builders/rpcServer";

const healthyAfterMs = 30_000;

const upgradeRefused = {
  status: 400,
  headers: { "Content-Type": "application/json" },
  body: '{"error":"Failed to upgrade to WebSocket","status":"error"}',
};

describe("RpcClient", () => {
  let harness: ClientHarness;
  let server: ClientHarness["server"];
  let clock: ClientHarness["clock"];
  let client: ClientHarness["client"];
  let states: ClientHarness["states"];
  let reach: ClientHarness["reach"];
  let connect: ClientHarness["connect"];
  beforeEach(async () => {
    harness = await startClientHarness();
    ({ server, clock, client, states, reach, connect } = harness);
  });
  afterEach(() => harness.close());

  it("calls by POST without a connection, by socket with one", async () => {
    assert.deepEqual(await client.call("m", [1]), [1]);
    assert.equal(server.posts.length, 1);
    await connect();
    assert.deepEqual(await client.call("m", [2]), [2]);
    // The first message is the ping of the dial.
    assert.deepEqual([server.posts.length, server.messages.length], [1, 2]);
    assert.deepEqual(await client.call("m", [3], { route: "bulk", readOnly: true }), [3]);
    assert.deepEqual([server.posts.length, server.messages.length], [2, 2]);
  });

  it("does not let a slow bulk call hold up a live one", async () => {
    await connect();
    const held = heldAnswers();
    server.answer = (message) =>
      message.includes("slow") ? held.response(message) : echo(message);
    const slow = client.call("slow", ["s"], { route: "bulk", readOnly: true });
    await held.arrived(1);
    assert.deepEqual(await client.call("live", ["l"]), ["l"]);
    held.release(0);
    assert.deepEqual(await slow, ["s"]);
  });

  it("fails all calls on a lost socket at once and comes back by itself", async () => {
    await connect();
    clock.advance(healthyAfterMs);
    server.answer = () => undefined;
    const calls = [client.call("a"), client.call("b"), client.call("c")];
    for (const socket of server.sockets) socket.terminate();
    for (const call of calls) await rejectsWith(call, "connectionLost");
    const state = await reach("waiting");
    assert.ok(state.kind === "waiting" && state.error instanceof RpcLocalError);
    assert.equal(state.error.code, "connectionLost");
    server.answer = echo;
    clock.advance(500);
    await reach("open");
    assert.deepEqual(await client.call("m", [1]), [1]);
    assert.deepEqual(states, [
      "connecting",
      "open webSocket",
      "waiting",
      "connecting",
      "open webSocket",
    ]);
  });

  it("is woken from waiting, and only from that", async () => {
    await connect();
    client.wake();
    assert.equal(client.state.kind, "open");
    client.drop(new RpcLocalError("timeout", "the session is stuck"));
    assert.equal(client.state.kind, "waiting");
    client.wake();
    await reach("open");
  });

  it("stops where trying is no use, and reconnects on request", async () => {
    server.refuse = () => ({ status: 401, body: '{"status":"error","message":"Unauthorized."}' });
    client.connect();
    const state = await reach("stopped");
    assert.ok(state.kind === "stopped" && state.error instanceof RpcLocalError);
    assert.equal(state.error.code, "unauthorized");
    assert.equal(clock.pending, 0);
    server.refuse = undefined;
    client.wake();
    client.connect();
    assert.equal(client.state.kind, "stopped");
    client.reconnect();
    await reach("open");
  });

  it("tries again what passes by itself, and at once when woken", async () => {
    const passing = [
      ...[{ status: 401 }, { status: 401, body: "Unauthorized" }, { status: 407 }, { status: 403 }],
      ...[
        { status: 401, body: '{"message":"no key"}' },
        { status: 404, body: "not found" },
      ],
      { status: 302, headers: { Location: "http://portal.example/" } },
      { status: 511, headers: { "Content-Type": "text/html" }, body: "<html>" },
      { status: 404, body: '{"status":"error","message":"Not found in install mode"}' },
    ];
    for (const response of passing) {
      server.refuse = () => response;
      server.plain = () => response;
      client.reconnect();
      await reach("waiting");
      server.refuse = server.plain = undefined;
      client.wake();
      await reach("open");
    }
  });

  it("stops when it is dropped for a lack of rights", async () => {
    await connect();
    client.drop(new RpcRemoteError(-32041, "Private site enabled", undefined));
    assert.equal(client.state.kind, "stopped");
  });

  it("serves by POST where no socket is possible", async () => {
    server.refuse = () => ({ status: 403 });
    await connect();
    assert.deepEqual(client.state, { kind: "open", transport: "http" });
    assert.deepEqual(await client.call("m", [1]), [1]);
    server.refuse = undefined;
    const upgraded = new Promise<void>((resolve) => {
      client.onDidChangeState((state) => {
        if (state.kind === "open" && state.transport === "webSocket") resolve();
      });
    });
    clock.advance(socketRetryMs.min);
    await upgraded;
    assert.deepEqual(states, ["connecting", "open http", "open webSocket"]);
  });

  it("comes back with backoff when POST finds no server any more", async () => {
    server.refuse = () => ({ status: 403 });
    await connect();
    server.plain = () => ({ status: 502 });
    await rejectsWith(client.call("m"), "unreachable");
    await reach("waiting");
    server.plain = undefined;
    clock.advance(500);
    await reach("open");
    assert.deepEqual(client.state, { kind: "open", transport: "http" });
  });

  it("serves by socket alone where POST is impossible", async () => {
    server.plain = () => upgradeRefused;
    await connect();
    assert.deepEqual(await client.call("write", [1], { route: "bulk" }), [1]);
    assert.deepEqual(await client.call("read", [2], { route: "bulk", readOnly: true }), [2]);
    assert.deepEqual(await client.batch([{ method: "a", params: [3] }, { method: "b" }]), [
      { ok: true, result: [3] },
      { ok: true, result: null },
    ]);
    // The ping that found out, and nothing after it.
    assert.equal(server.posts.length, 1);
    assert.equal(server.messages.filter((text) => text.includes("write")).length, 1);
  });

  it("warns of no leak where the many calls of a batch go over the socket and share a signal", async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error) => void warnings.push(name);
    process.on("warning", onWarning);
    server.plain = () => upgradeRefused;
    await connect();
    const calls = Array.from({ length: 32 }, () => ({ method: "m" }));
    const outcomes = await client.batch(calls, { signal: new AbortController().signal });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", onWarning);
    assert.equal(outcomes.length, 32);
    assert.ok(!warnings.includes("MaxListenersExceededWarning"));
  });

  it("leaves a POST answered with 401 to its caller", async () => {
    await connect();
    server.plain = () => ({ status: 401 });
    await rejectsWith(client.call("m", [], { route: "bulk", readOnly: true }), "unauthorized");
    assert.equal(client.state.kind, "open");
  });

  it("sends a batch as one POST and gives the outcomes in order", async () => {
    const outcomes = await client.batch([
      { method: "a", params: [1] },
      { method: "b", params: [2] },
    ]);
    assert.deepEqual(outcomes, [
      { ok: true, result: [1] },
      { ok: true, result: [2] },
    ]);
    assert.equal(server.posts.length, 1);
    assert.deepEqual(await client.batch([]), []);
    assert.equal(server.posts.length, 1);
  });

  it("sends the calls of a refused batch again in smaller ones", async () => {
    server.answer = (message) => {
      const size = message.split('"method"').length - 1;
      return size <= 8
        ? echo(message)
        : '{"jsonrpc":"2.0","error":{"code":-32600,"message":"batch exceeds 8 calls"}}';
    };
    const calls = Array.from({ length: 40 }, (_, index) => ({ method: "m", params: [index] }));
    assert.deepEqual(
      (await client.batch(calls)).map((outcome) => outcome.ok && outcome.result),
      calls.map(({ params }) => params),
    );
    const sizes = server.posts.map(({ body }) => body.split('"method"').length - 1);
    assert.deepEqual(sizes, [32, 16, 8, 8, 8, 8, 8]);
  });

  it("makes a refused batch everybody's failure", async () => {
    const body = '{"jsonrpc":"2.0","error":{"code":-32600,"message":"method required"}}';
    server.plain = () => ({ status: 400, headers: { "Content-Type": "application/json" }, body });
    for (const outcome of await client.batch([{ method: "a" }, { method: "" }])) {
      assert.ok(!outcome.ok && outcome.error instanceof RpcRemoteError);
      assert.equal(outcome.error.code, -32600);
    }
    server.plain = () => ({ status: 500 });
    await rejectsWith(client.batch([{ method: "a" }]), "serverCrashed");
  });
});
