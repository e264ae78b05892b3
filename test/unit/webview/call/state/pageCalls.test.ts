import assert from "node:assert/strict";
import { PageCalls } from "../../../../../webview/call/state/pageCalls";

const running = (server: string) => ({ server, state: "running" as const });
const ok = (server: string) => ({ server, state: "ok" as const, json: "1" });

describe("PageCalls", () => {
  let calls: PageCalls;

  beforeEach(() => {
    calls = new PageCalls(() => undefined);
  });
  // Stops the timer.
  afterEach(() => {
    for (const { id } of calls.pending) calls.complete({ id });
  });

  const pendingIds = () => calls.pending.map(({ id }) => id);

  it("counts the time of a call from when it was sent", () => {
    calls.add(1);
    assert.equal(calls.pending[0]?.sentAt, undefined);
    calls.markSent(1);
    assert.notEqual(calls.pending[0]?.sentAt, undefined);
  });

  it("adds a call that was sent before the page was loaded again", () => {
    calls.markSent(3);
    calls.setProgress(3, 7);
    calls.setProgress(4, 9);
    assert.deepEqual(
      calls.pending.map(({ id, bytes }) => [id, bytes]),
      [[3, 7]],
    );
  });

  it("does not make a completed call pending again", () => {
    calls.add(1);
    calls.complete({ id: 1 });
    calls.markSent(1);
    assert.deepEqual(pendingIds(), []);
  });

  it("keeps the response to the newest call", () => {
    for (const id of [1, 2]) calls.add(id);
    assert.deepEqual(calls.complete({ id: 2 }), { isNewest: true, wasPending: true });
    assert.equal(calls.isOutdated, false);
    assert.deepEqual(calls.complete({ id: 1 }), { isNewest: false, wasPending: true });
  });

  it("is outdated while a newer call than that of the response shown is pending", () => {
    calls.complete({ id: undefined });
    assert.equal(calls.isOutdated, false);
    calls.add(1);
    assert.equal(calls.isOutdated, true);
  });

  it("fills in the rows of several servers one by one, and is pending until the last", () => {
    assert.deepEqual(calls.startServers(1, ["a", "b"]), [running("a"), running("b")]);
    assert.deepEqual(calls.setServerRow(1, 1, ok("b")), [running("a"), ok("b")]);
    assert.deepEqual([pendingIds(), calls.isOutdated], [[1], false]);
    assert.deepEqual(calls.setServerRow(1, 0, ok("a")), [ok("a"), ok("b")]);
    assert.deepEqual(pendingIds(), []);
  });

  it("shows no rows once the response to a newer call is there, and still completes them", () => {
    calls.startServers(1, ["a"]);
    calls.complete({ id: 2 });
    assert.equal(calls.setServerRow(1, 0, ok("a")), undefined);
    assert.deepEqual(pendingIds(), []);
  });

  it("ignores rows of a run that it does not know", () => {
    assert.equal(calls.setServerRow(1, 0, ok("a")), undefined);
  });
});
