import assert from "node:assert/strict";
import { loadRecords, pingRecords } from "../../../src/komari/historyKinds";
import { type Credential } from "../../../src/komari/credential";
import { inspectServer } from "../../../src/komari/inspectServer";
import { login, logout } from "../../../src/komari/login";
import { Session, type SessionState } from "../../../src/komari/session";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { profileNames } from "../../simulator/profiles/profiles";
import { credentials, type Simulator, startSimulator } from "../../simulator/simulator";

const apiKey: Credential = { kind: "apiKey", apiKey: credentials.apiKey };
const wrongKey: Credential = { kind: "apiKey", apiKey: "a-key-of-another-server" };
const guest: Credential = { kind: "guest" };
const account = { username: credentials.username, password: credentials.password };

/** The state of the wanted kind, now or as soon as it comes. */
function until<K extends SessionState["kind"]>(session: Session, kind: K) {
  type Wanted = Extract<SessionState, { readonly kind: K }>;
  const isWanted = (state: SessionState): state is Wanted => state.kind === kind;
  return new Promise<Wanted>((resolve) => {
    const listener = session.onDidChangeState(look);
    function look(state: SessionState): void {
      if (!isWanted(state)) return;
      listener.dispose();
      resolve(state);
    }
    look(session.state);
  });
}

