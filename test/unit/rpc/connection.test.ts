import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Connection } from "../../../src/rpc/connection";
import { RpcLocalError } from "../../../src/rpc/errors";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { fakeConnectionParts, inertTransport } from "../../builders/fakeConnectionParts";

const healthyAfterMs = 30_000;

const refused = { code: "forbidden", detail: "HTTP 403" } as const;
const gone = { code: "connectionLost", detail: "gone" } as const;

function setUp() {
  const parts = fakeConnectionParts();
  const clock = new FakeClock();
  const connection = new Connection({ ...parts, clock, random: () => 0, logger: silentLogger });
  const states: string[] = [];
  connection.onDidChangeState((state) => {
    states.push(state.kind === "open" ? `open ${state.transport}` : state.kind);
  });
  return { ...parts, clock, connection, states };
}

describe("Connection: comparing a mute socket with a fresh one", () => {
  const options = () => {
    const seen = { dead: 0 };
    const controller = new AbortController();
    return { seen, onDead: () => (seen.dead += 1), signal: controller.signal, controller };
  };

  it("puts the fresh socket in the place of a dead one, which ends when its calls have", async () => {
    const { connection, ...parts } = setUp();
    connection.handle({ kind: "connect" });
    let retired = 0;
    parts.open({ ...inertTransport(), retire: () => (retired += 1) });
    const { seen, ...rest } = options();
    const compared = connection.compareSocket(() => Promise.resolve(true), rest);
    const fresh = parts.open();
    assert.equal(await compared, "dead");
    assert.equal(connection.socket, fresh);
    assert.deepEqual([seen.dead, retired], [1, 1]);
    parts.dials[0]?.events.onLost({ code: "connectionLost", detail: "" }, false);
    assert.equal(connection.socket, fresh, "the loss of the old one changes nothing");
    parts.dials[1]?.events.onLost({ code: "connectionLost", detail: "" }, false);
    assert.equal(connection.socket, undefined);
  });

  it("keeps a socket that is alive, on which a message came, or of which nothing can be said", async () => {
    const verdicts: [string, (mute: { messages: number }) => Promise<boolean>][] = [
      ["alive", () => Promise.resolve(false)],
      ["a message came", (mute) => Promise.resolve((mute.messages += 1) > 0)],
      ["no verdict", () => Promise.reject(new Error("failed"))],
    ];
    for (const [what, verdict] of verdicts) {
      const { connection, ...parts } = setUp();
      connection.handle({ kind: "connect" });
      const mute = { ...inertTransport(), messages: 0 };
      parts.open(mute);
      const { seen, ...rest } = options();
      const compared = connection.compareSocket(() => verdict(mute), rest);
      parts.open();
      assert.equal(await compared, "alive", what);
      assert.equal(connection.socket, mute);
      assert.equal(parts.dials[1]?.closedWith?.code, "aborted");
      assert.equal(seen.dead, 0);
    }
  });

  it("says when no fresh socket can be had, and when there is none to compare", async () => {
    const { connection, ...parts } = setUp();
    const rest = options();
    assert.equal(await connection.compareSocket(() => Promise.resolve(true), rest), "none");
    connection.handle({ kind: "connect" });
    parts.open();
    const compared = connection.compareSocket(() => Promise.resolve(true), rest);
    parts.lastDial().events.onFail({ code: "unreachable", detail: "" });
    assert.equal(await compared, "closed");
  });
});

