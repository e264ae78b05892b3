import assert from "node:assert/strict";
import { type BodyFilter } from "../../src/rpc/bodyFilter";
import { RpcRemoteError } from "../../src/rpc/errors";
import { RawJson } from "../../src/json/rawJson";
import { type Transport } from "../../src/rpc/transport";
import { isRecord, parseJson } from "../../src/util/json";
import { FakeClock } from "../builders/fakeClock";
import { heldAnswers } from "../builders/heldAnswers";
import { rejectsWith } from "../builders/rejectsWith";
import { anEndpoint } from "../builders/rpcEndpoint";
import { echo, type RpcServer, startRpcServer } from "../builders/rpcServer";
import { openHttp, type OpenTransport, openWebSocket } from "../builders/rpcTransports";

const closedByTest = { code: "disposed", detail: "closed by the test" } as const;
const limits = { timeoutMs: 5000 };

const transports: Readonly<Record<string, OpenTransport>> = {
  webSocket: openWebSocket,
  http: openHttp,
};

for (const [name, open] of Object.entries(transports)) {
  describe(`Transport contract: ${name}`, () => {
    let server: RpcServer;
    let clock: FakeClock;
    let transport: Transport;
    const received = (): readonly string[] => [
      ...server.messages,
      ...server.posts.map(({ body }) => body),
    ];

    const raw = async (method: string, params?: readonly unknown[]): Promise<string> => {
      const result = await transport.call(method, params, { ...limits, raw: true });
      assert.ok(Array.isArray(result) && result.every((piece) => Buffer.isBuffer(piece)));
      return Buffer.concat(result).toString("utf8");
    };

    beforeEach(async () => {
      server = await startRpcServer();
      clock = new FakeClock();
      transport = await open(anEndpoint(server.baseUrl), clock);
    });
    afterEach(async () => {
      transport.close(closedByTest);
      await server.close();
    });

    it("resolves a call with its result", async () => {
      assert.deepEqual(await transport.call("m", { a: "é" }, limits), { a: "é" });
      assert.deepEqual(await transport.call("m", [1, null], limits), [1, null]);
      assert.deepEqual(JSON.parse(received()[0] ?? ""), {
        jsonrpc: "2.0",
        id: 1,
        method: "m",
        params: { a: "é" },
      });
    });

    it("leaves absent params out and takes an absent result for null", async () => {
      assert.equal(await transport.call("m", undefined, limits), null);
      assert.equal(received()[0], '{"jsonrpc":"2.0","id":1,"method":"m"}');
    });

    it("keeps results that are falsy", async () => {
      for (const result of [false, 0, "", [], {}]) {
        server.answer = () => JSON.stringify({ jsonrpc: "2.0", id: lastId(received()), result });
        assert.deepEqual(await transport.call("m", undefined, limits), result);
      }
    });

    it("rejects with the server's error", async () => {
      const error = { code: -32602, message: "Node not found", data: { uuid: "x" } };
      server.answer = () => JSON.stringify({ jsonrpc: "2.0", id: 1, error });
      await assert.rejects(transport.call("m", undefined, limits), (thrown) => {
        assert.ok(thrown instanceof RpcRemoteError);
        assert.equal(thrown.code, -32602);
        assert.equal(thrown.remoteMessage, "Node not found");
        assert.deepEqual(thrown.data, { uuid: "x" });
        return true;
      });
    });

    it("names the caller in the stack of an error", async () => {
      server.answer = () => '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no"}}';
      async function theCaller(): Promise<void> {
        await transport.call("m", undefined, limits);
      }
      await assert.rejects(theCaller(), (thrown) => {
        assert.ok(thrown instanceof Error);
        assert.match(thrown.stack ?? "", /theCaller/);
        return true;
      });
    });

    it("gives every call its own response, whatever the order of the responses", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const calls = [0, 1, 2, 3].map((n) => transport.call("m", [n], limits));
      await held.arrived(4);
      for (const index of [2, 0, 3, 1]) held.release(index);
      assert.deepEqual(await Promise.all(calls), [[0], [1], [2], [3]]);
    });

    it("times a call out, and not its neighbour", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const short = transport.call("short", ["short"], { timeoutMs: 100 });
      const long = transport.call("long", ["long"], { timeoutMs: 101 });
      await held.arrived(2);
      clock.advance(100);
      await rejectsWith(short, "timeout");
      held.release(received().findIndex((text) => text.includes("long")));
      assert.deepEqual(await long, ["long"]);
    });

    it("ignores a response after the timeout", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const late = transport.call("m", undefined, { timeoutMs: 100 });
      await held.arrived(1);
      clock.advance(100);
      await rejectsWith(late, "timeout");
      held.release(0);
      server.answer = echo;
      assert.deepEqual(await transport.call("m", [1], limits), [1]);
    });

    it("gives up at once when the signal aborts", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const controller = new AbortController();
      const call = transport.call("m", undefined, { ...limits, signal: controller.signal });
      await held.arrived(1);
      controller.abort();
      await rejectsWith(call, "aborted");
    });

    it("sends nothing when the signal is aborted already", async () => {
      const signal = AbortSignal.abort();
      await rejectsWith(transport.call("never", undefined, { ...limits, signal }), "aborted");
      await transport.call("m", undefined, limits);
      assert.equal(received().length, 1);
    });

    it("sends nothing when there is no time left", async () => {
      await rejectsWith(transport.call("never", undefined, { timeoutMs: 0 }), "timeout");
      await transport.call("m", undefined, limits);
      assert.equal(received().length, 1);
    });

    it("does not listen to a signal after its call", async () => {
      const controller = new AbortController();
      const options = { ...limits, signal: controller.signal };
      await transport.call("m", undefined, options);
      controller.abort();
      assert.deepEqual(await transport.call("m", [1], limits), [1]);
    });

    it("rejects params that JSON cannot hold, sending nothing", async () => {
      await rejectsWith(transport.call("m", [1n], limits), "malformed");
      assert.deepEqual(received(), []);
    });

    it("rejects pending and later calls when it is closed", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const calls = [
        transport.call("a", undefined, limits),
        transport.call("b", undefined, limits),
      ];
      await held.arrived(2);
      transport.close(closedByTest);
      transport.close({ code: "aborted", detail: "a second close does nothing" });
      for (const call of calls) await rejectsWith(call, "disposed");
      await rejectsWith(transport.call("c", undefined, limits), "disposed");
      assert.equal(received().length, 2);
      assert.equal(clock.pending, 0);
    });

    it("rejects pending calls at once when the server disconnects", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const calls = [
        transport.call("a", undefined, limits),
        transport.call("b", undefined, limits),
      ];
      await held.arrived(2);
      await server.close();
      for (const call of calls) await rejectsWith(call, "connectionLost");
    });

    it("sends the endpoint's headers and keeps the base path", async () => {
      const headers = { Authorization: "Bearer key-of-twelve" };
      const endpoint = anEndpoint(`${server.baseUrl}/sub/path`, { headers: () => headers });
      const other = await open(endpoint, clock);
      await other.call("m", undefined, limits);
      const seen = [...server.upgrades, ...server.posts].at(-1);
      assert.equal(seen?.path, "/sub/path/api/rpc2");
      assert.equal(seen.headers.authorization, "Bearer key-of-twelve");
      other.close(closedByTest);
    });

    it("gives what a fresh filter makes of a result, or the plain one over a socket", async () => {
      let made = 0;
      const filter = (): BodyFilter => {
        const number = ++made;
        return { write: (chunk) => chunk, finish: (result) => ({ number, result }) };
      };
      const results = [
        await transport.call("m", ["a"], { ...limits, filter }),
        await transport.call("m", ["b"], { ...limits, filter }),
      ];
      const filtered = [
        { number: 1, result: ["a"] },
        { number: 2, result: ["b"] },
      ];
      assert.deepEqual(results, transport.kind === "http" ? filtered : [["a"], ["b"]]);
    });

    it("rejects with the server's error, not with that of a filter", async () => {
      server.answer = () => '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no"}}';
      const finish = () => assert.fail("there is no result");
      const filter = (): BodyFilter => ({ write: (chunk) => chunk, finish });
      await assert.rejects(transport.call("m", undefined, { ...limits, filter }), RpcRemoteError);
    });

    it("sends raw params as they are written", async () => {
      const text = '{ "limit" : 9007199254740993 }';
      await transport.call("m", new RawJson(text), limits);
      assert.equal(received()[0], `{"jsonrpc":"2.0","id":1,"method":"m","params":${text}}`);
    });

    it("rejects raw params that are no JSON, sending nothing", async () => {
      const params = new RawJson('{},"method":"other"');
      await rejectsWith(transport.call("m", params, limits), "malformed");
      assert.deepEqual(received(), []);
    });

    it("gives a raw result byte for byte as it was written", async () => {
      const results = [
        ...['{"a" : 9007199254740993, "result":{"result":1e400}}', '"\\u00e9 é \\"}"', "-0.0"],
        ...["[ ]", "null", "false", `[${"1.50,".repeat(50_000)}"end"]`],
      ];
      for (const result of results) {
        server.answer = (message) =>
          `{"result":${result},"id":${String(idIn(message))},"jsonrpc":"2.0"}\n`;
        assert.equal(await raw("m"), result);
      }
      server.answer = (message) => `{"jsonrpc":"2.0","id":${String(idIn(message))}}`;
      assert.equal(await raw("m"), "null");
    });

    it("gives every call a result of its own kind, raw or not", async () => {
      const held = heldAnswers();
      server.answer = held.response;
      const calls = [raw("a", ["1"]), transport.call("b", ["2"], limits), raw("c", ["3"])];
      await held.arrived(3);
      for (const index of [2, 1, 0]) held.release(index);
      assert.deepEqual(await Promise.all(calls), ['["1"]', ["2"], '["3"]']);
    });

    it("rejects a raw call with the server's error", async () => {
      server.answer = () => '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"no","data":[2]}}';
      await assert.rejects(raw("m"), (thrown) => {
        assert.ok(thrown instanceof RpcRemoteError);
        assert.deepEqual(thrown.data, [2]);
        return true;
      });
    });

    it("reports the received bytes of a raw call, except over a socket", async () => {
      const response = `{"jsonrpc":"2.0","id":1,"result":"${"x".repeat(300_000)}"}`;
      server.answer = () => response;
      const reported: number[] = [];
      await transport.call("m", undefined, {
        ...limits,
        raw: true,
        onBytes: (n) => reported.push(n),
      });
      assert.deepEqual(reported.at(-1), transport.kind === "http" ? response.length : undefined);
      assert.deepEqual(
        reported,
        reported.toSorted((a, b) => a - b),
      );
    });

    it("refuses a raw result above the size limit", async () => {
      const small = await open(anEndpoint(server.baseUrl, { maxResponseBytes: 100 }), clock);
      await small.call("m", ["x"], { ...limits, raw: true });
      const large = small.call("m", ["x".repeat(100)], { ...limits, raw: true });
      await rejectsWith(large, "tooLarge");
      small.close(closedByTest);
    });

    it("refuses a response above the size limit", async () => {
      const small = await open(anEndpoint(server.baseUrl, { maxResponseBytes: 100 }), clock);
      assert.deepEqual(await small.call("m", ["x"], limits), ["x"]);
      await rejectsWith(small.call("m", ["x".repeat(100)], limits), "tooLarge");
      small.close(closedByTest);
    });
  });
}

function idIn(message: string): unknown {
  const request = parseJson(message);
  return isRecord(request) ? request.id : undefined;
}

function lastId(received: readonly string[]): number {
  return received.length;
}
