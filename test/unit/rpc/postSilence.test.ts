import assert from "node:assert/strict";
import { type RpcClient } from "../../../src/rpc/client";
import { type FakeClock } from "../../builders/fakeClock";
import { type ClientHarness, startClientHarness } from "../../builders/clientHarness";
import { heldAnswers } from "../../builders/heldAnswers";
import { rejectsWith } from "../../builders/rejectsWith";
import { echo, type SeenRequest } from "../../builders/rpcServer";

const read = { route: "bulk", readOnly: true } as const;
const write = { route: "bulk" } as const;

describe("RpcClient: where POST is swallowed", () => {
  let harness: ClientHarness;
  let server: ClientHarness["server"];
  let clock: FakeClock;
  let client: RpcClient;
  beforeEach(async () => {
    harness = await startClientHarness();
    ({ server, clock, client } = harness);
  });
  afterEach(() => harness.close());

  const posted = (method: string) =>
    server.posts.filter(({ body }) => body.includes(`"${method}"`)).length;

  /** POSTs are answered like this from here on. @returns a promise of the next one that names `method`. */
  function answerPosts(response: (request: SeenRequest) => "hang" | undefined) {
    const waiting = new Map<string, () => void>();
    server.plain = (request) => {
      for (const [method, resolve] of waiting) if (request.body.includes(method)) resolve();
      return response(request);
    };
    return (method: string) =>
      new Promise<void>((resolve) => waiting.set(`"${method}"`, () => resolve()));
  }

  /** Reads once, with the time that it takes until the socket carries it. */
  async function readWhileSilent(): Promise<unknown> {
    const next = answerPosts(() => "hang");
    const [requested, probed] = [next("read"), next("rpc.ping")];
    const result = client.call("read", [1], read);
    await requested;
    clock.advance(5_000);
    await probed;
    clock.advance(5_000);
    return result;
  }

  it("carries a read over the socket within its time, and the next calls at once", async () => {
    await harness.connect();
    assert.deepEqual(await readWhileSilent(), [1]);
    assert.deepEqual(await client.call("read", [2], read), [2]);
    assert.deepEqual(await client.call("write", [3], write), [3]);
    assert.deepEqual([posted("read"), posted("write")], [1, 0]);
  });

  it("does so when POST has worked before", async () => {
    await harness.connect();
    assert.deepEqual(await client.call("read", [0], read), [0]);
    assert.deepEqual(await readWhileSilent(), [1]);
  });

  it("uses POST again once that responses, which is tried beside the calls after 15 s", async () => {
    await harness.connect();
    await readWhileSilent();
    const next = answerPosts(() => undefined);
    clock.advance(15_000);
    const probed = next("rpc.ping");
    assert.deepEqual(await client.call("read", [1], read), [1]);
    await probed;
    while (posted("read") === 1) await client.call("read", [2], read);
  });

  it("waits for a slow call where POST answers, and sends it once", async () => {
    await harness.connect();
    const held = heldAnswers();
    server.answer = (message) =>
      message.includes("read") ? held.response(message) : echo(message);
    const probed = answerPosts(() => undefined)("rpc.ping");
    const result = client.call("read", [1], read);
    await held.arrived(1);
    clock.advance(5_000);
    await probed;
    held.release(0);
    assert.deepEqual(await result, [1]);
    assert.equal(posted("read"), 1);
  });

  it("sends what may change something once, whatever happens", async () => {
    await harness.connect();
    await client.call("read", [0], read);
    const requested = answerPosts(() => "hang")("write");
    const result = client.call("write", [1], write);
    await requested;
    clock.advance(15_000);
    await rejectsWith(result, "timeout");
    assert.equal(server.messages.filter((text) => text.includes("write")).length, 0);
  });
});
