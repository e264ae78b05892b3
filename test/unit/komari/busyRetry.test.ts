import assert from "node:assert/strict";
import { retryWhenBusy } from "../../../src/komari/busyRetry";
import { type BatchCaller, type CallOptions } from "../../../src/rpc/client";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";

const retryLater = new RpcRemoteError(-32602, "query capacity reached; retry later", undefined);
const throttled = (retryAfterMs?: number) =>
  new RpcLocalError("busy", "HTTP 429", { retryAfterMs });
const reading = { readOnly: true, timeoutMs: 120_000 };

/** A caller that fails with `failures`, one after the other, and then succeeds; the dice show `dice`. */
function setUp(failures: readonly Error[], dice = 1) {
  const clock = new FakeClock();
  const start = clock.now();
  const sent: { readonly at: number; readonly options: CallOptions | undefined }[] = [];
  const send = <T>(options: CallOptions | undefined, result: T): Promise<T> => {
    const failure = failures[sent.length];
    sent.push({ at: clock.now() - start, options });
    return failure === undefined ? Promise.resolve(result) : Promise.reject(failure);
  };
  const caller: BatchCaller = {
    call: (method, _params, options) => send(options, method),
    batch: (_calls, options) => send(options, []),
  };
  const retrying = retryWhenBusy(caller, { clock, random: () => dice });
  /** The outcome, with all the time that it takes. */
  const outcomeOf = async (promise: Promise<unknown>): Promise<unknown> => {
    const outcomes: unknown[] = [];
    void promise
      .catch((error: unknown) => error)
      .then((outcome) => {
        outcomes.push(outcome);
      });
    await settle();
    while (outcomes.length === 0) {
      assert.ok(clock.pending > 0, "it waits for something else than time");
      clock.advance(100);
      await settle();
    }
    return outcomes[0];
  };
  return { clock, sent, retrying, outcomeOf, times: () => sent.map(({ at }) => at) };
}

describe("retryWhenBusy", () => {
  it("retries a read after growing pauses", async () => {
    const { retrying, outcomeOf, times } = setUp(Array(4).fill(retryLater));
    assert.equal(await outcomeOf(retrying.call("m", undefined, reading)), "m");
    assert.deepEqual(times(), [0, 2000, 6000, 11_000, 16_000]);
  });

  it("waits at least a second, with jitter", async () => {
    const { retrying, outcomeOf, times } = setUp([retryLater, retryLater], 0);
    await outcomeOf(retrying.call("m", undefined, reading));
    assert.deepEqual(times(), [0, 1000, 2000]);
  });

  it("ends after five tries, as busy", async () => {
    const { retrying, outcomeOf, sent } = setUp(Array(9).fill(retryLater));
    assert.equal(await outcomeOf(retrying.call("m", undefined, reading)), retryLater);
    assert.equal(sent.length, 5);
  });

  it("gives each attempt the rest of the timeout, and stops when it is over", async () => {
    const { retrying, outcomeOf, sent } = setUp(Array(9).fill(retryLater));
    const options = { readOnly: true, timeoutMs: 7000 };
    assert.equal(await outcomeOf(retrying.call("m", undefined, options)), retryLater);
    assert.deepEqual(
      sent.map(({ options: limits }) => limits?.timeoutMs),
      [7000, 5000, 1000],
    );
  });

  it("reports busy, not a timeout, if the last attempt times out", async () => {
    const { retrying, outcomeOf } = setUp([retryLater, new RpcLocalError("timeout", "slow")]);
    assert.equal(await outcomeOf(retrying.call("m", undefined, reading)), retryLater);
  });

  it("obeys Retry-After, and fails at once if that is too long", async () => {
    const patient = setUp([throttled(30_000)]);
    await patient.outcomeOf(patient.retrying.call("m", undefined, reading));
    assert.deepEqual(patient.times(), [0, 30_000]);
    const hurried = setUp([throttled(30_001)]);
    const error = await hurried.outcomeOf(hurried.retrying.call("m", undefined, reading));
    assert.ok(error instanceof RpcLocalError && error.code === "busy");
    assert.deepEqual(hurried.times(), [0]);
  });

  it("never retries a call that may change something", async () => {
    for (const options of [undefined, { timeoutMs: 60_000 }, { readOnly: false }]) {
      for (const failure of [retryLater, throttled(), throttled(1000)]) {
        const { retrying, sent } = setUp([failure]);
        await assert.rejects(retrying.call("m", undefined, options), failure);
        assert.equal(sent.length, 1);
      }
    }
  });

  it("does not retry other failures", async () => {
    const failures = [
      new RpcLocalError("unreachable", "HTTP 503", { retryAfterMs: 1000 }),
      new RpcLocalError("timeout", "slow"),
      new RpcRemoteError(-32602, "path is required", undefined),
      new RpcRemoteError(-32051, "agent is not connected", undefined, { method: "admin:fileStat" }),
    ];
    for (const failure of failures) {
      const { retrying, sent } = setUp([failure]);
      await assert.rejects(retrying.call("m", undefined, reading), failure);
      assert.equal(sent.length, 1);
    }
  });

  it("stops waiting when the caller aborts", async () => {
    const { clock, retrying, sent } = setUp([retryLater]);
    const controller = new AbortController();
    const call = retrying.call("m", undefined, { ...reading, signal: controller.signal });
    await settle();
    assert.equal(clock.pending, 1);
    controller.abort();
    await call;
    assert.equal(clock.pending, 0);
    assert.equal(sent.at(-1)?.options?.signal?.aborted, true, "which no transport sends");
  });

  it("retries batches, too", async () => {
    const { retrying, outcomeOf, times } = setUp([throttled()]);
    assert.deepEqual(await outcomeOf(retrying.batch([], reading)), []);
    assert.deepEqual(times(), [0, 2000]);
  });
});
