import assert from "node:assert/strict";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { errorOf, httpMachine, lost, machine, openMachine } from "../../builders/reconnectMachine";

const healthyAfterMs = 30_000;

describe("reduce: connecting", () => {
  it("dials, and is open when that succeeds", () => {
    const { state, send } = machine();
    assert.deepEqual(send({ kind: "connect" }), ["dial"]);
    assert.deepEqual(state.phase, { kind: "dialling", attempt: 1, since: state.now });
    assert.deepEqual(send({ kind: "dialled" }), []);
    assert.equal(state.phase.kind, "open");
  });

  it("connects once", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "connect" }), []);
    assert.equal(state.phase.kind, "open");
  });

  it("asks POST when the socket is refused", () => {
    for (const code of ["forbidden", "notRpcEndpoint", "unreachable", "timeout"] as const) {
      const { state, send } = machine();
      send({ kind: "connect" });
      assert.deepEqual(send({ kind: "dialFailed", error: errorOf(code) }), ["probe"]);
      assert.equal(state.phase.kind, "probing");
    }
  });

  it("does not ask POST what it would only repeat", () => {
    const ends = {
      unauthorized: "stopped",
      certificate: "waiting",
      installing: "waiting",
      migrating: "waiting",
    } as const;
    for (const code of ["unauthorized", "certificate", "installing", "migrating"] as const) {
      const { state, send } = machine();
      send({ kind: "connect" });
      assert.ok(!send({ kind: "dialFailed", error: errorOf(code) }).includes("probe"));
      assert.equal(state.phase.kind, ends[code], code);
    }
  });

  it("reports POST's reason, or the socket's when POST has none to tell", () => {
    const { state, send } = machine();
    send({ kind: "connect" });
    send({ kind: "dialFailed", error: errorOf("timeout") });
    send({ kind: "probeFailed", error: errorOf("notRpcEndpoint") });
    assert.ok(state.phase.kind === "waiting");
    assert.deepEqual(state.phase.error, errorOf("notRpcEndpoint"));

    const other = machine();
    other.send({ kind: "connect" });
    other.send({ kind: "dialFailed", error: errorOf("timeout") });
    other.send({ kind: "probeFailed", error: undefined });
    assert.ok(other.state.phase.kind === "waiting");
    assert.deepEqual(other.state.phase.error, errorOf("timeout"));
  });
});

describe("reduce: losing", () => {
  it("waits with growing delays and tries again", () => {
    const { state, send, fail, delay } = machine();
    send({ kind: "connect" });
    for (const expected of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      assert.deepEqual(fail("unreachable"), ["startTimer"]);
      assert.equal(delay(), expected);
      assert.ok(state.phase.kind === "waiting");
      assert.equal(state.phase.retryAt, state.now + expected);
      assert.deepEqual(send({ kind: "timer" }), ["dial"]);
    }
  });

  it("retries ever more rarely what rarely passes by itself, and never what the server refuses", () => {
    const { send, fail, delay } = machine();
    send({ kind: "connect" });
    for (const expected of [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
      fail("notRpcEndpoint");
      assert.equal(delay(), expected * 1000);
      send({ kind: "timer" });
    }
    send({ kind: "dialFailed", error: errorOf("unauthorized") });
    assert.equal(delay(), undefined);
  });

  it("waits after a healthy connection, as if it were the first try", () => {
    const { state, send, delay } = openMachine();
    state.now += healthyAfterMs;
    assert.deepEqual(send({ kind: "socketLost", error: lost }), ["startTimer"]);
    assert.equal(delay(), 1000);
  });

  it("asks POST in the place of a socket that did not live long, and waits longer each time", () => {
    const { state, send, delay } = openMachine();
    for (const expected of [2000, 8000, 30_000]) {
      state.now += healthyAfterMs - 1;
      assert.deepEqual(send({ kind: "socketLost", error: lost }), ["probe"]);
      send({ kind: "probeFailed", error: errorOf("unreachable") });
      assert.equal(delay(), expected);
      send({ kind: "timer" });
      send({ kind: "dialled" });
    }
  });

  it("goes on trying when a proxy answers for a server that restarts", () => {
    const { state, send } = openMachine();
    state.now += healthyAfterMs;
    send({ kind: "socketLost", error: lost });
    send({ kind: "timer" });
    send({ kind: "dialFailed", error: errorOf("notRpcEndpoint") });
    send({ kind: "probeFailed", error: errorOf("notRpcEndpoint") });
    assert.ok(state.phase.kind === "waiting");
    assert.deepEqual(state.phase.error, errorOf("notRpcEndpoint"));
  });

  it("drops an open connection: hangs up, then waits or stops", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "drop", error: errorOf("timeout") }), ["hangUp", "startTimer"]);
    assert.equal(state.phase.kind, "waiting");
    assert.deepEqual(send({ kind: "drop", error: errorOf("unauthorized") }), []);
    assert.equal(state.phase.kind, "waiting");

    const other = openMachine();
    const denied = new RpcRemoteError(-32041, "Private site enabled", undefined);
    assert.deepEqual(other.send({ kind: "drop", error: denied }), ["hangUp"]);
    assert.deepEqual(other.state.phase, { kind: "stopped", error: denied });
  });
});

