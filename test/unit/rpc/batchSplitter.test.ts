import assert from "node:assert/strict";
import { type BatchOutcome } from "../../../src/rpc/batch";
import { BatchSplitter } from "../../../src/rpc/batchSplitter";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { type Call } from "../../../src/rpc/message";

const maxBatchSize = 32;

const callsOf = (count: number): readonly Call[] =>
  Array.from({ length: count }, (_, index) => ({ method: `m${index}` }));

const namesIn = (outcomes: readonly BatchOutcome[]) =>
  outcomes.map((outcome) => (outcome.ok ? outcome.result : outcome.error));

/** A server that takes at most `max` calls in a batch, and answers with their names. */
function limitedServer(max: number, refusal: Error) {
  const sizes: number[] = [];
  const send = (part: readonly Call[]): Promise<readonly BatchOutcome[]> => {
    sizes.push(part.length);
    if (part.length > max) return Promise.reject(refusal);
    return Promise.resolve(part.map(({ method }) => ({ ok: true, result: method })));
  };
  return { sizes, send };
}

const refusals: readonly (readonly [string, Error])[] = [
  ["-32600", new RpcRemoteError(-32600, "batch exceeds 10 calls", undefined)],
  ["-32600 in other words", new RpcRemoteError(-32600, "too much at once", undefined)],
  ["-32700", new RpcRemoteError(-32700, "read body error", undefined)],
  ["HTTP 413", new RpcLocalError("requestTooLarge", "HTTP 413")],
];

describe("BatchSplitter", () => {
  it("sends no batch for no calls", async () => {
    const server = limitedServer(maxBatchSize, new Error());
    assert.deepEqual(await new BatchSplitter().send([], server.send), []);
    assert.deepEqual(server.sizes, []);
  });

  it("never sends more than 32 calls at a time, and keeps their order", async () => {
    const server = limitedServer(32, new Error("never sent"));
    const outcomes = await new BatchSplitter().send(callsOf(95), server.send);
    assert.deepEqual(server.sizes, [32, 32, 31]);
    assert.deepEqual(
      namesIn(outcomes),
      callsOf(95).map(({ method }) => method),
    );
  });

  for (const [what, refusal] of refusals) {
    it(`halves a batch refused with ${what}, and keeps to what the server accepts`, async () => {
      const server = limitedServer(10, refusal);
      const splitter = new BatchSplitter();
      const outcomes = await splitter.send(callsOf(20), server.send);
      assert.deepEqual(server.sizes, [20, 10, 10]);
      assert.deepEqual(
        namesIn(outcomes),
        callsOf(20).map(({ method }) => method),
      );
      server.sizes.length = 0;
      await splitter.send(callsOf(12), server.send);
      assert.deepEqual(server.sizes, [10, 2]);
    });
  }

  it("stops at single calls, of which only one that is too large fails", async () => {
    const refusal = new RpcLocalError("requestTooLarge", "HTTP 413");
    const send = (part: readonly Call[]): Promise<readonly BatchOutcome[]> =>
      part.some(({ method }) => method === "m1")
        ? Promise.reject(refusal)
        : Promise.resolve(part.map(({ method }) => ({ ok: true, result: method })));
    const outcomes = await new BatchSplitter().send(callsOf(4), send);
    assert.deepEqual(namesIn(outcomes), ["m0", refusal, "m2", "m3"]);
  });

  it("sends nothing twice when a batch fails for another reason", async () => {
    const server = limitedServer(0, new RpcLocalError("connectionLost", "gone"));
    await assert.rejects(new BatchSplitter().send(callsOf(3), server.send), {
      code: "connectionLost",
    });
    assert.deepEqual(server.sizes, [3]);
  });
});