for (const profile of profileNames) {
  describe(`a session with a simulated ${profile}`, () => {
    let simulator: Simulator;
    let session: Session | undefined;
    beforeEach(async () => (simulator = await startSimulator({ profile, nodes: 20 })));
    afterEach(async () => {
      session?.dispose();
      await simulator.stop();
    });

    function start(credential: Credential): Session {
      const { url: baseUrl } = simulator;
      session = new Session({ baseUrl, tls: {}, credential, maxResponseBytes: 2 ** 24 });
      session.start();
      return session;
    }

    it("proves the administrator, and reads everything", async () => {
      const current = start(apiKey);
      const { api } = current;
      const ready = await until(current, "ready");
      assert.equal(ready.identity.role, "admin");
      assert.equal(ready.transport, "webSocket");
      const { nodes, privileged } = await api.nodes();
      assert(privileged && nodes.length > 0);
      const statuses = await api.latestStatus();
      assert(statuses.size > 0);
      const [uuid = ""] = statuses.keys();
      assert.deepEqual([...(await api.latestStatus({ uuids: [uuid] })).keys()], [uuid]);
      assert((await api.recentStatus(uuid)).samples.every(({ time }) => time !== undefined));
      assert((await api.records(loadRecords, { uuid })).nodes.size <= 1);
      assert(Array.isArray((await api.records(pingRecords, { uuid })).series));
      const { methods } = ready.identity;
      assert.deepEqual([...(await api.helpOf([...methods])).keys()], [...methods]);
      const name = (await api.me())?.username;
      assert.equal(name, methods.has("public:queryMetrics") ? "api_key" : undefined);
    });

    it("reports the same history over POST and over the socket", async () => {
      const current = start(apiKey);
      await until(current, "ready");
      await current.api.latestStatus();
      const end = Date.now() - 600_000;
      const window = { start: end - 3_600_000, end, maxCount: -1 };
      const ask = () =>
        Promise.all([
          current.api.records(loadRecords, window),
          current.api.records(pingRecords, window),
        ]);
      const [load, pings] = await ask();
      assert(load.rows > 500 && pings.rows > 500);
      simulator.knobs.noPost = true;
      assert.deepEqual(await ask(), [load, pings]);
    });

    it("says that a key is not accepted, on a public site and a private one", async () => {
      const warned = await until(start(wrongKey), "ready");
      assert.deepEqual([warned.identity.role, warned.warning], ["guest", "keyRejected"]);
      session?.dispose();
      simulator.knobs.privateSite = true;
      const failed = await until(start(wrongKey), "failed");
      assert.deepEqual([failed.problem.code, failed.retryAt], ["keyRejected", undefined]);
      session?.dispose();
      assert.equal((await until(start(guest), "failed")).problem.code, "privateSite");
    });

    it("is asked for a stretch of history in the zone that it writes in", async () => {
      const { api } = start(apiKey);
      await api.latestStatus();
      const end = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;
      const stretch = { start: end - 1_800_000, end, maxCount: -1 };
      const [load, pings] = await Promise.all([
        api.records(loadRecords, stretch),
        api.records(pingRecords, stretch),
      ]);
      assert.deepEqual([load.from, load.to], [stretch.start, end]);
      for (const { times } of [...load.nodes.values(), ...pings.series]) {
        assert.ok((times[0] ?? end) >= stretch.start && (times.at(-1) ?? end) <= end);
      }
      const tail = await api.records(loadRecords, { start: end, maxCount: -1 });
      const tailTimes = Array.from(tail.nodes.values(), ({ times }) => times.length);
      assert.ok(load.rows > 200 && pings.rows > 200 && tail.rows > 50);
      assert.ok(Math.max(...tailTimes) <= 12);
    });

    it("works where sockets do not, and where POST does not", async () => {
      simulator.knobs.noWebSocket = true;
      assert.equal((await until(start(apiKey), "ready")).transport, "http");
      session?.dispose();
      simulator.knobs.noWebSocket = false;
      simulator.knobs.noPost = true;
      const overSocket = await until(start(apiKey), "ready");
      assert.deepEqual([overSocket.transport, overSocket.identity.role], ["webSocket", "admin"]);
    });

    it("signs in, notices that the session has ended, and comes back with another", async () => {
      const place = anEndpoint(simulator.url);
      const first = await login(place, account);
      assert(first.ok);
      const current = start({ kind: "session", token: first.token });
      assert.equal((await until(current, "ready")).identity.role, "admin");
      await logout(place, first.token);
      await current.verifyRole();
      assert.equal((await until(current, "ready")).warning, "signedOut");
      const second = await login(place, account);
      assert(second.ok);
      current.setCredential({ kind: "session", token: second.token });
      assert.equal((await until(current, "ready")).warning, undefined);
      assert.equal((await current.api.me())?.username, account.username);
    });

    it("reports why a login is refused", async () => {
      const place = anEndpoint(simulator.url);
      // More attempts than some servers allow.
      simulator.knobs.loginMax = Infinity;
      const refusal = async (change: object) => {
        const result = await login(place, { ...account, ...change });
        return result.ok ? "ok" : result.reason;
      };
      assert.equal(await refusal({ password: "wrong" }), "invalidCredentials");
      assert.equal(await refusal({ password: "" }), "incomplete");
      simulator.knobs.twoFactor = true;
      assert.equal(await refusal({}), "codeRequired");
      assert.equal(await refusal({ code: "000000" }), "codeInvalid");
      assert.equal(await refusal({ code: credentials.twoFactorCode }), "ok");
      simulator.knobs.passwordLogin = false;
      assert.equal(await refusal({}), "passwordLoginDisabled");
    });

    it("inspects it once", async () => {
      const place = anEndpoint(simulator.url);
      assert.equal((await inspectServer(place, apiKey)).role, "admin");
      assert.equal((await inspectServer(place, guest)).role, "guest");
      await assert.rejects(inspectServer(place, wrongKey), /keyRejected/);
    });
  });
}

describe("a session with a simulated nekomari that limits logins", () => {
  it("learns how long to wait after too many attempts", async () => {
    const simulator = await startSimulator({ profile: "nekomari", nodes: 1 });
    const place = anEndpoint(simulator.url);
    simulator.knobs.loginMax = 0;
    const refusal = await login(place, account).finally(() => simulator.stop());
    const retryAfterMs = 300_000;
    assert.deepEqual(refusal, { ok: false, reason: "tooManyAttempts", retryAfterMs });
  });
});
