import assert from "node:assert/strict";
import { RawCalls } from "../../../src/komari/rawCalls";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { type ClientHarness, startClientHarness } from "../../builders/clientHarness";
import { heldAnswers } from "../../builders/heldAnswers";
import { rejectsWith } from "../../builders/rejectsWith";
import { echo } from "../../builders/rpcServer";

const reading = { timeoutMs: 5000, readOnly: true };
const writing = { timeoutMs: 5000, readOnly: false };
const takenForUpgrade = {
  status: 400,
  body: '{"error":"Failed to upgrade to WebSocket","status":"error"}',
};
const large = '{"limit":9007199254740993, "x":1.0}';

describe("RawCalls", () => {
  let harness: ClientHarness;
  let calls: RawCalls;
  beforeEach(async () => {
    harness = await startClientHarness();
    calls = new RawCalls(harness.client, harness.clock);
    harness.server.answer = (message) => {
      const params = /"params":(.*)\}$/s.exec(message)?.[1];
      const id = /"id":(\d+)/.exec(message)?.[1];
      return params === undefined || id === undefined
        ? echo(message)
        : `{"jsonrpc":"2.0","id":${id},"result":${params}}`;
    };
  });
  afterEach(() => harness.close());
  const carriers = () => ({
    posts: harness.server.posts.filter(({ body }) => body.includes('"m"')).length,
    messages: harness.server.messages.filter((message) => message.includes('"m"')).length,
  });

  it("sends JSON and gives JSON, both to the letter, by POST", async () => {
    await harness.connect();
    const { result, transport } = await calls.call("m", large, reading);
    assert.equal(result.toString(), large);
    assert.equal(transport, "http");
    assert.deepEqual(carriers(), { posts: 1, messages: 0 });
  });

  it("gives null where the server leaves the result out", async () => {
    assert.equal((await calls.call("m", undefined, reading)).result.toString(), "null");
    assert.equal(harness.server.posts[0]?.body, '{"jsonrpc":"2.0","id":1,"method":"m"}');
  });

  it("uses the socket where POST is impossible, to the letter too", async () => {
    harness.server.plain = () => takenForUpgrade;
    await harness.connect();
    for (const options of [reading, writing]) {
      harness.server.answer = (message) => {
        const id = /"id":(\d+)/.exec(message)?.[1] ?? "";
        return `{"jsonrpc":"2.0","id":${id},"result":${large}}`;
      };
      const { result, transport } = await calls.call("m", large, options);
      assert.equal(result.toString(), large);
      assert.equal(transport, "webSocket");
    }
  });

  it("sends what may change something once, whatever happens", async () => {
    await harness.connect();
    harness.server.plain = ({ body }) => (body.includes('"m"') ? "reset" : undefined);
    await rejectsWith(calls.call("m", "{}", writing), "connectionLost");
    assert.deepEqual(carriers(), { posts: 1, messages: 0 });
    assert.equal((await calls.call("m", "[1]", reading)).transport, "webSocket");
    assert.deepEqual(carriers(), { posts: 2, messages: 1 });
  });

  it("puts a large result together, and tells how much has come", async () => {
    const text = `[${"1.50,".repeat(100_000)}0]`;
    harness.server.answer = () => `{"jsonrpc":"2.0","id":1,"result":${text}}`;
    const reported: number[] = [];
    const onBytes = (bytes: number) => reported.push(bytes);
    const { result } = await calls.call("m", undefined, { ...reading, onBytes });
    assert(result.equals(Buffer.from(text)));
    assert.equal(reported.at(-1), `{"jsonrpc":"2.0","id":1,"result":${text}}`.length);
  });

  it("reports how long it took", async () => {
    const held = heldAnswers();
    harness.server.answer = held.response;
    const call = calls.call("m", "[]", reading);
    await held.arrived(1);
    harness.clock.advance(1234);
    held.release(0);
    assert.equal((await call).tookMs, 1234);
  });

  it("rejects with the server's error as it is", async () => {
    const error = { code: -32602, message: "Invalid params", data: { uuid: 1 } };
    harness.server.answer = () => JSON.stringify({ jsonrpc: "2.0", id: 1, error });
    await assert.rejects(calls.call("m", "{}", reading), (thrown) => {
      assert(thrown instanceof RpcRemoteError);
      assert.deepEqual([thrown.code, thrown.remoteMessage, thrown.data], Object.values(error));
      return true;
    });
  });

  it("sends nothing that is no JSON, and nothing once it is given up", async () => {
    await rejectsWith(calls.call("m", "{", reading), "malformed");
    const signal = AbortSignal.abort();
    await rejectsWith(calls.call("m", "{}", { ...writing, signal }), "aborted");
    assert.deepEqual(carriers(), { posts: 0, messages: 0 });
  });

  it("refuses a result above the size limit, and one that is no JSON", async () => {
    const text = `"${"x".repeat(2 ** 20)}"`;
    harness.server.answer = () => `{"jsonrpc":"2.0","id":1,"result":${text}}`;
    await rejectsWith(calls.call("m", undefined, reading), "tooLarge");
    harness.server.answer = () => '{"jsonrpc":"2.0","id":1,"result":[1,]}';
    await rejectsWith(calls.call("m", undefined, reading), "malformed");
  });
});
