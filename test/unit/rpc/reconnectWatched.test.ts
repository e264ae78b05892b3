import assert from "node:assert/strict";
import { type LocalErrorCode } from "../../../src/rpc/errors";
import { errorOf, machine, openMachine } from "../../builders/reconnectMachine";

const maxWatchedDelayMs = 4_000;
const maxQuickAttempts = 40;

/** A machine that has failed so often, as a server does that is away for long. */
function failedMachine(code: LocalErrorCode, times: number, isWatched: boolean) {
  const failed = machine();
  const { state, send, fail } = failed;
  state.isWatched = isWatched;
  send({ kind: "connect" });
  for (let attempt = 1; ; attempt += 1) {
    fail(code);
    if (attempt === times) return failed;
    send({ kind: "timer" });
  }
}

describe("reduce: while the user looks", () => {
  it("tries again within 4 s, however long the server is away", () => {
    for (const times of [1, 5, 1_000]) {
      const delayMs = failedMachine("unreachable", times, true).delay();
      assert.ok(delayMs !== undefined && delayMs <= maxWatchedDelayMs, `${delayMs} ms`);
    }
    assert.equal(failedMachine("unreachable", 1_000, false).delay(), 30_000);
  });

  it("tries what rarely passes as soon only for about two minutes", () => {
    assert.equal(failedMachine("notRpcEndpoint", maxQuickAttempts, true).delay(), 4_000);
    assert.equal(failedMachine("notRpcEndpoint", maxQuickAttempts + 1, true).delay(), 300_000);
  });

  it("pauses for a second after an attempt that timed out, and took long by itself", () => {
    assert.equal(failedMachine("timeout", 9, true).delay(), 1_000);
  });

  it("tries at once when the user begins to look, unless the server has set the time", () => {
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

describe("reduce: a mute socket", () => {
  it("is given up for POST, without a message", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "socketMute", error: errorOf("connectionLost") }), [
      "hangUp",
      "probe",
    ]);
    send({ kind: "probed" });
    assert.equal(state.phase.kind, "openHttp");
  });
});

describe("reduce: POST beside a socket under way", () => {
  function slowMachine() {
    const slow = machine();
    slow.send({ kind: "connect" });
    assert.deepEqual(slow.send({ kind: "dialSlow" }), ["probe"]);
    return slow;
  }

  it("serves while the socket takes long, which replaces it when it opens", () => {
    const { state, send } = slowMachine();
    assert.deepEqual(send({ kind: "probed" }), []);
    assert.equal(state.phase.kind, "openHttp");
    assert.deepEqual(send({ kind: "dialled" }), []);
    assert.equal(state.phase.kind, "open");
  });

  it("is not waited for when the socket opens, and is when the socket fails", () => {
    assert.deepEqual(slowMachine().send({ kind: "dialled" }), ["cancelProbe"]);
    const { state, send } = slowMachine();
    assert.deepEqual(send({ kind: "dialFailed", error: errorOf("timeout") }), []);
    assert.equal(state.phase.kind, "probing");
    assert.deepEqual(send({ kind: "probed" }), ["startTimer"]);
    assert.equal(state.phase.kind, "openHttp");
  });

  it("is asked once for each socket", () => {
    const { state, send } = slowMachine();
    send({ kind: "probeFailed", error: errorOf("unreachable") });
    assert.deepEqual(send({ kind: "dialFailed", error: errorOf("timeout") }), ["startTimer"]);
    assert.ok(state.phase.kind === "waiting");
    assert.deepEqual(state.phase.error, errorOf("unreachable"), "POST says more");
  });

  it("is asked at every other retry while the socket fails as POST did", () => {
    const { send, fail } = machine();
    send({ kind: "connect" });
    const requested = [1, 2, 3, 4].map(() => {
      const isAsked = send({ kind: "dialFailed", error: errorOf("forbidden") }).includes("probe");
      if (isAsked) send({ kind: "probeFailed", error: errorOf("forbidden") });
      send({ kind: "timer" });
      return isAsked;
    });
    assert.deepEqual(requested, [true, false, true, false]);
    fail("forbidden");
    send({ kind: "timer" });
    const other = send({ kind: "dialFailed", error: errorOf("notRpcEndpoint") });
    assert.deepEqual(other, ["probe"], "another failure may be of sockets alone");
  });

  it("is asked again at once when the user is back", () => {
    const { send, fail } = machine();
    send({ kind: "connect" });
    fail("forbidden");
    send({ kind: "wake" });
    assert.deepEqual(send({ kind: "dialFailed", error: errorOf("forbidden") }), ["probe"]);
  });
});
