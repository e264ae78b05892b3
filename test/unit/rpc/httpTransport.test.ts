import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { HttpTransport } from "../../../src/rpc/httpTransport";
import { systemClock } from "../../../src/util/clock";
import { FakeClock } from "../../builders/fakeClock";
import { heldAnswers } from "../../builders/heldAnswers";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type PlainAnswer, type RpcServer, startRpcServer } from "../../builders/rpcServer";

const limits = { timeoutMs: 5000 };
const takenForUpgrade: PlainAnswer = {
  status: 400,
  headers: { "Content-Type": "application/json" },
  body: '{"error":"Failed to upgrade to WebSocket","status":"error"}',
};

describe("HttpTransport", () => {
  let server: RpcServer;
  let transport: HttpTransport;
  beforeEach(async () => {
    server = await startRpcServer();
    transport = new HttpTransport(anEndpoint(server.baseUrl), systemClock);
  });
  afterEach(async () => {
    transport.close({ code: "disposed", detail: "" });
    await server.close();
  });

  it("keeps one connection for calls one after the other", async () => {
    for (let count = 0; count < 3; count += 1) await transport.call("m", undefined, limits);
    assert.equal(server.connections(), 1);
  });

  it("runs calls side by side", async () => {
    const held = heldAnswers();
    server.answer = held.response;
    const calls = ["a", "b", "c"].map((name) => transport.call("m", [name], limits));
    await held.arrived(3);
    for (const index of [0, 1, 2]) held.release(index);
    assert.deepEqual(await Promise.all(calls), [["a"], ["b"], ["c"]]);
  });

  it("hangs up on a call that is given up", async () => {
    const held = heldAnswers();
    server.answer = held.response;
    const controller = new AbortController();
    const call = transport.call("m", undefined, { ...limits, signal: controller.signal });
    await held.arrived(1);
    const hungUp = server.nextDisconnect();
    controller.abort();
    await rejectsWith(call, "aborted");
    await hungUp;
  });

  it("learns whether POST works, and forgets it", async () => {
    assert.equal(transport.works, undefined);
    await transport.call("m", undefined, limits);
    assert.equal(transport.works, true);
    transport.forget();
    assert.equal(transport.works, undefined);
    server.plain = () => takenForUpgrade;
    await assert.rejects(transport.call("m", undefined, limits), RpcLocalError);
    assert.equal(transport.works, false);
    for (const status of [301, 403, 405]) {
      transport.forget();
      server.plain = () => ({ status });
      await assert.rejects(transport.call("m", undefined, limits), RpcLocalError);
      assert.equal(transport.works, undefined, "it may be the fault of that call");
      await transport.probe(limits);
      assert.equal(transport.works, false);
    }
    transport.forget();
    server.plain = () => ({ status: 502 });
    await rejectsWith(transport.call("m", undefined, limits), "unreachable");
    assert.equal(transport.works, undefined);
  });

  it("distinguishes a throttled call from a server without RPC, with the time to wait", async () => {
    server.plain = () => ({ status: 429, headers: { "Retry-After": "30" } });
    const error: unknown = await transport.call("m", undefined, limits).catch((e: unknown) => e);
    assert.ok(error instanceof RpcLocalError);
    assert.deepEqual([error.code, error.retryAfterMs], ["busy", 30_000]);
    assert.equal(transport.works, undefined);
  });

  it("reports a large request that the server did not read as too large", async () => {
    const body = '{"jsonrpc":"2.0","error":{"code":-32700,"message":"read body error"}}';
    server.plain = () => ({ status: 400, headers: { "Content-Type": "application/json" }, body });
    await rejectsWith(transport.call("m", ["x".repeat(1_000_001)], limits), "requestTooLarge");
    await assert.rejects(transport.call("m", ["x"], limits), { code: -32700 });
  });

  it("reports a refused batch as too large if single calls work, whatever the message", async () => {
    const calls = [{ method: "a" }, { method: "b" }];
    const html = { "Content-Type": "text/html" };
    const refusals: readonly PlainAnswer[] = [
      { status: 400 },
      { status: 400, headers: html, body: "<html>Bad Request</html>" },
      { status: 400, body: '{"status":"error","message":"batch too large"}' },
      { status: 422, body: "too many" },
    ];
    for (const refusal of refusals) {
      transport.forget();
      server.plain = () => refusal;
      await rejectsWith(transport.batch(calls, limits), "notRpcEndpoint");
      transport.forget();
      server.plain = () => undefined;
      await transport.call("m", undefined, limits);
      server.plain = () => refusal;
      await rejectsWith(transport.batch(calls, limits), "requestTooLarge");
      assert.equal(transport.works, true);
      await rejectsWith(transport.batch(calls.slice(1), limits), "notRpcEndpoint");
    }
  });

  it("sends nothing during a pause that the server requested", async () => {
    const clock = new FakeClock();
    const paused = new HttpTransport(anEndpoint(server.baseUrl), clock);
    const failure = (): Promise<unknown> =>
      paused.call("m", undefined, limits).catch((error: unknown) => error);
    server.plain = () => ({ status: 429, headers: { "Retry-After": "30" } });
    await failure();
    server.plain = undefined;
    clock.advance(10_000);
    const error = await failure();
    assert.ok(error instanceof RpcLocalError);
    assert.deepEqual([error.code, error.retryAfterMs], ["busy", 20_000]);
    assert.equal(server.posts.length, 1);
    clock.advance(20_000);
    assert.deepEqual(await paused.call("m", [1], limits), [1]);
    paused.close({ code: "disposed", detail: "" });
  });

  it("waits as long as any response requests, even if others have no time", async () => {
    const paused = new HttpTransport(anEndpoint(server.baseUrl), new FakeClock());
    const refused = (method: string) =>
      paused.call(method, undefined, limits).then(
        () => assert.fail("it was not refused"),
        () => undefined,
      );
    server.plain = ({ body }) =>
      body.includes("timed") ? { status: 429, headers: { "Retry-After": "30" } } : { status: 429 };
    await Promise.all(["timed", "m", "m", "m", "m"].map(refused));
    server.plain = undefined;
    await rejectsWith(paused.call("m", undefined, limits), "busy");
    paused.close({ code: "disposed", detail: "" });
  });

  it("sends again at once after a busy response without a time, or on a new connection", async () => {
    server.plain = () => ({ status: 429 });
    await rejectsWith(transport.call("m", undefined, limits), "busy");
    server.plain = () => ({ status: 429, headers: { "Retry-After": "30" } });
    await rejectsWith(transport.call("m", undefined, limits), "busy");
    transport.forget();
    server.plain = undefined;
    assert.deepEqual(await transport.call("m", [1], limits), [1]);
  });

  it("probes with a ping: works, never here, or not now", async () => {
    assert.equal(await transport.probe(limits), "works");
    assert.match(server.posts[0]?.body ?? "", /"rpc\.ping"/);
    server.answer = () => '{"jsonrpc":"2.0","id":2,"error":{"code":-32041,"message":"no"}}';
    assert.equal(await transport.probe(limits), "works");
    server.plain = () => takenForUpgrade;
    assert.equal(await transport.probe(limits), undefined);
    server.plain = () => ({ status: 401 });
    const outcome = await transport.probe(limits);
    assert.ok(outcome instanceof RpcLocalError);
    assert.equal(outcome.code, "unauthorized");
  });

  it("does not take a response to another call", async () => {
    server.answer = () => '{"jsonrpc":"2.0","id":99,"result":1}';
    await rejectsWith(transport.call("m", undefined, limits), "malformed");
  });

  it("says malformed to half a response", async () => {
    const headers = { "Content-Type": "application/json" };
    server.plain = () => ({ status: 200, headers, body: '{"jsonrpc":"2.0","id":1,"res' });
    await rejectsWith(transport.call("m", undefined, limits), "malformed");
  });
});
