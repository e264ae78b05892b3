import assert from "node:assert/strict";
import { ChartModel } from "../../../../src/features/charts/model/chartModel";
import { NodeSource } from "../../../../src/features/charts/model/nodeSource";
import { NodesSource } from "../../../../src/features/charts/model/nodesSource";
import { type Subject, subjectOf } from "../../../../src/features/common/chartSubject";
import { Fleet } from "../../../../src/fleet/fleet";
import { HistoryStore } from "../../../../src/fleet/history/historyStore";
import { Session } from "../../../../src/komari/session";
import { type ChartData, type ChartQuery } from "../../../../src/shared/chartApi";
import { createFormat } from "../../../../src/shared/format";
import { systemClock } from "../../../../src/util/clock";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { linesOf } from "../../../builders/chartHarness";
import { pollIntervals } from "../../../builders/serverFleet";
import { profileNames } from "../../../simulator/profiles/profiles";
import { credentials, type Simulator, startSimulator } from "../../../simulator/simulator";

/** The model of a panel over a real connection; `ask` answers with the data of a query. */
function openModel(simulator: Simulator, choose: (uuids: readonly string[]) => readonly string[]) {
  const plan = { attention: "visible", intervals: pollIntervals } as const;
  const fleet = new Fleet(
    ({ id, credential, maxResponseBytes }) =>
      new Session({ baseUrl: id, tls: {}, credential, maxResponseBytes }),
    plan,
    systemClock,
    silentLogger,
  );
  const known = new Promise<void>((resolve) => {
    fleet.onDidChange(({ server }) => {
      if (server.isFresh && server.counts().waiting === 0) resolve();
    });
  });
  fleet.setServers([
    {
      id: simulator.url,
      name: "Home",
      tls: {},
      maxResponseBytes: 2 ** 24,
      credential: { kind: "apiKey", apiKey: credentials.apiKey },
    },
  ]);
  const arrived = new Emitter<ChartData>();
  let model: ChartModel | undefined;
  const ask = async (query: Omit<ChartQuery, "id">): Promise<ChartData> => {
    await known;
    model ??= createModel(fleet, subjectIn(fleet, choose), (data) => arrived.fire(data));
    const data = new Promise<ChartData>((resolve) => arrived.event(resolve));
    model.show({ id: 1, ...query });
    return data;
  };
  const close = () => {
    model?.dispose();
    fleet.dispose();
  };
  return { ask, close };
}

function subjectIn(fleet: Fleet, choose: (uuids: readonly string[]) => readonly string[]): Subject {
  const [server] = fleet.servers;
  const online = [...(server?.nodes.keys() ?? [])].filter(
    (uuid) => server?.presence(uuid) === "online",
  );
  const subject = subjectOf(
    "Group",
    choose(online).map((uuid) => ({ serverId: server?.id ?? "", uuid })),
  );
  assert.ok(subject);
  return subject;
}

function createModel(fleet: Fleet, subject: Subject, onData: (data: ChartData) => void) {
  const history = new HistoryStore();
  const model = new ChartModel({
    subject,
    fleet,
    clock: systemClock,
    random: Math.random,
    format: createFormat("en"),
    logger: silentLogger,
    source:
      subject.kind === "node"
        ? new NodeSource(subject.uuid, history)
        : new NodesSource(subject, history, (id) => fleet.get(id)),
    sink: {
      data: onData,
      append: () => undefined,
      progress: () => undefined,
      notice: () => undefined,
    },
  });
  model.setActive(true);
  return model;
}

for (const profile of profileNames) {
  describe(`charts of a simulated ${profile}`, () => {
    let simulator: Simulator;
    let close: () => void = () => undefined;
    beforeEach(async () => (simulator = await startSimulator({ profile, nodes: 20 })));
    afterEach(async () => {
      close();
      await simulator.stop();
    });

    it("show a node's load and pings, and then its last minutes", async () => {
      const opened = openModel(simulator, (uuids) => uuids.slice(0, 1));
      close = opened.close;
      const records = linesOf((await opened.ask({ span: { kind: "last", hours: 1 } })).series);
      const cpu = records.get("cpu");
      assert.ok(cpu !== undefined && cpu.times.length > 50);
      assert.ok((records.get("memory")?.total ?? 0) > 0);
      const pings = [...records.values()].filter(({ metric }) => metric === "ping");
      assert.ok(pings.length > 0);
      // Only where the records are not all pings does the server have to count them.
      const isCounted = profile !== "1.0.7" && profile !== "1.2.3";
      assert.ok(pings.every(({ stats }) => (stats?.loss !== undefined) === isCounted));
      assert.ok(pings.every(({ lastOfStep = false }) => lastOfStep === isCounted));
      const live = linesOf((await opened.ask({ span: { kind: "live" } })).series);
      assert.ok((live.get("cpu")?.times.length ?? 0) > 10);
    });

    it("show no zero for a step that has just begun", async () => {
      simulator.knobs.begunRows = true;
      const opened = openModel(simulator, (uuids) => uuids.slice(0, 1));
      close = opened.close;
      for (const hours of [1, 24]) {
        const { series } = await opened.ask({ span: { kind: "last", hours } });
        const lines = linesOf(series);
        for (const id of ["cpu", "memory", "disk"])
          assert.notEqual(lines.get(id)?.values.at(-1), 0);
        assert.ok((lines.get("processes")?.values.at(-1) ?? 0) > 0);
      }
    });

    it("compare nodes, by one request for all of them", async () => {
      const opened = openModel(simulator, (uuids) => uuids);
      close = opened.close;
      const { series, others } = await opened.ask({
        metrics: ["memory"],
        span: { kind: "last", hours: 1 },
      });
      assert.equal(series.length, 10);
      assert.ok(others.length > 0);
      const requested = simulator.journal.of("common:getRecords");
      assert.deepEqual(
        requested.map(({ params }) => (params as { load_type: string; uuid?: string }).load_type),
        ["ram"],
      );
    });
  });
}

describe("charts of a simulated node with GPUs", () => {
  it("have lines for each of them, with memory and temperature", async () => {
    const simulator = await startSimulator({ profile: "1.6.1" });
    const { uuid } = simulator.fleet.member("gpu");
    const { ask, close } = openModel(simulator, () => [uuid]);
    try {
      const lines = linesOf((await ask({ span: { kind: "last", hours: 1 } })).series);
      const values = (id: string) => lines.get(id)?.values.filter((value) => value > 0) ?? [];
      for (const card of ["gpu:0", "gpu:1"]) {
        for (const what of ["usage", "memory", "temperature"]) {
          assert.ok(values(`${card}:${what}`).length > 50, `${card}:${what}`);
        }
      }
      assert.equal(lines.get("gpu:1:memory")?.total, 24 * 1024 ** 3);
      assert.equal(lines.get("gpu:1:usage")?.name, "NVIDIA GeForce RTX 4090 #2");
    } finally {
      close();
      await simulator.stop();
    }
  });
});
