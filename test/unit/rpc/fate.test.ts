import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type Fate, RpcLocalError } from "../../../src/rpc/errors";
import { HttpTransport } from "../../../src/rpc/httpTransport";
import { fateOfStatus } from "../../../src/rpc/statusFate";
import { type Transport } from "../../../src/rpc/transport";
import { FakeClock } from "../../builders/fakeClock";
import { heldAnswers } from "../../builders/heldAnswers";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";
import { openWebSocket } from "../../builders/rpcTransports";
import { testCertificate } from "../../builders/testCertificate";

const limits = { timeoutMs: 5000 };
const disposed = { code: "disposed", detail: "" } as const;

async function fateOf(call: Promise<unknown>): Promise<Fate> {
  const error: unknown = await call.then(
    () => assert.fail("it succeeded"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RpcLocalError);
  return error.fate;
}

describe("Fate of a call by POST", () => {
  let server: RpcServer;
  let clock: FakeClock;
  let transport: HttpTransport;
  const call = (changes: Partial<Parameters<Transport["call"]>[2]> = {}) =>
    fateOf(transport.call("m", undefined, { ...limits, ...changes }));
  beforeEach(async () => {
    server = await startRpcServer();
    clock = new FakeClock();
    transport = new HttpTransport(anEndpoint(server.baseUrl, { maxResponseBytes: 1000 }), clock);
  });
  afterEach(async () => {
    transport.close(disposed);
    await server.close();
  });

  it("is not sent if there is no connection", async () => {
    await server.close();
    assert.equal(await call(), "notSent");
  });

  it("is not sent if the certificate is not trusted", async () => {
    const secure = await startRpcServer({ tls: testCertificate });
    const untrusting = new HttpTransport(anEndpoint(secure.baseUrl), clock);
    assert.equal(await fateOf(untrusting.call("m", undefined, limits)), "notSent");
    untrusting.close(disposed);
    await secure.close();
  });

  it("is not sent if it ends during the TLS handshake", async () => {
    const mute = createServer((socket) => void socket.on("error", () => undefined));
    mute.listen(0, "127.0.0.1");
    await once(mute, "listening");
    const { port } = mute.address() as AddressInfo;
    const waiting = new HttpTransport(anEndpoint(`https://127.0.0.1:${port}`), clock);
    const connected = once(mute, "connection");
    const fate = fateOf(waiting.call("m", undefined, limits));
    await connected;
    clock.advance(limits.timeoutMs);
    assert.equal(await fate, "notSent");
    waiting.close(disposed);
    mute.close();
  });

  it("is not sent if it waited for one of the connections", async () => {
    const held = heldAnswers();
    server.answer = held.response;
    const calls = Array.from({ length: 16 }, () => call());
    await held.arrived(16);
    const controller = new AbortController();
    const waiting = call({ signal: controller.signal });
    controller.abort();
    assert.equal(await waiting, "notSent");
    clock.advance(limits.timeoutMs);
    assert.deepEqual(new Set(await Promise.all(calls)), new Set(["unknown"]));
  });

  it("is not sent if it was canceled before, or its time was over", async () => {
    assert.equal(await call({ signal: AbortSignal.abort() }), "notSent");
    assert.equal(await call({ timeoutMs: 0 }), "notSent");
    assert.equal(server.connections(), 0);
  });

  it("is not sent during a pause that the server requested", async () => {
    server.plain = () => ({ status: 429, headers: { "Retry-After": "30" } });
    assert.equal(await call(), "refused");
    assert.equal(await call(), "notSent");
  });

  it("is not sent after the transport was closed, and unknown if it was sent before", async () => {
    const held = heldAnswers();
    server.answer = held.response;
    const pending = call();
    await held.arrived(1);
    transport.close(disposed);
    assert.deepEqual([await pending, await call()], ["unknown", "notSent"]);
  });

  it("is unknown if it was canceled after it had arrived, on a new connection or a kept one", async () => {
    for (const request of [1, 2]) {
      const held = heldAnswers();
      server.answer = held.response;
      const controller = new AbortController();
      const pending = call({ signal: controller.signal });
      await held.arrived(1);
      controller.abort();
      assert.equal(await pending, "unknown", `request ${request}`);
      server.answer = (message) => message.replace('"method":"m"', '"result":1');
      await transport.call("m", undefined, limits);
    }
  });

  it("is unknown after a reset, half a response, and responses that are too large or no JSON-RPC", async () => {
    const json = { "Content-Type": "application/json" };
    const cut = { ...json, "Content-Length": "500", Connection: "close" };
    for (const plain of [
      "reset",
      { status: 200, headers: json, body: '{"jsonrpc":"2.0","id":1,"res' },
      { status: 200, headers: json },
      { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>hello</html>" },
      { status: 200, headers: json, body: `"${"x".repeat(2000)}"` },
      { status: 200, headers: json, body: '{"jsonrpc":"2.0","id":99,"result":1}' },
      { status: 200, headers: { ...json, "Content-Encoding": "gzip" }, body: "no gzip" },
      { status: 500 },
      { status: 204 },
    ] as const) {
      server.plain = () => plain;
      assert.equal(await call(), "unknown", JSON.stringify(plain));
    }
    server.plain = () => {
      setImmediate(() => void server.close());
      return { status: 200, headers: cut, body: "{" };
    };
    assert.equal(await call(), "unknown");
  });

  it("is not sent if the parameters are no JSON", async () => {
    assert.equal(await fateOf(transport.call("m", [1n], limits)), "notSent");
  });

  it("is refused by a page that asks to sign in", async () => {
    const headers = { "Content-Type": "text/html" };
    server.plain = () => ({ status: 200, headers, body: "<title>Sign in</title>" });
    assert.equal(await call(), "refused");
  });

  it("depends on whether a 503 says when to come back", async () => {
    server.plain = () => ({ status: 503 });
    assert.equal(await call(), "unknown");
    server.plain = () => ({ status: 503, headers: { "Retry-After": "5" } });
    assert.equal(await call(), "refused");
  });
});

describe("Fate of a call over a socket", () => {
  let server: RpcServer;
  let clock: FakeClock;
  let transport: Transport;
  const call = (changes: Partial<Parameters<Transport["call"]>[2]> = {}) =>
    fateOf(transport.call("m", undefined, { ...limits, ...changes }));
  beforeEach(async () => {
    server = await startRpcServer();
    server.answer = () => undefined;
    clock = new FakeClock();
    transport = await openWebSocket(anEndpoint(server.baseUrl), clock);
  });
  afterEach(async () => {
    transport.close(disposed);
    await server.close();
  });

  it("is not sent if it was canceled before, or its time was over", async () => {
    assert.equal(await call({ signal: AbortSignal.abort() }), "notSent");
    assert.equal(await call({ timeoutMs: 0 }), "notSent");
    assert.equal(await fateOf(transport.call("m", [1n], limits)), "notSent");
  });

  it("is unknown if the socket is lost after it, and not sent afterwards", async () => {
    const pending = call();
    for (const socket of server.sockets) socket.terminate();
    assert.deepEqual([await pending, await call()], ["unknown", "notSent"]);
  });

  it("is unknown if it was sent before the transport was closed, whatever the reason says", async () => {
    const pending = call();
    transport.close({ ...disposed, fate: "notSent" });
    assert.deepEqual([await pending, await call()], ["unknown", "notSent"]);
  });

  it("is unknown if it was canceled or timed out after it was sent", async () => {
    const controller = new AbortController();
    const pending = [call({ signal: controller.signal }), call({ timeoutMs: 1000 })];
    controller.abort();
    clock.advance(1000);
    assert.deepEqual(await Promise.all(pending), ["unknown", "unknown"]);
  });
});

describe("fateOfStatus", () => {
  const cases: Readonly<Record<Exclude<Fate, "notSent">, readonly number[]>> = {
    refused: [
      301, 302, 307, 308, 400, 401, 403, 404, 405, 407, 413, 414, 421, 422, 429, 431, 495, 501, 505,
      511, 525, 526, 530,
    ],
    unknown: [200, 202, 204, 408, 460, 499, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524, 527],
  };
  for (const [fate, statuses] of Object.entries(cases)) {
    it(`is ${fate} after ${statuses.join(", ")}`, () => {
      for (const status of statuses) assert.equal(fateOfStatus(status), fate, String(status));
    });
  }
});
