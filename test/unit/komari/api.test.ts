import assert from "node:assert/strict";
import { loadRecords, pingRecords } from "../../../src/komari/historyKinds";
import { type ApiContext, KomariApi } from "../../../src/komari/api";
import { type RecordsProgress } from "../../../src/komari/decode/records/recordsFilter";
import { type BatchCaller } from "../../../src/rpc/client";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { isRecord } from "../../../src/util/json";
import { FakeClock } from "../../builders/fakeClock";
import { answerOf, resultIn } from "../../builders/recordsResponse";
import { type Answers, fakeCaller } from "./fakeCaller";

function setUp(responses: Answers, context?: Partial<ApiContext>) {
  const { caller, calls } = fakeCaller(responses);
  const whole: ApiContext = { credential: { kind: "guest" }, methods: undefined, ...context };
  return { api: new KomariApi(caller, () => whole, new FakeClock()), calls, responses };
}

describe("KomariApi", () => {
  it("reads the latest status live and once, and nothing else", async () => {
    const { api, calls } = setUp({ "common:getNodesLatestStatus": {}, "common:getNodes": {} });
    await api.latestStatus({}, { timeoutMs: 5 });
    await api.latestStatus({ uuids: ["n-1"] });
    await api.nodes();
    assert.deepEqual(calls, [
      {
        method: "common:getNodesLatestStatus",
        params: undefined,
        options: { timeoutMs: 5, signal: undefined, route: "live", repeatIfGarbled: true },
      },
      {
        method: "common:getNodesLatestStatus",
        params: { uuids: ["n-1"] },
        options: { timeoutMs: 300_000, signal: undefined, route: "live", repeatIfGarbled: true },
      },
      {
        method: "common:getNodes",
        params: undefined,
        options: { route: "bulk", readOnly: true },
      },
    ]);
  });

  it("does not ask for all nodes when asked for none", async () => {
    const { api, calls } = setUp({});
    assert.equal((await api.latestStatus({ uuids: [] })).size, 0);
    assert.deepEqual(calls, []);
  });

  it("reports long-term contracts by its clock", async () => {
    const { api } = setUp({ "common:getNodes": { uuid: "n", expired_at: "2200-01-01T00:00:00Z" } });
    assert.deepEqual((await api.nodes()).nodes[0]?.expiry, { kind: "longTerm" });
  });

  it("shows the internal methods on request", async () => {
    const { api, calls } = setUp({ "rpc.methods": ["a"] });
    await api.methods();
    await api.methods(true);
    assert.deepEqual(
      calls.map(({ params }) => params),
      [undefined, { internal: true }],
    );
  });

  it("does not ask who an API key is where that crashes the server", async () => {
    const credential = { kind: "apiKey", apiKey: "k" } as const;
    const { api, calls } = setUp({ "common:getMe": {} }, { credential });
    assert.equal(await api.me(), undefined);
    assert.deepEqual(calls, []);
    const newer = setUp(
      { "common:getMe": { username: "ana" } },
      { credential, methods: new Set(["public:queryMetrics"]) },
    );
    assert.equal((await newer.api.me())?.username, "ana");
  });

  it("asks for history with time to spare, and a filter for the response", async () => {
    const { api, calls } = setUp({ "common:getRecords": { records: [] } });
    const { signal } = new AbortController();
    await api.records(loadRecords, { uuid: "n-1" }, { signal });
    await api.records(pingRecords, { uuid: "n-1" }, { timeoutMs: 5 });
    assert.deepEqual(
      calls.map(({ params, options }) => ({ params, ...options, filter: typeof options?.filter })),
      [
        {
          params: { type: "load", uuid: "n-1", hours: 1 },
          timeoutMs: 120_000,
          signal,
          filter: "function",
          route: "bulk",
          readOnly: true,
        },
        {
          params: { type: "ping", uuid: "n-1", hours: 1 },
          timeoutMs: 5,
          signal: undefined,
          filter: "function",
          route: "bulk",
          readOnly: true,
        },
      ],
    );
  });

  it("asks for help on many methods at once, and leaves out what it cannot have", async () => {
    const { caller } = fakeCaller();
    const sizes: number[] = [];
    const names = Array.from({ length: 230 }, (_, index) => `plugin:m${index}`);
    const batch: BatchCaller["batch"] = (calls, options) => {
      sizes.push(calls.length);
      assert.deepEqual(options, { timeoutMs: 5, readOnly: true });
      return Promise.resolve(
        calls.map(({ method, params }) => {
          assert.equal(method, "rpc.help");
          const name = isRecord(params) ? params.method : undefined;
          if (name === "plugin:m3") return { ok: true, result: "no help" };
          const error = new RpcRemoteError(-32600, "method not found", name);
          return name === "plugin:m4"
            ? { ok: false, error }
            : { ok: true, result: { summary: name } };
        }),
      );
    };
    const guest: ApiContext = { credential: { kind: "guest" }, methods: undefined };
    const helps = await new KomariApi({ ...caller, batch }, () => guest).helpOf(names, {
      timeoutMs: 5,
    });
    // How many go into one request is for the client to know.
    assert.deepEqual(sizes, [230]);
    assert.equal(helps.size, 228);
    assert.deepEqual([helps.get("plugin:m3"), helps.get("plugin:m4")], [undefined, undefined]);
    assert.equal(helps.get("plugin:m229")?.name, "plugin:m229");
    assert.equal(helps.get("plugin:m229")?.summary, "plugin:m229");
  });

  it("gives what its filter has made of the response, and tells how far it is", async () => {
    const records = { "n-1": [{ time: "2026-11-22T12:00:00Z", cpu: 5 }] };
    const caller: BatchCaller = {
      batch: () => assert.fail("nothing goes in a batch"),
      call: (_method, _params, options) => {
        const filter = options?.filter?.();
        const rest = filter?.write(answerOf({ count: 1, records }));
        return Promise.resolve(filter?.finish(resultIn(rest ?? Buffer.alloc(0))));
      },
    };
    const api = new KomariApi(caller, () => ({
      credential: { kind: "guest" },
      methods: undefined,
    }));
    const reported: RecordsProgress[] = [];
    const history = await api.records(
      loadRecords,
      {},
      { onProgress: (progress) => reported.push(progress) },
    );
    assert.deepEqual([...history.nodes.keys()], ["n-1"]);
    assert.equal(history.rows, 1);
    assert.deepEqual(reported, [{ rows: 1, expected: 1 }]);
  });

  it("asks what all pings came to where the server counts them", async () => {
    const stats = [{ entity_id: "n-1", task_id: "2", name: "CF", total: 4, loss: 25 }];
    const responses = { "public:getPingMetricStats": { stats } };
    const query = { uuid: "n-1", hours: 0.5 };
    for (const methods of [undefined, new Set(["common:getRecords"])]) {
      const { api, calls } = setUp(responses, { methods });
      assert.equal(await api.pingStats(query), undefined);
      assert.deepEqual(calls, []);
    }
    const { api, calls } = setUp(responses, { methods: new Set(["public:getPingMetricStats"]) });
    const [task] = (await api.pingStats({ ...query, taskId: 2 })) ?? [];
    assert.deepEqual([task?.taskId, task?.loss], [2, 25]);
    assert.deepEqual(calls[0]?.params, { uuid: "n-1", hours: 1, task_id: 2 });
    const ofAll = await api.pingStats({ taskId: 2, start: 0, end: 60_000 });
    assert.equal(ofAll?.[0]?.uuid, "n-1");
    const [start, end] = ["1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z"];
    assert.deepEqual(calls[1]?.params, { start, end, task_id: 2 });
  });

  it("queries metrics of one node, with the keys that the server lists", async () => {
    const responses = {
      "public:listMetricDefinitions": [{ name: "cpu.usage", retention_days: 30 }],
      "public:queryMetrics": { series: [] },
    };
    const query = { uuid: "n-1", keys: ["cpu.usage", "gpu.temperature"], hours: 4 };
    const { api, calls } = setUp(responses, { methods: new Set(["public:queryMetrics"]) });
    assert.deepEqual(await api.metrics(query), { series: [] });
    assert.deepEqual(
      calls.map(({ method, params }) => [method, params]),
      [
        ["public:listMetricDefinitions", undefined],
        ["public:queryMetrics", { metric_keys: ["cpu.usage"], entity_id: "n-1", hours: 4 }],
      ],
    );
  });

  it("queries all metrics of a server that does not list them, and none without a metric store", async () => {
    const query = { uuid: "n-1", keys: ["a", "b"], start: 0, end: 60_000 };
    const responses = { "public:queryMetrics": { series: [] } };
    const { api, calls } = setUp(responses, { methods: new Set(["public:queryMetrics"]) });
    await api.metrics(query);
    assert.deepEqual(calls[1]?.params, {
      metric_keys: ["a", "b"],
      entity_id: "n-1",
      start: "1970-01-01T00:00:00Z",
      end: "1970-01-01T00:01:00Z",
    });
    const without = setUp(responses, { methods: new Set(["common:getRecords"]) });
    assert.equal(await without.api.metrics(query), undefined);
    assert.deepEqual(without.calls, []);
  });

  it("reads everything else", async () => {
    const { api } = setUp({
      "rpc.ping": "pong",
      "rpc.version": "2.0",
      "common:getVersion": { version: "dev" },
      "common:getPublicInfo": { sitename: "Site" },
      "common:getNodeRecentStatus": { records: [] },
      "common:getRecords": { records: [] },
      "common:getMe": { username: "Guest" },
    });
    assert.equal(await api.ping(), "pong");
    assert.equal(await api.rpcVersion(), "2.0");
    assert.equal((await api.version()).version, "dev");
    assert.equal((await api.publicInfo()).siteName, "Site");
    assert.deepEqual((await api.recentStatus("n-1")).samples, []);
    assert.equal((await api.records(loadRecords, { uuid: "n-1" })).nodes.size, 0);
    assert.deepEqual((await api.records(pingRecords, { uuid: "n-1" })).series, []);
    assert.equal((await api.me())?.username, "Guest");
  });
});

