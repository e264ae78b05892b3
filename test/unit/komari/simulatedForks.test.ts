import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { Session, type SessionState } from "../../../src/komari/session";
import {
  credentials,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from "../../simulator/simulator";

const credential: Credential = { kind: "apiKey", apiKey: credentials.apiKey };

/** What limits come to is in test/contract/limits.test.ts. */
describe("a session with newer servers and forks", () => {
  let simulator: Simulator;
  let session: Session;
  afterEach(async () => {
    session.dispose();
    await simulator.stop();
  });

  async function start(options: SimulatorOptions): Promise<Session> {
    simulator = await startSimulator({ nodes: 20, ...options });
    const { url: baseUrl } = simulator;
    session = new Session({ baseUrl, credential, tls: {}, maxResponseBytes: 2 ** 24 });
    session.start();
    await new Promise<void>((resolve) => {
      const listener = session.onDidChangeState(look);
      function look(state: SessionState): void {
        if (state.kind !== "ready") return;
        listener.dispose();
        resolve();
      }
      look(session.state);
    });
    return session;
  }

  it("sends smaller batches where a proxy refuses the bytes", async () => {
    const { api } = await start({ knobs: { bodyMax: 1000 } });
    const names = [...(await api.methods(true))];
    assert.equal((await api.helpOf(names)).size, 95);
  });

  it("never repeats a call that may change something, however busy the server is", async () => {
    const knobs = { queryPlaces: 0, queryWait: 0, queryMethods: ["admin:editClient"] };
    const { calls } = await start({ profile: "nekomari", knobs });
    const options = { timeoutMs: 60_000, readOnly: false };
    await assert.rejects(calls.call("admin:editClient", "{}", options), /retry later/);
    assert.equal(simulator.journal.count("admin:editClient"), 1);
  });

  it("asks for the metrics that a server lists, and for one node at a time", async () => {
    const { api } = await start({ profile: "nekomari", knobs: { oneEntity: true } });
    const { uuid } = simulator.fleet.member("web-1");
    const keys = ["cpu.usage", "memory.total"];
    assert.ok(await api.metrics({ uuid, keys, hours: 1 }));
    simulator.knobs.fail = { "public:listMetricDefinitions": { code: -32603, message: "no" } };
    assert.ok(await api.metrics({ uuid, keys, hours: 1 }));
    const requested = simulator.journal.of("public:queryMetrics").map(({ params }) => params);
    const keysOf = (params: unknown) => (params as { metric_keys: readonly string[] }).metric_keys;
    assert.deepEqual(requested.map(keysOf), [["cpu.usage"], keys, ["cpu.usage"]]);
  });

  it("has null readings as unknown, with the reason", async () => {
    const { api } = await start({ profile: "nekomari" });
    const { uuid } = simulator.fleet.member("web-1");
    const failing = { cpu: "unknown", net_rate: "timeout" };
    simulator.fleet.edit(uuid, { facts: { version: "1.5.10" }, habits: { failing } });
    const status = (await api.latestStatus()).get(uuid);
    assert.deepEqual(
      [status?.cpu, status?.networkIn, status?.networkOut, status?.temperature, status?.gpu],
      [undefined, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(status?.failed, { cpu: "unknown", networkRate: "timeout" });
    assert.ok((status.memory ?? 0) > 0);
  });

  it("has no status of a node that has not reported, whatever the server lists", async () => {
    const { api } = await start({ knobs: { silentStatuses: true } });
    const { uuid } = simulator.fleet.member("never");
    const statuses = await api.latestStatus();
    assert.ok(statuses.size > 10 && !statuses.has(uuid));
  });

  it("has every GPU of a node of 1.6.1", async () => {
    const { api } = await start({ profile: "1.6.1" });
    const statuses = await api.latestStatus();
    const gpus = statuses.get(simulator.fleet.member("gpu").uuid)?.gpus ?? [];
    assert.equal(gpus.length, 2);
    assert.ok(gpus.every(({ memoryTotal, temperature }) => memoryTotal && temperature));
    assert.equal(statuses.get(simulator.fleet.member("web-1").uuid)?.gpus, undefined);
  });
});
