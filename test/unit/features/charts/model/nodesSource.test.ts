import assert from "node:assert/strict";
import { type ChartServer } from "../../../../../src/features/charts/model/chartSource";
import { NodesSource } from "../../../../../src/features/charts/model/nodesSource";
import { HistoryStore } from "../../../../../src/fleet/history/historyStore";
import { type WireRecord } from "../../../../../src/komari/decode/primitives";
import {
  createChartHarness,
  getPingStats,
  getRecent,
  getRecords,
  home,
  linesOf,
  only,
} from "../../../../builders/chartHarness";
import { minute } from "../../../../builders/history";
import { buildNode } from "../../../../builders/node";
import { settle } from "../../../../builders/settle";
import { buildStatus } from "../../../../builders/status";

const uuids = Array.from({ length: 14 }, (_, index) => `n${String(index).padStart(2, "0")}`);
const nodeId = (uuid: string) => `node:${home}:${uuid}`;
const idOf = (uuid: string, metric = "cpu") => `${nodeId(uuid)}:${metric}`;

function wholeSeconds(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

/** Fourteen nodes, the last of which are the busiest. */
function harness({
  total = uuids,
  methods = [],
}: { readonly total?: readonly string[]; readonly methods?: readonly string[] } = {}) {
  const knobs = createChartHarness({
    nodes: total,
    methods,
    chosen: uuids.map((uuid) => ({ serverId: home, uuid })),
  });
  const reports = uuids.map((uuid, index): readonly [string, WireRecord] => {
    const ping = { "1": { name: "Lan", latest: 5, avg: 100 - index, loss: 0, min: 1, max: 9 } };
    return [uuid, { cpu: index, ping }];
  });
  knobs.report(Object.fromEntries(reports));
  const requested: Readonly<Record<string, unknown>>[] = [];
  const answer = knobs.server.answers.get(getRecords);
  knobs.server.answers.set(getRecords, (params) => {
    requested.push(params as Readonly<Record<string, unknown>>);
    return answer?.(params);
  });
  return { ...knobs, requested };
}

describe("NodesSource", () => {
  it("shows the ten largest, largest first, and names the others", async () => {
    const [data] = only(await harness().open({ metrics: ["cpu"] }), "data");
    assert.deepEqual(
      data?.series.map(({ id }) => id),
      uuids
        .slice(4)
        .toReversed()
        .map((uuid) => idOf(uuid)),
    );
    assert.deepEqual(
      data.others.map(({ name, current }) => [name, current]),
      uuids.slice(0, 4).map((name, index) => [name, index]),
    );
    const line = linesOf(data.series).get(idOf("n13"));
    assert.deepEqual([line?.name, line?.metric, line?.values.length], ["n13", "cpu", 61]);
  });

  it("ignores the last report of an offline node", async () => {
    const { report, open } = harness();
    report({ n13: { cpu: 99, online: false }, n12: { cpu: 50 } });
    const [data] = only(await open({ metrics: ["cpu"] }), "data");
    assert.equal(data?.series[0]?.id, idOf("n12"));
    assert.deepEqual(data.others.find(({ name }) => name === "n13")?.current, undefined);
  });

  it("adds the lines of the query", async () => {
    const messages = await harness().open({ metrics: ["cpu"], nodes: [nodeId("n01"), "node:x:y"] });
    const [data] = only(messages, "data");
    assert.deepEqual(data?.series.map(({ id }) => id).slice(9), [idOf("n04"), idOf("n01")]);
    assert.equal(data.others.length, 3);
  });

  it("sends one request for one metric of all nodes if that costs less", async () => {
    const { open, requested } = harness();
    await open({ metrics: ["memory"] });
    assert.deepEqual(
      requested.map(({ type, load_type, uuid }) => [type, load_type, uuid]),
      [["load", "ram", undefined]],
    );
    assert.ok(Number(requested[0]?.maxCount) >= 14 * 61);
  });

  it("sends a request per node if the server has many more nodes", async () => {
    const others = Array.from({ length: 100 }, (_, index) => `other${index}`);
    const { open, requested } = harness({ total: [...uuids, ...others] });
    await open({ metrics: ["cpu"] });
    assert.deepEqual(requested.map(({ uuid }) => uuid).sort(), uuids.slice(4));
  });

  it("keeps its lines while the query continues, even if the ranking changes", async () => {
    const { open, report, advance, take } = harness();
    await open({ metrics: ["cpu"] });
    report({ n00: { cpu: 99 } });
    await advance(minute);
    const [append] = only(take(), "append");
    assert.deepEqual(
      append?.series.map(({ id }) => id),
      uuids
        .slice(4)
        .toReversed()
        .map((uuid) => idOf(uuid)),
    );
  });

  it("chooses lines again for another query", async () => {
    const { open, report, advance, take, show } = harness();
    await open({ metrics: ["cpu"] });
    report({ n00: { cpu: 99 } });
    await advance(2_000);
    await show({ id: 2, metrics: ["cpu"] });
    assert.equal(only(take(), "data")[0]?.series[0]?.id, idOf("n00"));
  });

  it("compares the pings of one task, by their averages", async () => {
    const [data] = only(await harness().open({ metrics: ["ping"], taskId: 1 }), "data");
    assert.equal(data?.series[0]?.id, idOf("n00", "ping"));
    const line = linesOf(data.series).get(idOf("n00", "ping"));
    assert.deepEqual(line?.values.slice(0, 3), [0, 2, 4]);
    assert.equal(line.metric, "ping");
    assert.equal(data.others[0]?.current, 90);
  });

  it("has the server's statistics if the server has the method", async () => {
    const { open, server, clock } = harness({ methods: [getPingStats] });
    const requested: unknown[] = [];
    server.answers.set(getPingStats, (params) => {
      requested.push(params);
      const of = (entity_id: string, loss: number) => ({ entity_id, task_id: "1", total: 9, loss });
      return { stats: [of("n00", 11), of("n01", 22), { ...of("n02", 33), task_id: "2" }] };
    });
    const query = { metrics: ["ping"], taskId: 1 } as const;
    const lossOf = (messages: Awaited<ReturnType<typeof open>>) => {
      const lines = linesOf(only(messages, "data")[0]?.series ?? []);
      return ["n00", "n01", "n02"].map((uuid) => lines.get(idOf(uuid, "ping"))?.stats?.loss);
    };
    assert.deepEqual(lossOf(await open(query)), [11, 22, undefined]);
    const [from, to] = [clock.now() - 30 * minute, clock.now() - minute];
    await open({ ...query, id: 2, span: { kind: "between", from, to } });
    const [start, end] = [from, to].map(wholeSeconds);
    assert.deepEqual(requested, [
      { hours: 1, task_id: 1 },
      { start, end, task_id: 1 },
    ]);
  });

  it("requests statistics per node if the server has many more nodes", async () => {
    const others = Array.from({ length: 100 }, (_, index) => `other${index}`);
    const { open, server } = harness({ total: [...uuids, ...others], methods: [getPingStats] });
    const requested: unknown[] = [];
    server.answers.set(getPingStats, (params) => {
      const { uuid } = params as { readonly uuid: string };
      requested.push(uuid);
      return { stats: [{ task_id: 1, total: 9, loss: Number(uuid.slice(1)) }] };
    });
    const [data] = only(await open({ metrics: ["ping"], taskId: 1 }), "data");
    const lines = linesOf(data?.series ?? []);
    assert.equal(requested.length, lines.size);
    assert.equal(lines.get(idOf("n07", "ping"))?.stats?.loss, 7);
  });

  it("loads several metrics of the same nodes, chosen by the first, with one request for each kind", async () => {
    const { open, requested, server } = harness();
    const metrics = ["cpu", "memory", "ping"] as const;
    const [data] = only(await open({ metrics, taskId: 1 }), "data");
    const nodes = uuids.slice(4).toReversed();
    assert.deepEqual(
      data?.series.map(({ id }) => id),
      metrics.flatMap((metric) => nodes.map((uuid) => idOf(uuid, metric))),
    );
    const line = linesOf(data.series).get(idOf("n13", "memory"));
    assert.deepEqual([line?.name, line?.metric], ["n13", "memory"]);
    assert.deepEqual(
      requested.map(({ type, load_type }) => [type, load_type]),
      [
        ["load", "cpu"],
        ["load", "ram"],
        ["ping", undefined],
      ],
    );
    await open({ id: 2, metrics, span: { kind: "live" } });
    assert.equal(server.count(getRecent), 10);
  });

  it("shows the last reports live, and appends every new one", async () => {
    const { open, report, advance, take, server, clock } = harness();
    const time = new Date(clock.now() - 20_000).toISOString();
    server.answers.set(getRecent, () => ({ count: 1, records: [{ time, cpu: 50 }] }));
    const [data] = only(await open({ metrics: ["cpu"], span: { kind: "live" } }), "data");
    assert.deepEqual(linesOf(data?.series ?? []).get(idOf("n13"))?.values, [50, 13]);
    assert.equal(server.count(getRecent), 10);
    report({ n13: { cpu: 77 } });
    await advance(2_000);
    const [append] = only(take(), "append");
    assert.deepEqual(linesOf(append?.series ?? []).get(idOf("n13"))?.values, [13, 77]);
    assert.equal(server.count(getRecent), 10);
  });

  it("shows how many nodes were removed, and the other nodes", async () => {
    const messages = await harness({ total: uuids.slice(2) }).open({ metrics: ["cpu"] });
    assert.equal(only(messages, "data")[0]?.series.length, 10);
    assert.equal(
      only(messages, "notice")[0]?.text,
      "2 of 14 nodes were removed or are hidden from you.",
    );
  });

  it("loads the next metric when the first query is cancelled", async () => {
    const { connect, model, show, server, take } = harness();
    await connect();
    model.setActive(true);
    server.holding.add(getRecords);
    await show({ id: 1, metrics: ["cpu"] });
    await show({ id: 2, metrics: ["load"] });
    server.release();
    await settle();
    assert.deepEqual(
      only(take(), "data").map(({ query }) => query),
      [2],
    );
  });
});

describe("NodesSource: several servers", () => {
  const now = 1000 * minute;
  const serverAt = (id: string, time: number): ChartServer => ({
    id,
    name: id,
    nodes: new Map([["a", buildNode({ uuid: "a" })]]),
    nodesLoaded: true,
    problem: undefined,
    troubles: () => [],
    ageOf: () => 0,
    serverTime: () => time,
    status: () => buildStatus({ time }),
    presence: () => "online",
    session: {
      state: { kind: "idle" },
      credential: { kind: "guest" },
      api: {
        records: () => Promise.reject(new Error("not asked")),
        recentStatus: () => Promise.resolve({ samples: [], unknown: [] }),
        metrics: () => Promise.resolve(undefined),
        pingStats: () => Promise.resolve(undefined),
      },
    },
  });

  it("goes by one clock live, whichever reports", async () => {
    const [home, lab] = [serverAt("home", now), serverAt("lab", now + 10 * minute)];
    const members = [home, lab].map(({ id }) => ({ serverId: id, uuid: "a" }));
    const source = new NodesSource(
      { kind: "nodes", label: "", members },
      new HistoryStore(),
      (id) => [home, lab].find((server) => server.id === id),
    );
    const query = { id: 1, span: { kind: "live" } } as const;
    const { signal } = new AbortController();
    const options = { signal, onProgress: () => undefined };
    const { snapshot } = await source.load(query, [home, lab], options);
    const ends = [home, lab].map((server) => source.report(query, server, new Set(["a"]))?.to);
    assert.deepEqual([snapshot.to, ...ends], [now, now, now]);
  });
});
