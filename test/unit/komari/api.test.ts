import assert from "node:assert/strict";
import { type ApiContext, KomariApi } from "../../../src/komari/api";
import { RpcLocalError } from "../../../src/rpc/errors";
import { FakeClock } from "../../builders/fakeClock";
import { type Answers, fakeCaller } from "./fakeCaller";

function setUp(answers: Answers, context?: Partial<ApiContext>) {
  const { caller, calls } = fakeCaller(answers);
  const whole: ApiContext = { credential: { kind: "guest" }, methods: undefined, ...context };
  return { api: new KomariApi(caller, () => whole, new FakeClock()), calls };
}

describe("KomariApi", () => {
  it("reads the latest status live, and nothing else", async () => {
    const { api, calls } = setUp({ "common:getNodesLatestStatus": {}, "common:getNodes": {} });
    await api.latestStatus({ timeoutMs: 5 });
    await api.latestStatusOf(["n-1"]);
    await api.nodes();
    assert.deepEqual(calls, [
      {
        method: "common:getNodesLatestStatus",
        params: undefined,
        options: { timeoutMs: 5, route: "live", readOnly: true },
      },
      {
        method: "common:getNodesLatestStatus",
        params: { uuids: ["n-1"] },
        options: { route: "live", readOnly: true },
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
    assert.equal((await api.latestStatusOf([])).size, 0);
    assert.deepEqual(calls, []);
  });

  it("finds one node in an answer of any shape", async () => {
    const { api, calls } = setUp({ "common:getNodes": { uuid: "n-1", name: "one" } });
    assert.equal((await api.node("n-1")).name, "one");
    assert.deepEqual(calls[0]?.params, { uuid: "n-1" });
    await assert.rejects(api.node("n-2"), RpcLocalError);
  });

  it("tells long-term contracts by its clock", async () => {
    const { api } = setUp({ "common:getNodes": { uuid: "n", expired_at: "2200-01-01T00:00:00Z" } });
    assert.deepEqual((await api.node("n")).expiry, { kind: "longTerm" });
  });

  it("asks for help on one method or on all", async () => {
    const { api, calls } = setUp({ "rpc.help": [{ name: "getNodes" }] });
    const [help] = await api.help();
    assert.equal(help?.name, "common:getNodes");
    await assert.rejects(api.help("common:getMe"), RpcLocalError);
    assert.deepEqual(
      calls.map(({ params }) => params),
      [undefined, { method: "common:getMe" }],
    );
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
      { "common:getMe": { logged_in: true } },
      { credential, methods: new Set(["public:queryMetrics"]) },
    );
    assert.equal((await newer.api.me())?.loggedIn, true);
  });

  it("reads everything else", async () => {
    const { api } = setUp({
      "rpc.ping": "pong",
      "rpc.version": "2.0",
      "common:getVersion": { version: "dev" },
      "common:getPublicInfo": { sitename: "Site" },
      "common:getNodeRecentStatus": { records: [] },
      "common:getRecords": { records: [] },
      "common:getMe": { logged_in: false },
    });
    assert.equal(await api.ping(), "pong");
    assert.equal(await api.rpcVersion(), "2.0");
    assert.equal((await api.version()).version, "dev");
    assert.equal((await api.publicInfo()).siteName, "Site");
    assert.deepEqual((await api.recentStatus("n-1")).samples, []);
    assert.equal((await api.loadRecords({ uuid: "n-1" })).records.size, 0);
    assert.deepEqual((await api.pingRecords({ uuid: "n-1" })).records, []);
    assert.equal((await api.me())?.loggedIn, false);
  });
});