describe("Connection", () => {
  it("opens a socket and gives it out", () => {
    const { connection, states, open } = setUp();
    connection.handle({ kind: "connect" });
    assert.equal(connection.socket, undefined);
    const socket = open();
    assert.equal(connection.socket, socket);
    assert.deepEqual(states, ["connecting", "open webSocket"]);
  });

  it("comes back after a loss when its time has come", () => {
    const { clock, connection, states, open, dials, lastDial } = setUp();
    connection.handle({ kind: "connect" });
    open();
    clock.advance(healthyAfterMs);
    lastDial().events.onLost(gone, false);
    assert.equal(connection.socket, undefined);
    const { state } = connection;
    assert.ok(state.kind === "waiting" && state.error instanceof RpcLocalError);
    assert.equal(state.error.code, "connectionLost");
    assert.equal(state.retryAt, clock.now() + 500);
    clock.advance(499);
    assert.equal(dials.length, 1);
    clock.advance(1);
    assert.equal(dials.length, 2);
    open();
    assert.deepEqual(states, [
      "connecting",
      "open webSocket",
      "waiting",
      "connecting",
      "open webSocket",
    ]);
    assert.equal(clock.pending, 0);
  });

  it("replaces a socket that was cut while idle, and reports only that", () => {
    const { clock, connection, states, open, dials, lastDial } = setUp();
    const reopened: string[] = [];
    connection.onDidReopen(() => reopened.push(connection.state.kind));
    connection.handle({ kind: "connect" });
    open();
    clock.advance(90_000);
    lastDial().events.onLost(gone, true);
    assert.deepEqual([connection.socket, dials.length, reopened.length], [undefined, 2, 0]);
    const socket = open();
    assert.equal(connection.socket, socket);
    assert.deepEqual(reopened, ["open"]);
    assert.deepEqual(states, ["connecting", "open webSocket"]);
  });

  it("goes over POST when the socket is refused and tries it again without a flicker", async () => {
    const { clock, connection, states, open, lastDial, lastProbe } = setUp();
    connection.handle({ kind: "connect" });
    lastDial().events.onFail(refused);
    lastProbe().response("works");
    await setImmediate();
    assert.deepEqual(states, ["connecting", "open http"]);
    clock.advance(5 * 60_000);
    lastDial().events.onFail(refused);
    clock.advance(5 * 60_000);
    assert.deepEqual(states, ["connecting", "open http"]);
    open();
    assert.deepEqual(states, ["connecting", "open http", "open webSocket"]);
  });

  it("reports why neither way is open", async () => {
    const { connection, lastDial, lastProbe } = setUp();
    connection.handle({ kind: "connect" });
    lastDial().events.onFail(refused);
    lastProbe().response(undefined);
    await setImmediate();
    const { state } = connection;
    assert.ok(state.kind === "waiting" && state.error instanceof RpcLocalError);
    assert.equal(state.error.code, "forbidden");
  });

  it("closes what it leaves, and does not hear a cancelled probe", async () => {
    const { connection, states, lastDial, lastProbe } = setUp();
    connection.handle({ kind: "connect" });
    const first = lastDial();
    first.events.onFail(refused);
    const probe = lastProbe();
    connection.handle({ kind: "disconnect" });
    assert.ok(probe.signal.aborted);
    probe.response("works");
    await setImmediate();
    connection.handle({ kind: "connect" });
    const second = lastDial();
    connection.handle({ kind: "reconnect" });
    assert.equal(second.closedWith?.code, "connectionLost");
    assert.deepEqual(states, ["connecting", "idle", "connecting"]);
  });

  it("takes what a listener asks for after what is going on", () => {
    const { connection, states, lastDial, open } = setUp();
    connection.onDidChangeState((state) => {
      if (state.kind === "open") connection.handle({ kind: "disconnect" });
    });
    connection.handle({ kind: "connect" });
    open();
    assert.deepEqual(states, ["connecting", "open webSocket", "idle"]);
    assert.equal(lastDial().closedWith?.code, "connectionLost");
  });

  it("ends silently, closing the socket with the reason given", () => {
    const { clock, connection, states, open, lastDial } = setUp();
    connection.handle({ kind: "connect" });
    open();
    connection.end({ code: "disposed", detail: "" });
    assert.equal(lastDial().closedWith?.code, "disposed");
    assert.deepEqual(states, ["connecting", "open webSocket"]);
    assert.equal(connection.state.kind, "idle");
    assert.equal(clock.pending, 0);
  });
});