describe("KomariApi: the zone of the times that it asks for", () => {
  const start = Date.UTC(2026, 10, 22, 10);
  const status = (time: string) => ({ "n-1": { client: "n-1", online: true, time } });

  /** What was sent for `start`. */
  async function askedStart({ api, calls }: ReturnType<typeof setUp>) {
    await api.records(loadRecords, { start });
    const params = calls.at(-1)?.params;
    return isRecord(params) ? params.start : undefined;
  }

  it("is UTC while nothing is known", async () => {
    const server = setUp({ "common:getRecords": { records: {} } });
    assert.equal(await askedStart(server), "2026-11-22T10:00:00Z");
  });

  it("is that of the last status that has one", async () => {
    const server = setUp({ "common:getRecords": { records: {} } });
    const learn = async (time: string) => {
      server.responses["common:getNodesLatestStatus"] = status(time);
      await server.api.latestStatus({ uuids: ["n-1"] });
      return askedStart(server);
    };
    assert.equal(await learn("2026-11-22T20:00:00+08:00"), "2026-11-22T18:00:00+08:00");
    assert.equal(await learn("0001-01-01T08:05:43+08:05"), "2026-11-22T18:00:00+08:00");
    assert.equal(await learn("2026-11-22T12:00:00.5Z"), "2026-11-22T10:00:00Z");
  });

  it("is that of records where no status has one", async () => {
    const server = setUp({ "common:getRecords": { to: "2026-11-22T20:00:00+08:00" } });
    await server.api.records(pingRecords, { hours: 1 });
    assert.equal(await askedStart(server), "2026-11-22T18:00:00+08:00");
    server.responses["common:getNodesLatestStatus"] = status("2026-11-22T14:00:00+02:00");
    await server.api.latestStatus();
    assert.equal(await askedStart(server), "2026-11-22T12:00:00+02:00");
  });

  it("is learnt from records that are decoded while they arrive", async () => {
    const sent: unknown[] = [];
    const caller: BatchCaller = {
      batch: () => assert.fail("nothing goes in a batch"),
      call: (_method, params, options) => {
        sent.push(isRecord(params) ? params.start : undefined);
        const filter = options?.filter?.();
        const rest = filter?.write(answerOf({ records: {}, to: "2026-11-22T20:00:00+08:00" }));
        return Promise.resolve(filter?.finish(resultIn(rest ?? Buffer.alloc(0))));
      },
    };
    const guest: ApiContext = { credential: { kind: "guest" }, methods: undefined };
    const api = new KomariApi(caller, () => guest);
    await api.records(loadRecords, { hours: 1 });
    await api.records(loadRecords, { start });
    assert.deepEqual(sent, [undefined, "2026-11-22T18:00:00+08:00"]);
  });
});
