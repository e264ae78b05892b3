import assert from "node:assert/strict";
import { once } from "node:events";
import { type WebSocket } from "ws";
import { type Failure } from "../../../src/rpc/failure";
import { pingIntervalMs } from "../../../src/rpc/heartbeat";
import { type Transport } from "../../../src/rpc/transport";
import { dialWebSocket } from "../../../src/rpc/webSocketDial";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { heldAnswers } from "../../builders/heldAnswers";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { echo, type RpcServer, startRpcServer } from "../../builders/rpcServer";

const limits = { timeoutMs: 5000 };

/** A transport over a real socket, with the server's end of it. */
async function connected(server: RpcServer, maxResponseBytes = 1000) {
  const clock = new FakeClock();
  const losses: (Failure & { readonly wasIdle: boolean })[] = [];
  let noticeLoss: (() => void) | undefined;
  const lost = new Promise<void>((resolve) => (noticeLoss = resolve));
  const transport = await new Promise<Transport>((resolve, reject) => {
    dialWebSocket(
      anEndpoint(server.baseUrl, { maxResponseBytes }),
      { clock, logger: silentLogger },
      {
        onOpen: resolve,
        onFail: ({ detail }) => reject(new Error(detail)),
        onLost: (failure, wasIdle) => {
          losses.push({ ...failure, wasIdle });
          noticeLoss?.();
        },
      },
    );
  });
  const peer = [...server.sockets].at(-1);
  assert.ok(peer);
  return { transport, clock, losses, lost, peer };
}

type Connected = Awaited<ReturnType<typeof connected>>;

/** Lets time pass beat by beat; `during` runs after each, by default until all has arrived. */
async function passTime(
  connection: Pick<Connected, "clock" | "peer">,
  beats: number,
  during: () => Promise<unknown> = () => roundTrip(connection.peer),
): Promise<void> {
  for (let beat = 0; beat < beats; beat += 1) {
    const pinged = once(connection.peer, "ping");
    connection.clock.advance(pingIntervalMs);
    await pinged;
    await during();
  }
}

async function roundTrip(peer: WebSocket): Promise<void> {
  const back = once(peer, "pong");
  peer.ping();
  await back;
}

