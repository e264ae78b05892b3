import assert from "node:assert/strict";
import { type Outcome } from "../../../src/rpc/failure";
import { PendingCalls } from "../../../src/rpc/pendingCalls";
import { FakeClock } from "../../builders/fakeClock";

function setUp() {
  const clock = new FakeClock();
  return { clock, pending: new PendingCalls(clock) };
}

function codeOf(outcome: Outcome): string {
  return "failure" in outcome ? outcome.failure.code : "answered";
}

describe("PendingCalls", () => {
  it("matches by id in any order", async () => {
    const { pending } = setUp();
    const calls = [1, 2].map((id) => pending.add(id, { timeoutMs: 100 }));
    assert.ok(pending.settle({ id: 2, ok: true, result: "b" }));
    assert.ok(pending.settle({ id: 1, ok: true, result: "a" }));
    const results = (await Promise.all(calls)).map((outcome) => outcome.ok && outcome.result);
    assert.deepEqual(results, ["a", "b"]);
    assert.equal(pending.size, 0);
  });

  it("reports replies that no call waits for", () => {
    const { pending } = setUp();
    void pending.add(1, { timeoutMs: 100 });
    for (const id of [2, "1", undefined, null, { a: 1 }, 1.5]) {
      assert.ok(!pending.settle({ id, ok: true, result: 0 }));
    }
    assert.ok(pending.settle({ id: 1, ok: true, result: 0 }));
    assert.ok(!pending.settle({ id: 1, ok: true, result: 0 }));
  });

  it("uses one timer for all deadlines and keeps each to the millisecond", async () => {
    const { clock, pending } = setUp();
    const codes: string[] = [];
    const times = [300, 100, 200, 100];
    const calls = times.map(async (timeoutMs, index) => {
      codes.push(`${timeoutMs} ${codeOf(await pending.add(index + 1, { timeoutMs }))}`);
    });
    assert.equal(clock.pending, 1);
    clock.advance(99);
    assert.equal(pending.size, 4);
    clock.advance(1);
    assert.equal(pending.size, 2);
    clock.advance(100);
    assert.equal(pending.size, 1);
    clock.advance(100);
    await Promise.all(calls);
    assert.deepEqual(codes, ["100 timeout", "100 timeout", "200 timeout", "300 timeout"]);
    assert.equal(clock.pending, 0);
  });

  it("does not touch the timer for calls that end in time", () => {
    const { clock, pending } = setUp();
    for (let id = 1; id <= 5; id += 1) {
      void pending.add(id, { timeoutMs: 100 });
      pending.settle({ id, ok: true, result: id });
      assert.equal(clock.pending, 1);
    }
    clock.advance(100);
    assert.equal(clock.pending, 0);
  });

  it("gives up on abort", async () => {
    const { pending } = setUp();
    const controller = new AbortController();
    const call = pending.add(1, { timeoutMs: 100, signal: controller.signal });
    controller.abort();
    assert.equal(codeOf(await call), "aborted");
    assert.ok(!pending.settle({ id: 1, ok: true, result: 0 }));
  });

  it("fails all with one failure and keeps no timer", async () => {
    const { clock, pending } = setUp();
    const calls = [1, 2, 3].map((id) => pending.add(id, { timeoutMs: 100 }));
    const failure = { code: "connectionLost", detail: "gone" } as const;
    pending.failAll(failure);
    for (const outcome of await Promise.all(calls))
      assert.deepEqual(outcome, { ok: false, failure });
    assert.equal(clock.pending, 0);
  });

  it("knows which call waits longest", () => {
    const { pending } = setUp();
    assert.equal(pending.oldest, undefined);
    void pending.add(4, { timeoutMs: 100 });
    void pending.add(5, { timeoutMs: 50 });
    assert.equal(pending.oldest, 4);
    pending.settle({ id: 4, ok: true, result: 0 });
    assert.equal(pending.oldest, 5);
  });
});
