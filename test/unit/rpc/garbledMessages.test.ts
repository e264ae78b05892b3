import assert from "node:assert/strict";
import { once } from "node:events";
import { type WebSocket } from "ws";
import { type Failure } from "../../../src/rpc/failure";
import { type SocketTransport } from "../../../src/rpc/transport";
import { dialWebSocket } from "../../../src/rpc/webSocketDial";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";

const strayGraceMs = 1_000;

const limits = { timeoutMs: 15_000 };

const unread = '{"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"}}';

const garbledMessages: readonly (string | Buffer)[] = [
  "",
  "{bad",
  '{"jsonrpc":"2.0","id":1,"resu',
  "[]",
  "5",
  "null",
  "<html>",
  '{"status":"error","message":"no"}',
  '{"jsonrpc":"2.0","id":77,"result":1}',
  '{"jsonrpc":"2.0","id":0,"result":1}',
  '{"jsonrpc":"2.0","id":1.5,"result":1}',
  '{"jsonrpc":"2.0","id":"1","result":1}',
  '{"jsonrpc":"2.0","id":null,"result":1}',
  '{"jsonrpc":"2.0","id":{"a":1},"result":1}',
  Buffer.from([0xff, 0x00]),
];

const brokenFrames: Readonly<Record<string, readonly number[]>> = {
  "an unknown opcode": [0x83, 1, 0x61],
  "compression that was not agreed": [0xc1, 1, 0x61],
  "a text that is no UTF-8": [0x81, 2, 0xff, 0xfe],
  "a mask": [0x81, 0x81, 1, 2, 3, 4, 0x60],
  "a close code that does not exist": [0x88, 2, 0, 9],
};

describe("WebSocketTransport: garbled messages", () => {
  let server: RpcServer;
  let transport: SocketTransport;
  let clock: FakeClock;
  let peer: WebSocket;
  let losses: Failure[];
  beforeEach(async () => {
    server = await startRpcServer();
    server.answer = () => undefined;
    clock = new FakeClock();
    losses = [];
    transport = await new Promise<SocketTransport>((resolve, reject) => {
      dialWebSocket(
        anEndpoint(server.baseUrl),
        { clock, logger: silentLogger },
        {
          onOpen: resolve,
          onFail: ({ detail }) => reject(new Error(detail)),
          onLost: (failure) => losses.push(failure),
        },
      );
    });
    const socket = [...server.sockets].at(-1);
    assert.ok(socket);
    peer = socket;
  });
  afterEach(async () => {
    transport.close({ code: "disposed", detail: "" });
    await server.close();
  });

  /** The message has come and the time for the true response is over. */
  async function sendAndWait(...messages: readonly (string | Buffer)[]): Promise<void> {
    await send(...messages);
    clock.advance(strayGraceMs);
  }

  async function send(...messages: readonly (string | Buffer)[]): Promise<void> {
    for (const message of messages) peer.send(message);
    const pong = once(peer, "pong");
    peer.ping();
    await pong;
  }

  const call = (options = {}) => transport.call("m", undefined, { ...limits, ...options });
  const response = (id: number) => `{"jsonrpc":"2.0","id":${id},"result":${id}}`;

  for (const message of garbledMessages) {
    it(`fails the only call as malformed a second after ${JSON.stringify(message.toString())}`, async () => {
      const only = call();
      await sendAndWait(message);
      await rejectsWith(only, "malformed");
      const next = call();
      await send(response(2));
      assert.equal(await next, 2);
      assert.deepEqual(losses, []);
    });

    it(`takes the response that comes soon after ${JSON.stringify(message.toString())}`, async () => {
      const only = call();
      await send(message);
      clock.advance(strayGraceMs - 1);
      await sendAndWait(response(1));
      assert.equal(await only, 1);
    });
  }

  it("fails the only call with the error of a server that could not read it", async () => {
    const only = call();
    await sendAndWait(unread);
    await assert.rejects(only, { name: "RpcRemoteError", code: -32700 });
  });

  it("does not take responses to notifications, notifications and late responses for garbled", async () => {
    const early = call();
    await send(response(1));
    await early;
    const slow = call();
    await sendAndWait(
      '{"jsonrpc":"2.0","result":"pong"}',
      '{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"}}',
      '{"jsonrpc":"2.0","method":"event:changed","params":{}}',
      response(1),
    );
    await send(response(2));
    assert.equal(await slow, 2);
  });

  it("does not fail a call that was sent after the garbled message", async () => {
    await send("garbled");
    const first = call();
    await send("garbled");
    const second = call();
    await sendAndWait(response(1));
    await send(response(2));
    assert.deepEqual(await Promise.all([first, second]), [1, 2]);
  });

  it("fails the call of a second garbled message that came during the time of the first", async () => {
    const first = call();
    await send("garbled", response(1));
    await first;
    const second = call();
    await sendAndWait("garbled");
    clock.advance(strayGraceMs);
    await rejectsWith(second, "malformed");
  });

  it("fails the one of several calls that has no response", async () => {
    const calls = [call(), call(), call()];
    await sendAndWait("garbled", response(3), response(1));
    await rejectsWith(calls[1] ?? Promise.resolve(), "malformed");
    assert.deepEqual(await Promise.all([calls[0], calls[2]]), [1, 3]);
  });

  it("fails of several calls only those that the caller repeats", async () => {
    const calls = [call(), call({ repeatable: true }), call()];
    await sendAndWait(unread);
    await rejectsWith(calls[1] ?? Promise.resolve(), "malformed");
    await send(response(1), response(3));
    assert.deepEqual(await Promise.all([calls[0], calls[2]]), [1, 3]);
  });

  it("keeps no timer once it is closed", async () => {
    const only = call();
    await send("garbled");
    transport.close({ code: "disposed", detail: "" });
    await rejectsWith(only, "disposed");
    assert.equal(clock.pending, 0);
  });

  for (const [name, bytes] of Object.entries(brokenFrames)) {
    it(`fails the only call as malformed, and the socket as lost, at a frame with ${name}`, async () => {
      const only = call();
      await send();
      rawSocketOf(peer).write(Buffer.from(bytes));
      await rejectsWith(only, "malformed");
      assert.deepEqual(
        losses.map(({ code }) => code),
        ["connectionLost"],
      );
    });
  }

  it("blames none of several calls for a broken frame", async () => {
    const calls = [call(), call()];
    await send();
    rawSocketOf(peer).write(Buffer.from([0x83, 1, 0x61]));
    for (const each of calls) await rejectsWith(each, "connectionLost");
  });
});

function rawSocketOf(peer: WebSocket): NodeJS.WritableStream {
  const { _socket: raw } = peer as unknown as { readonly _socket: NodeJS.WritableStream };
  return raw;
}
