import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { type Problem, problemOf } from "../../../src/komari/problem";
import { Session, type SessionState } from "../../../src/komari/session";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";
import {
  credentials,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from "../../simulator/simulator";

const apiKey: Credential = { kind: "apiKey", apiKey: credentials.apiKey };

/** With a clock that both share. */
describe("a session with servers that have limits", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  let session: Session;
  afterEach(async () => {
    session.dispose();
    await simulator.stop();
  });

  async function start(options: SimulatorOptions): Promise<Session> {
    simulator = await startSimulator({ clock, nodes: 20, ...options });
    const { url: baseUrl } = simulator;
    const common = { tls: {}, maxResponseBytes: 2 ** 24, clock, random: () => 0.5 };
    session = new Session({ baseUrl, credential: apiKey, ...common });
    session.start();
    await ready();
    return session;
  }

  function ready(): Promise<SessionState> {
    return new Promise((resolve) => {
      const look = (state: SessionState) => {
        if (state.kind !== "ready") return;
        listener.dispose();
        resolve(state);
      };
      const listener = session.onDidChangeState(look);
      look(session.state);
    });
  }

  /** Lets time pass until the promise has settled. */
  async function inTime<T>(promise: Promise<T>): Promise<T> {
    const state = { isOver: false };
    const outcome = promise.finally(() => (state.isOver = true));
    outcome.catch(() => undefined);
    while (!state.isOver) {
      await settle();
      clock.advance(500);
    }
    return outcome;
  }

  const names = async () => [...(await session.api.methods(true))];
  const sizes = () => new Set(simulator.journal.of("rpc.help").map(({ batch }) => batch));

  it("has the documentation of all methods of Nekomari in batches of 32", async () => {
    await start({ profile: "nekomari" });
    const all = await names();
    const help = await session.api.helpOf(all);
    assert.equal(all.length, 112);
    assert.deepEqual([help.size, sizes()], [112, new Set([32, 16])]);
  });

  for (const batchRefusal of [400, 413] as const) {
    it(`sends smaller batches where the server refuses larger ones by ${batchRefusal}`, async () => {
      await start({ knobs: { batchMax: 10, batchRefusal } });
      const help = await session.api.helpOf(await names());
      assert.equal(help.size, 95);
      assert.ok(Math.max(...sizes()) <= 10);
    });
  }

  it("sends smaller batches where a proxy refuses the bytes", async () => {
    await start({ knobs: { bodyMax: 1000 } });
    const help = await session.api.helpOf(await names());
    assert.equal(help.size, 95);
  });

  it("bears a batch of one in a list, and no answers to notifications", async () => {
    await start({ knobs: { batchOfOne: "array", answersNotifications: false } });
    assert.equal((await session.api.helpOf(["common:getNodes"])).size, 1);
    assert.equal((await session.api.version()).version, "1.4.3");
  });

  it("stays at its socket where the server cuts those without messages", async () => {
    await start({ profile: "nekomari" });
    const opened = simulator.journal.socketsOpened;
    for (let seconds = 0; seconds < 300; seconds += 10) {
      clock.advance(10_000);
      await settle();
      await session.api.version();
    }
    assert.deepEqual([simulator.journal.socketsOpened, session.state.kind], [opened, "ready"]);
    assert.ok(simulator.journal.count("rpc.ping", "ws") > 3);
  });

  it("works over POST where no further socket is opened, and asks for no login", async () => {
    await start({ profile: "nekomari", knobs: { socketMax: 0 } });
    const { state } = session;
    assert(state.kind === "ready");
    assert.deepEqual(
      [state.transport, state.warning, state.identity.role],
      ["http", undefined, "admin"],
    );
  });

  it("asks a busy server again, and is answered when it has time", async () => {
    await start({ profile: "nekomari", knobs: { queryPlaces: 0, queryWait: 0 } });
    const { uuid } = simulator.fleet.member("web-1");
    const stats = session.api.pingStats({ uuid, hours: 1 });
    await simulator.journal.next("public:getPingMetricStats");
    simulator.knobs.queryPlaces = 4;
    assert.ok(((await inTime(stats)) ?? []).length > 0);
    assert.equal(simulator.journal.count("public:getPingMetricStats"), 2);
  });

  for (const queryBusy of [
    { code: -32602, message: "query capacity reached; retry later" },
    { code: -32051, message: "too many concurrent history queries" },
  ]) {
    it(`tells a server that stays busy as busy: ${queryBusy.code}`, async () => {
      await start({ profile: "nekomari", knobs: { queryPlaces: 0, queryWait: 0, queryBusy } });
      const { uuid } = simulator.fleet.member("web-1");
      const problem: Promise<Problem> = session.api
        .pingStats({ uuid, hours: 1 })
        .then(() => assert.fail("was answered"))
        .catch((error: unknown) => problemOf(error, apiKey));
      assert.equal((await inTime(problem)).code, "busy");
    });
  }

  it("never repeats a call that may change something, however busy the server is", async () => {
    const queryMethods = ["admin:editClient"];
    await start({ profile: "nekomari", knobs: { queryPlaces: 0, queryWait: 0, queryMethods } });
    const outcome = session.calls.call("admin:editClient", "{}", {
      timeoutMs: 60_000,
      readOnly: false,
    });
    await inTime(Promise.resolve(outcome).catch(() => undefined));
    assert.equal(simulator.journal.count("admin:editClient"), 1);
  });

  it("asks for the metrics that a server lists, and for one node at a time", async () => {
    await start({ profile: "nekomari", knobs: { oneEntity: true } });
    const { uuid } = simulator.fleet.member("web-1");
    const keys = ["cpu.usage", "memory.total"];
    assert.ok(await session.api.metrics({ uuid, keys, hours: 1 }));
    simulator.knobs.fail = { "public:listMetricDefinitions": { code: -32603, message: "no" } };
    assert.ok(await session.api.metrics({ uuid, keys, hours: 1 }));
    const asked = simulator.journal.of("public:queryMetrics").map(({ params }) => params);
    const keysOf = (params: unknown) => (params as { metric_keys: readonly string[] }).metric_keys;
    assert.deepEqual(asked.map(keysOf), [["cpu.usage"], keys, ["cpu.usage"]]);
  });

  it("tells nulls with their quality as unknown, never as 0", async () => {
    await start({ profile: "nekomari" });
    const { uuid } = simulator.fleet.member("web-1");
    const failing = { cpu: "unknown", net_rate: "timeout" };
    simulator.fleet.edit(uuid, { facts: { version: "1.5.10" }, habits: { failing } });
    const status = (await session.api.latestStatus()).get(uuid);
    assert.deepEqual(
      [status?.cpu, status?.networkIn, status?.networkOut, status?.temperature, status?.gpu],
      [undefined, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(status?.failed, { cpu: "unknown", networkRate: "timeout" });
    assert.ok((status.memoryUsed ?? 0) > 0);
  });

  it("has no status of a node that has not reported since the start, whatever the server lists", async () => {
    await start({ knobs: { silentStatuses: true } });
    const { uuid } = simulator.fleet.member("never");
    const statuses = await session.api.latestStatus();
    assert.ok(statuses.size > 10 && !statuses.has(uuid));
  });

  it("has every GPU of a node of 1.6.1", async () => {
    await start({ profile: "1.6.1" });
    const statuses = await session.api.latestStatus();
    const gpus = statuses.get(simulator.fleet.member("gpu").uuid)?.gpus ?? [];
    assert.equal(gpus.length, 2);
    assert.ok(gpus.every(({ memoryTotal, temperature }) => memoryTotal && temperature));
    assert.equal(statuses.get(simulator.fleet.member("web-1").uuid)?.gpus, undefined);
  });
});