describe("reduce: on request", () => {
  it("wakes a connection that waits, not one that was refused", () => {
    const { state, send } = openMachine();
    state.now += healthyAfterMs;
    send({ kind: "socketLost", error: lost });
    assert.deepEqual(send({ kind: "wake" }), ["stopTimer", "dial"]);
    assert.equal(state.phase.kind, "dialling");
    send({ kind: "dialFailed", error: errorOf("unauthorized") });
    assert.deepEqual(send({ kind: "wake" }), []);
    assert.equal(state.phase.kind, "stopped");
  });

  it("wakes one that met something else in the server's place: the network may be another now", () => {
    const { state, send } = openMachine();
    send({ kind: "reconnect" });
    send({ kind: "dialFailed", error: errorOf("certificate") });
    assert.deepEqual(send({ kind: "wake" }), ["stopTimer", "dial"]);
    assert.deepEqual(state.phase, { kind: "dialling", attempt: 2, since: state.now });
  });

  it("reconnects from anywhere, as a first attempt", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "reconnect" }), ["hangUp", "dial"]);
    assert.deepEqual(state.phase, { kind: "dialling", attempt: 1, since: state.now });
    assert.deepEqual(send({ kind: "reconnect" }), ["hangUp", "dial"]);
    send({ kind: "dialFailed", error: errorOf("forbidden") });
    assert.deepEqual(send({ kind: "reconnect" }), ["cancelProbe", "dial"]);
    send({ kind: "dialFailed", error: errorOf("certificate") });
    assert.deepEqual(send({ kind: "reconnect" }), ["stopTimer", "dial"]);
    send({ kind: "dialFailed", error: errorOf("unauthorized") });
    assert.deepEqual(send({ kind: "reconnect" }), ["dial"]);
    assert.deepEqual(machine().send({ kind: "reconnect" }), ["dial"]);
  });

  it("disconnects to idle and lets go of everything", () => {
    assert.deepEqual(openMachine().send({ kind: "disconnect" }), ["hangUp"]);
    assert.deepEqual(httpMachine().send({ kind: "disconnect" }), ["stopTimer"]);
    const { state, send } = openMachine();
    send({ kind: "drop", error: lost });
    assert.deepEqual(send({ kind: "disconnect" }), ["stopTimer"]);
    assert.deepEqual(state.phase, { kind: "idle" });
  });
});

describe("reduce: POST in the socket's place", () => {
  it("tries the socket again with growing pauses, staying open", () => {
    const { state, send, delay } = httpMachine();
    for (const expected of [
      4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]) {
      assert.equal(state.phase.kind, "openHttp");
      assert.equal(delay(), expected);
      assert.deepEqual(send({ kind: "timer" }), ["dial"]);
      assert.equal(state.phase.kind, "openHttp");
      send({ kind: "dialFailed", error: errorOf("unauthorized") });
    }
    send({ kind: "timer" });
    assert.deepEqual(send({ kind: "dialled" }), []);
    assert.equal(state.phase.kind, "open");
  });

  it("serves again where sockets open and do not live, which are tried ever more rarely", () => {
    const { state, send, delay } = httpMachine();
    for (const expected of [16_000, 64_000, 256_000, 300_000]) {
      send({ kind: "timer" });
      send({ kind: "dialled" });
      send({ kind: "socketLost", error: lost });
      send({ kind: "probed" });
      assert.equal(state.phase.kind, "openHttp");
      assert.equal(delay(), expected);
    }
  });

  it("lets go of the socket under way when it is left", () => {
    const { send } = httpMachine();
    send({ kind: "timer" });
    assert.deepEqual(send({ kind: "drop", error: lost }), ["hangUp", "startTimer"]);
  });

  it("asks POST first when it comes back", () => {
    const { state, send } = httpMachine();
    const gone = errorOf("unreachable");
    assert.deepEqual(send({ kind: "httpLost", error: gone }), ["stopTimer", "startTimer"]);
    assert.deepEqual(send({ kind: "timer" }), ["probe"]);
    assert.deepEqual(send({ kind: "probed" }), ["startTimer"]);
    assert.equal(state.phase.kind, "openHttp");
  });

  it("goes back to the socket when POST fails as well", () => {
    const { send } = httpMachine();
    send({ kind: "httpLost", error: errorOf("unreachable") });
    send({ kind: "timer" });
    assert.deepEqual(send({ kind: "probeFailed", error: errorOf("unreachable") }), ["startTimer"]);
    assert.deepEqual(send({ kind: "timer" }), ["dial"]);

    const other = httpMachine();
    other.send({ kind: "httpLost", error: errorOf("unreachable") });
    other.send({ kind: "timer" });
    assert.deepEqual(other.send({ kind: "probeFailed", error: undefined }), ["dial"]);
  });

  it("does not learn from an open socket that POST found no server", () => {
    const { state, send } = openMachine();
    assert.deepEqual(send({ kind: "httpLost", error: errorOf("unreachable") }), []);
    assert.equal(state.phase.kind, "open");
  });
});
