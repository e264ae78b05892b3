import assert from "node:assert/strict";
import { slowAfterMs, SlowWatch } from "../../../../src/fleet/polling/slowWatch";
import { FakeClock } from "../../../builders/fakeClock";
import { settle } from "../../../builders/settle";

function createWatch(answers: (boolean | undefined)[] = []) {
  const clock = new FakeClock();
  const told: string[] = [];
  let checks = 0;
  const watch: SlowWatch = new SlowWatch(clock, {
    onDidChange: () => told.push(watch.isSlow ? "slow" : "not slow"),
    isReachable: () => Promise.resolve(answers[checks++]),
    onLost: () => told.push("lost"),
  });
  const advance = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return { watch, clock, told, advance, checks: () => checks };
}

describe("SlowWatch", () => {
  it("tells that a request has come to take long, and when it has ended", async () => {
    const { watch, told, advance } = createWatch();
    watch.begin();
    await advance(slowAfterMs - 1);
    assert.deepEqual(told, []);
    await advance(1);
    assert.deepEqual(told, ["slow"]);
    watch.end();
    assert.deepEqual(told, ["slow", "not slow"]);
  });

  it("says nothing of requests that end in time, one after the other", async () => {
    const { watch, told, clock, advance } = createWatch();
    for (let request = 0; request < 5; request++) {
      watch.begin();
      await advance(slowAfterMs - 1);
      watch.end();
    }
    assert.deepEqual([told, clock.pending], [[], 0]);
  });

  it("asks again and again whether a busy server is still there", async () => {
    const { watch, told, advance, checks } = createWatch([true, undefined, true]);
    watch.begin();
    await advance(slowAfterMs);
    await advance(20_000);
    await advance(20_000);
    assert.deepEqual([checks(), told], [3, ["slow"]]);
  });

  it("gives the request up when the server is gone", async () => {
    const { watch, told, advance, checks } = createWatch([true, false]);
    watch.begin();
    await advance(slowAfterMs);
    await advance(20_000);
    assert.deepEqual(told, ["slow", "lost"]);
    await advance(60_000);
    assert.equal(checks(), 2);
  });

  it("does not take a late answer about an earlier request for one about the next", async () => {
    const { watch, told, clock } = createWatch([false]);
    watch.begin();
    clock.advance(slowAfterMs);
    watch.begin();
    await settle();
    assert.deepEqual(told, ["slow", "not slow"]);
  });

  it("holds no timer once it is disposed", async () => {
    const { watch, clock, told, advance } = createWatch([true]);
    watch.begin();
    await advance(slowAfterMs);
    watch.dispose();
    assert.equal(clock.pending, 0);
    assert.deepEqual(told, ["slow"]);
  });
});
