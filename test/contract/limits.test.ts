import assert from "node:assert/strict";
import { type Credential } from "../../src/komari/credential";
import { login, logout } from "../../src/komari/login";
import { problemOf } from "../../src/komari/problem";
import { productOf } from "../../src/komari/product";
import { Session, type SessionState } from "../../src/komari/session";
import { RpcClient } from "../../src/rpc/client";
import { pingIntervalMs } from "../../src/rpc/heartbeat";
import { socketRetryMs } from "../../src/rpc/reconnect";
import { FakeClock } from "../builders/fakeClock";
import { anEndpoint } from "../builders/rpcEndpoint";
import { settle } from "../builders/settle";
import { patienceMs } from "../runner/patience";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";

const apiKey: Credential = { kind: "apiKey", apiKey: credentials.apiKey };
const account = { username: credentials.username, password: credentials.password };
const reading = { timeoutMs: 60_000, readOnly: true };
const pingStats = "public:getPingMetricStats";

describe("Session with a server that has limits", () => {
  let clock: FakeClock;
  let simulator: Simulator;
  let session: Session;
  let states: SessionState[];
  beforeEach(async () => {
    clock = new FakeClock();
    simulator = await startSimulator({ profile: "nekomari", nodes: 20, clock });
  });
  afterEach(async () => {
    session.dispose();
    await simulator.stop();
  });

  /** Lets time pass in steps, and all that it brings about, until something is so. */
  async function until(isSo: () => boolean, stepMs = 0): Promise<void> {
    const giveUpAt = Date.now() + patienceMs;
    while (!isSo()) {
      assert.ok(Date.now() < giveUpAt, "it does not come");
      clock.advance(stepMs);
      await settle();
    }
  }

  async function outcome(promise: Promise<unknown>, stepMs = 100): Promise<unknown> {
    const outcomes: unknown[] = [];
    void promise
      .catch((error: unknown) => error)
      .then((value) => {
        outcomes.push(value);
      });
    await until(() => outcomes.length > 0, stepMs);
    return outcomes[0];
  }

  const problemCode = async (promise: Promise<unknown>): Promise<string> =>
    problemOf(await outcome(promise), session.credential).code;

  async function start(credential = apiKey): Promise<Session> {
    states = [];
    session = new Session({
      baseUrl: simulator.url,
      tls: {},
      credential,
      maxResponseBytes: 2 ** 24,
      clock,
      random: () => 0,
      createClient: (endpoint) => new RpcClient(endpoint, { clock, random: () => 0 }),
    });
    session.onDidChangeState((state) => states.push(state));
    session.start();
    await until(() => session.state.kind === "ready");
    states.length = 0;
    return session;
  }

  const transport = () => (session.state.kind === "ready" ? session.state.transport : undefined);
  const warning = () => (session.state.kind === "ready" ? session.state.warning : undefined);

  it("is recognized by its methods", async () => {
    const { state } = await start();
    assert.ok(state.kind === "ready");
    assert.equal(productOf(state.identity.methods), "nekomari");
  });

  /** Lets `beats` of the heartbeat pass, each with all that it sends back and forth. */
  async function idle(beats: number): Promise<void> {
    for (let beat = 0; beat < beats; beat += 1) {
      clock.advance(pingIntervalMs);
      // By POST, and later than the frames: when it is answered, so are they.
      await session.calls.call("rpc.version", undefined, reading);
      await session.calls.call("rpc.version", undefined, reading);
    }
  }

  for (const answersNotifications of [true, false]) {
    it(`keeps an idle socket open, ${answersNotifications ? "with" : "without"} responses to notifications`, async () => {
      simulator.knobs.answersNotifications = answersNotifications;
      await start();
      simulator.journal.clear();
      await idle(9);
      assert.equal(simulator.journal.openSockets, 1);
      assert.deepEqual(states, []);
      assert.equal(simulator.journal.count("rpc.ping", "ws"), 4);
    });
  }

  it("receives no keep-alive messages while calls are made", async () => {
    await start();
    simulator.journal.clear();
    for (let beat = 0; beat < 6; beat += 1) {
      await idle(1);
      await session.api.latestStatus();
    }
    assert.equal(simulator.journal.count("rpc.ping", "ws"), 0);
  });

  it("may cut an idle socket sooner: it is replaced without a state change", async () => {
    simulator.knobs.idleMax = 35_000;
    await start();
    await idle(2);
    await until(() => simulator.journal.socketsOpened === 2);
    await until(() => states.length > 0);
    assert.deepEqual(
      states.map(({ kind }) => kind),
      ["ready"],
      "the role was proven again",
    );
    assert.equal(simulator.journal.openSockets, 1);
    assert.ok((await session.api.latestStatus()).size > 0);
  });

  it("never gets more than four queries at a time", async () => {
    Object.assign(simulator.knobs, { queryWait: 0, slow: { [pingStats]: 1000 } });
    const { api } = await start();
    const uuids = [...(await api.latestStatus()).keys()].slice(0, 10);
    simulator.journal.clear();
    const all = Promise.all(uuids.map((uuid) => api.pingStats({ uuid, hours: 1 })));
    await until(() => simulator.journal.count(pingStats) === 4);
    await settle();
    assert.equal(simulator.journal.count(pingStats), 4, "at a time");
    const results = await outcome(all);
    assert.ok(Array.isArray(results) && results.length === uuids.length, String(results));
    assert.equal(simulator.journal.count(pingStats), uuids.length, "none was refused");
  });

  const busy = [
    { code: -32602, message: "query capacity reached; retry later" },
    { code: -32051, message: "too many concurrent history queries" },
    { code: -32011, message: "query deadline exceeded" },
  ];
  for (const queryBusy of busy) {
    it(`gets a retry when it is busy (${queryBusy.code}), and is reported as busy after that`, async () => {
      Object.assign(simulator.knobs, { queryPlaces: 0, queryWait: 0, queryBusy });
      const { api } = await start();
      const [uuid = ""] = (await api.latestStatus()).keys();
      assert.equal(await problemCode(api.pingStats({ uuid, hours: 1 })), "busy");
      assert.equal(simulator.journal.count(pingStats), 5);
      const later = api.pingStats({ uuid, hours: 1 });
      await until(() => simulator.journal.count(pingStats) === 6);
      simulator.knobs.queryPlaces = 4;
      assert.ok(Array.isArray(await outcome(later)));
      assert.deepEqual(states, [], "the session is well");
    });
  }

  it("is used by POST while it refuses a socket, and by a socket as soon as possible", async () => {
    simulator.knobs.socketMax = 0;
    await start();
    assert.deepEqual([transport(), warning()], ["http", undefined]);
    assert.ok((await session.api.latestStatus()).size > 0);
    simulator.knobs.socketMax = 256;
    clock.advance(socketRetryMs.min);
    await until(() => transport() === "webSocket");
    assert.ok(states.every(({ kind }) => kind === "ready"));
  });

  it("refuses a large request with a clear error, and keeps its socket", async () => {
    await start();
    const params = JSON.stringify({ text: "x".repeat(2 ** 20) });
    for (const readOnly of [true, false]) {
      const call = session.calls.call("common:getNodes", params, { ...reading, readOnly });
      assert.equal(await problemCode(call), "requestTooLarge");
    }
    assert.deepEqual([states, simulator.journal.openSockets], [[], 1]);
  });

  it("throttles sign-ins with an error that has the time to wait", async () => {
    await start();
    const endpoint = anEndpoint(simulator.url);
    const wrong = { ...account, password: "wrong" };
    for (let count = 0; count < simulator.knobs.loginMax; count += 1) {
      assert.deepEqual(await login(endpoint, wrong), { ok: false, reason: "invalidCredentials" });
    }
    assert.deepEqual(await login(endpoint, account), {
      ok: false,
      reason: "tooManyAttempts",
      retryAfterMs: 300_000,
    });
  });

  it("closes the socket of an expired session: the user has to sign in, and writes are sent once", async () => {
    const token = simulator.signIn();
    await start({ kind: "session", token });
    await logout(anEndpoint(simulator.url), token);
    simulator.journal.clear();
    // The socket ends in place of a response, and statuses are asked for once.
    await assert.rejects(session.api.latestStatus(), { code: "connectionLost" });
    await until(() => warning() !== undefined, 100);
    assert.equal(warning(), "signedOut");
    const write = session.calls.call("admin:editSettings", "{}", { ...reading, readOnly: false });
    assert.equal(await problemCode(write), "permissionDenied");
    assert.equal(simulator.journal.count("admin:editSettings"), 1);
  });

  it("distinguishes an agent's denied file access from a lost sign-in", async () => {
    const { api } = await start({ kind: "session", token: simulator.signIn() });
    const { nodes } = await api.nodes();
    const codes = new Set<string>();
    for (const { uuid } of nodes) {
      const params = JSON.stringify({ uuid, path: "/root" });
      codes.add(await problemCode(session.calls.call("admin:fileList", params, reading)));
    }
    assert.deepEqual([...codes].sort(), ["agentDenied", "agentOffline", "agentOutdated"]);
    assert.deepEqual([states, warning()], [[], undefined]);
  });
});