describe("WebSocketTransport", () => {
  let server: RpcServer;
  let transport: Transport;
  let clock: FakeClock;
  let losses: Connected["losses"];
  let lost: Promise<void>;
  let peer: WebSocket;
  beforeEach(async () => {
    server = await startRpcServer();
    ({ transport, clock, losses, lost, peer } = await connected(server));
  });
  afterEach(async () => {
    transport.close({ code: "disposed", detail: "" });
    await server.close();
  });

  it("survives anything that is not a response to it", async () => {
    const noise = [
      "",
      "{bad",
      "[]",
      "5",
      '{"jsonrpc":"2.0","result":"pong"}',
      '{"jsonrpc":"2.0","error":{"code":-32600,"message":"bad request"}}',
      '{"jsonrpc":"2.0","id":77,"result":1}',
      '{"jsonrpc":"2.0","id":{"a":1},"result":1}',
    ];
    for (const text of noise) peer.send(text);
    peer.send(Buffer.from([0xff, 0x00]));
    assert.deepEqual(await transport.call("m", [1], limits), [1]);
  });

  it("reads answers in binary frames", async () => {
    server.answer = () => undefined;
    const call = transport.call("m", undefined, limits);
    peer.send(Buffer.from('{"jsonrpc":"2.0","id":1,"result":"é"}'));
    assert.equal(await call, "é");
  });

  it("reads answers behind a byte order mark, also as raw bytes", async () => {
    server.answer = () => undefined;
    const call = transport.call("m", undefined, limits);
    peer.send('\ufeff{"jsonrpc":"2.0","id":1,"result":"é"}');
    assert.equal(await call, "é");
    const raw = transport.call("m", undefined, { ...limits, raw: true });
    peer.send('\ufeff{"jsonrpc":"2.0","id":2,"result":1.00}');
    assert.deepEqual(await raw, [Buffer.from("1.00")]);
  });

  it("reports its loss once, when the socket breaks", async () => {
    server.answer = () => undefined;
    const call = transport.call("m", undefined, limits);
    peer.terminate();
    await rejectsWith(call, "connectionLost");
    await lost;
    await rejectsWith(transport.call("m", undefined, limits), "connectionLost");
    assert.equal(losses.length, 1);
    assert.equal(clock.pending, 0);
  });

  it("reports its loss when the server closes in good order", async () => {
    peer.close(1008, "denied");
    await lost;
    assert.match(losses[0]?.detail ?? "", /1008/);
  });

  it("closes in good order and reports no loss", async () => {
    const closing = once(peer, "close");
    transport.close({ code: "connectionLost", detail: "bye" });
    const details: unknown[] = await closing;
    assert.equal(details[0], 1005);
    assert.deepEqual(losses, []);
  });

  it("pings every 20 s and lives on while pongs come", async () => {
    for (let round = 0; round < 3; round += 1) {
      const pinged = once(peer, "ping");
      clock.advance(pingIntervalMs);
      await pinged;
      // The pong is written before the response to this.
      await transport.call("m", undefined, limits);
    }
    assert.deepEqual(losses, []);
  });

  it("sends a message at least every 60 s without calls, because some servers ignore pings", async () => {
    await passTime({ clock, peer }, 6);
    assert.deepEqual(server.messages, Array(3).fill('{"jsonrpc":"2.0","method":"rpc.ping"}'));
    assert.deepEqual(losses, []);
  });

  it("sends no message of its own while calls are made", async () => {
    await passTime({ clock, peer }, 6, () => transport.call("m", undefined, limits));
    assert.equal(server.messages.filter((text) => text.includes("rpc.ping")).length, 0);
  });

  it("distinguishes a socket cut while idle from one in use", async () => {
    await passTime({ clock, peer }, 2);
    peer.terminate();
    await lost;
    assert.deepEqual(
      losses.map(({ wasIdle }) => wasIdle),
      [true],
    );
    const used = await connected(server);
    used.clock.advance(pingIntervalMs);
    used.peer.terminate();
    await used.lost;
    assert.deepEqual(
      used.losses.map(({ wasIdle }) => wasIdle),
      [false],
      "not idle for long enough",
    );
  });

  it("treats a socket closed while idle as cut, whatever the close code", async () => {
    for (const code of [1000, 1001, 1008, 1012]) {
      const closed = await connected(server);
      await passTime(closed, 2);
      closed.peer.close(code);
      await closed.lost;
      assert.equal(closed.losses[0]?.wasIdle, true, String(code));
    }
  });

  it("is not idle while a call is pending", async () => {
    server.answer = () => undefined;
    const call = transport.call("m", undefined, { timeoutMs: 600_000 });
    await passTime({ clock, peer }, 2);
    peer.terminate();
    await rejectsWith(call, "connectionLost");
    await lost;
    assert.equal(losses[0]?.wasIdle, false);
  });

  it("keeps a peer that responses no ping but calls", async () => {
    peer.pong = () => undefined;
    for (let round = 0; round < 3; round += 1) {
      for (const requested of ["ping", "message"]) {
        const arrived = once(peer, requested);
        clock.advance(pingIntervalMs);
        await arrived;
      }
      await transport.call("m", undefined, limits);
    }
    assert.deepEqual(losses, []);
  });

  it("gives up a peer that responses neither pings nor calls, failing its calls at once", async () => {
    await passTime({ clock, peer }, 1);
    server.answer = () => undefined;
    peer.pause();
    clock.advance(pingIntervalMs);
    const call = transport.call("m", undefined, { timeoutMs: 60_000 });
    clock.advance(pingIntervalMs);
    clock.advance(5_000);
    await call.catch(() => undefined);
    assert.equal(losses[0]?.code, "connectionLost");
    await rejectsWith(call, "connectionLost");
    assert.equal(clock.pending, 0);
  });

  it("waits for a server that is busy with a call from before the ping", async () => {
    const held = heldAnswers();
    server.answer = held.response;
    const slow = transport.call("m", ["slow"], { timeoutMs: 100_000 });
    await held.arrived(1);
    peer.pause();
    for (let round = 0; round < 4; round += 1) clock.advance(pingIntervalMs);
    assert.deepEqual(losses, []);
    peer.resume();
    held.release(0);
    assert.deepEqual(await slow, ["slow"]);
  });

  it("blames the one call that waits for a response too large, else none", async () => {
    await rejectsWith(transport.call("m", ["x".repeat(1000)], limits), "tooLarge");
    const second = await connected(server);
    server.answer = (message) => (message.includes("big") ? echo(message) : undefined);
    const calls = [
      second.transport.call("small", undefined, limits),
      second.transport.call("big", ["x".repeat(1000)], limits),
    ];
    for (const call of calls) await rejectsWith(call, "connectionLost");
  });
});
