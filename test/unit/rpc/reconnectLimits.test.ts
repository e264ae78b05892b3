import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { errorOf, lost, machine, openMachine } from "../../builders/reconnectMachine";

const healthyAfterMs = 30_000;

describe("reduce: an idle socket", () => {
  it("is replaced at once when it is cut after a healthy time", () => {
    const { state, send } = openMachine();
    state.now += healthyAfterMs;
    assert.deepEqual(send({ kind: "idleSocketLost", error: lost }), ["dial"]);
    assert.equal(state.phase.kind, "reopening");
    assert.deepEqual(send({ kind: "dialled" }), []);
    assert.deepEqual(state.phase, { kind: "open", attempt: 1, since: state.now });
  });

  it("counts as lost if it was short-lived", () => {
    const { state, send } = openMachine();
    state.now += healthyAfterMs - 1;
    assert.deepEqual(send({ kind: "idleSocketLost", error: lost }), ["probe"]);
    assert.equal(state.phase.kind, "probing");
  });

  it("is reported as lost if it cannot be replaced", () => {
    const { state, send } = openMachine();
    state.now += healthyAfterMs;
    send({ kind: "idleSocketLost", error: lost });
    assert.deepEqual(send({ kind: "dialFailed", error: errorOf("unreachable") }), ["probe"]);
    assert.deepEqual(send({ kind: "probeFailed", error: errorOf("unreachable") }), ["startTimer"]);
    assert.equal(state.phase.kind, "waiting");

    const refused = openMachine();
    refused.state.now += healthyAfterMs;
    refused.send({ kind: "idleSocketLost", error: lost });
    refused.send({ kind: "dialFailed", error: errorOf("unauthorized") });
    assert.equal(refused.state.phase.kind, "stopped");
  });

  it("lets go of the next one under way", () => {
    for (const kind of ["disconnect", "reconnect"] as const) {
      const { state, send } = openMachine();
      state.now += healthyAfterMs;
      send({ kind: "idleSocketLost", error: lost });
      assert.equal(send({ kind })[0], "hangUp");
    }
  });
});

describe("reduce: a server that asks for a pause", () => {
  const busy = (retryAfterMs?: number) => new RpcLocalError("busy", "HTTP 429", { retryAfterMs });

  it("gets no request during that time, even when the window regains focus", () => {
    const { state, send, delay } = machine();
    send({ kind: "connect" });
    send({ kind: "dialFailed", error: busy() });
    send({ kind: "probeFailed", error: busy(90_000) });
    assert.equal(delay(), 90_000);
    assert.ok(state.phase.kind === "waiting");
    assert.equal(state.phase.retryAt, state.now + 90_000);
    assert.deepEqual(send({ kind: "wake" }), []);
    assert.deepEqual(send({ kind: "reconnect" }), ["stopTimer", "dial"], "on request only");
  });

  it("is used by POST if it refuses a socket, which is retried after the time that it names", () => {
    const { state, send, delay } = machine();
    send({ kind: "connect" });
    assert.deepEqual(send({ kind: "dialFailed", error: busy() }), ["probe"]);
    send({ kind: "probed" });
    assert.equal(state.phase.kind, "openHttp");
    send({ kind: "timer" });
    send({ kind: "dialFailed", error: busy(900_000) });
    assert.equal(delay(), 900_000);
    send({ kind: "timer" });
    const maintenance = new RpcLocalError("unreachable", "HTTP 503", { retryAfterMs: 600_000 });
    send({ kind: "dialFailed", error: maintenance });
    assert.equal(delay(), 600_000);
  });
});
