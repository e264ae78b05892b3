import assert from "node:assert/strict";
import { type Reachability } from "../../../../src/komari/reachability";
import { SlowWatch } from "../../../../src/fleet/polling/slowWatch";
import { handleUnexpectedErrors } from "../../../../src/util/unexpectedErrors";
import { FakeClock } from "../../../builders/fakeClock";
import { settle } from "../../../builders/settle";

const slowAfterMs = 10_000;
const minCompareMs = 8_000;
const firstCheckMs = 4_000;

function createWatch(responses: Reachability[] = []) {
  const clock = new FakeClock();
  const reported: string[] = [];
  const ways: ("alive" | "dead" | "closed")[] = [];
  const compared: number[] = [];
  const began = clock.now();
  let checks = 0;
  const watch: SlowWatch = new SlowWatch(clock, {
    onDidChange: () => reported.push(watch.isSlow ? "slow" : "not slow"),
    reach: () => Promise.resolve(responses[checks++] ?? "there"),
    compare: () => {
      compared.push(clock.now() - began);
      return Promise.resolve(ways.shift() ?? "alive");
    },
    onLost: () => reported.push("lost"),
  });
  const advance = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return { watch, clock, reported, advance, ways, compared, checks: () => checks };
}

describe("SlowWatch", () => {
  it("reports a check that throws, and checks again", async () => {
    const reported: unknown[] = [];
    const handler = handleUnexpectedErrors((error) => reported.push(error));
    const clock = new FakeClock();
    const error = new Error("a bug");
    let checks = 0;
    const watch = new SlowWatch(clock, {
      onDidChange: () => undefined,
      reach: () => (++checks === 1 ? Promise.reject(error) : Promise.resolve("there")),
      compare: () => Promise.resolve("alive"),
      onLost: () => undefined,
    });
    watch.begin();
    clock.advance(firstCheckMs);
    await settle();
    watch.checkNow();
    await settle();
    watch.dispose();
    handler.dispose();
    assert.equal(checks, 2);
    assert.deepEqual(reported, [error]);
  });

  it("reports that a request has come to take long, and when it has ended", async () => {
    const { watch, reported, advance } = createWatch();
    watch.begin();
    await advance(slowAfterMs - 1);
    assert.deepEqual(reported, []);
    await advance(1);
    assert.deepEqual(reported, ["slow"]);
    watch.end();
    assert.deepEqual(reported, ["slow", "not slow"]);
  });

  it("says nothing of requests that end in time, one after the other", async () => {
    const { watch, reported, clock, advance } = createWatch();
    for (let request = 0; request < 5; request++) {
      watch.begin();
      await advance(slowAfterMs - 1);
      watch.end();
    }
    assert.deepEqual([reported, clock.pending], [[], 0]);
  });

  it("checks again and again whether a busy server is still there", async () => {
    const { watch, reported, advance, checks, compared } = createWatch();
    watch.begin();
    for (const pauseMs of [firstCheckMs, minCompareMs - firstCheckMs, 20_000, 20_000]) {
      await advance(pauseMs);
    }
    assert.deepEqual([checks(), reported], [4, ["slow"]]);
    assert.deepEqual(compared, [8_000, 28_000, 48_000]);
  });

  it("gives the request up when the server is gone", async () => {
    const { watch, reported, advance, checks } = createWatch(["there", "gone"]);
    watch.begin();
    await advance(firstCheckMs);
    await advance(minCompareMs - firstCheckMs);
    assert.deepEqual(reported, ["lost"]);
    await advance(60_000);
    assert.equal(checks(), 2);
  });

  it("compares the way with a fresh one at once where POST has no response", async () => {
    for (const response of ["silent", "unknown"] as const) {
      const { watch, advance, compared } = createWatch([response]);
      watch.begin();
      await advance(firstCheckMs);
      assert.deepEqual(compared, [4_000]);
    }
  });

  it("takes a server for gone where neither POST nor a fresh way has a response", async () => {
    const { watch, reported, advance, ways } = createWatch(["silent"]);
    ways.push("closed");
    watch.begin();
    await advance(firstCheckMs);
    assert.deepEqual(reported, ["lost"]);
  });

  it("compares only after twice the time that requests took lately", async () => {
    const { watch, advance, compared } = createWatch();
    watch.begin();
    await advance(12_000);
    watch.recordResponse();
    watch.begin();
    await advance(firstCheckMs);
    await advance(20_000);
    assert.deepEqual(compared, [12_000, 12_000 + 24_000]);
  });

  it("checks at once when it has to", async () => {
    const { watch, reported, checks } = createWatch(["gone"]);
    watch.checkNow();
    assert.equal(checks(), 0, "nothing is under way");
    watch.begin();
    watch.checkNow();
    await settle();
    assert.deepEqual(reported, ["lost"]);
  });

  it("does not take a late response about an earlier request for one about the next", async () => {
    const { watch, reported, clock } = createWatch(["gone"]);
    watch.begin();
    clock.advance(slowAfterMs);
    watch.begin();
    await settle();
    assert.deepEqual(reported, ["slow", "not slow"]);
  });

  it("holds no timer once it is disposed", async () => {
    const { watch, clock, reported, advance } = createWatch(["there"]);
    watch.begin();
    await advance(slowAfterMs);
    watch.dispose();
    assert.equal(clock.pending, 0);
    assert.deepEqual(reported, ["slow"]);
  });
});
