import assert from "node:assert/strict";
import { maxQuickAttempts, maxWatchedDelayMs } from "../../../src/rpc/backoff";
import { errorOf, machine, openMachine } from "../../builders/reconnectMachine";

/** A machine that has failed so often, as a server does that is away for long. */
function failedMachine(code: "unreachable" | "notRpcEndpoint", times: number, isWatched: boolean) {
  const failed = machine();
  const { state, send } = failed;
  state.isWatched = isWatched;
  send({ kind: "connect" });
  for (let attempt = 1; ; attempt += 1) {
    send({ kind: "dialFailed", error: errorOf(code) });
    send({ kind: "probeFailed", error: errorOf(code) });
    if (attempt === times) return failed;
    send({ kind: "timer" });
  }
}

describe("reduce: while somebody looks", () => {
  it("tries again within 3 s, however long the server is away", () => {
    for (const times of [1, 5, 1_000]) {
      const delayMs = failedMachine("unreachable", times, true).delay();
      assert.ok(delayMs !== undefined && delayMs <= maxWatchedDelayMs, `${delayMs} ms`);
    }
    assert.equal(failedMachine("unreachable", 1_000, false).delay(), 30_000);
  });

  it("tries what rarely passes as soon only for about two minutes", () => {
    assert.equal(failedMachine("notRpcEndpoint", maxQuickAttempts, true).delay(), 3_000);
    assert.equal(failedMachine("notRpcEndpoint", maxQuickAttempts + 1, true).delay(), 300_000);
  });

  it("tries at once when somebody begins to look, unless the server has set the time", () => {
    const { state, send } = failedMachine("unreachable", 9, false);
    assert.deepEqual(send({ kind: "watched" }), ["stopTimer", "dial"]);
    assert.equal(state.phase.kind, "dialling");
  });
});

describe("reduce: on waking", () => {
  it("checks a socket that is open", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "wake" }), ["check"]);
    assert.equal(state.phase.kind, "open");
  });

  it("starts an attempt from before a sleep again, and leaves one that has just begun", () => {
    const { state, send } = machine();
    send({ kind: "connect" });
    assert.deepEqual(send({ kind: "wake" }), []);
    state.now += 60_000;
    assert.deepEqual(send({ kind: "wake" }), ["hangUp", "dial"]);
    send({ kind: "dialFailed", error: errorOf("unreachable") });
    state.now += 60_000;
    assert.deepEqual(send({ kind: "wake" }), ["cancelProbe", "dial"]);
  });
});
