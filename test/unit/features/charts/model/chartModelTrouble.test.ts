import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../../../../src/rpc/errors";
import {
  createChartHarness,
  getPingStats,
  getRecords,
  home,
  linesOf,
  noRecords,
  only,
} from "../../../../builders/chartHarness";
import { hour, minute } from "../../../../builders/history";
import { settle } from "../../../../builders/settle";

describe("ChartModel: a server without connection", () => {
  it("keeps the data, shows their age, and resumes when the server reconnects", async () => {
    const { open, server, take, advance, clock, model } = createChartHarness();
    await open();
    const since = clock.now();
    await advance(30_000);
    server.lose();
    await settle();
    const [lost] = only(take(), "notice");
    assert.deepEqual([lost?.severity, lost?.since, lost?.query], ["warning", since, undefined]);
    assert.deepEqual(lost?.actions, ["reconnect"]);
    assert.ok(model.shown);
    await advance(5 * minute);
    assert.deepEqual(only(take(), "data"), []);
    server.connect();
    await settle();
    await settle();
    const messages = take();
    assert.deepEqual(only(messages, "notice"), [undefined]);
    const [append] = only(messages, "append");
    assert.equal(
      linesOf(append?.series ?? [])
        .get("cpu")
        ?.times.at(-1),
      clock.now() - 30_000,
    );
  });

  it("delays the query until the server is ready", async () => {
    const { connect, model, show, take, server } = createChartHarness();
    model.setActive(true);
    await show();
    assert.deepEqual(take(), []);
    await connect();
    assert.equal(only(take(), "data").length, 1);
    assert.ok(server.count(getRecords) > 0);
  });

  it("shows a notice while connecting, then the error", async () => {
    const { model, show, take, server, fleet, spec } = createChartHarness();
    model.setActive(true);
    server.holding.add("common:getVersion");
    fleet.setServers([spec]);
    await show();
    const [connecting] = only(take(), "notice");
    assert.deepEqual([connecting?.text, connecting?.severity], ["Connecting to Home…", "info"]);
    server.lose();
    await settle();
    const [lost] = only(take(), "notice");
    assert.equal(lost?.text, "Home closed the connection.");
    assert.equal(lost.since, undefined, "nothing is shown yet");
  });

  it("may be gone from the settings for good", async () => {
    const { open, fleet, take } = createChartHarness();
    await open();
    fleet.setServers([]);
    await settle();
    assert.match(only(take(), "notice")[0]?.text ?? "", /removed from the settings/);
  });
});

describe("ChartModel: failures", () => {
  const timeout = new RpcLocalError("timeout", "no answer");

  it("shows a message with an action, and loads again on retry", async () => {
    const { connect, model, show, server, take } = createChartHarness();
    await connect();
    model.setActive(true);
    server.failing.set(getRecords, timeout);
    await show();
    const messages = take();
    assert.deepEqual(only(messages, "data"), []);
    const [notice] = only(messages, "notice");
    assert.deepEqual(
      [notice?.query, notice?.severity, notice?.text],
      [1, "error", "Home did not respond in time."],
    );
    assert.deepEqual(notice?.actions, ["retry", "reconnect"]);
    server.failing.clear();
    model.retry();
    await settle();
    const after = take();
    assert.equal(only(after, "data").length, 1);
    assert.deepEqual(only(after, "notice"), [undefined]);
  });

  it("keeps the shown data, and retries automatically with growing pauses", async () => {
    const { open, server, take, advance, clock } = createChartHarness();
    await open();
    const since = clock.now();
    server.failing.set(getRecords, timeout);
    await advance(minute);
    const [notice] = only(take(), "notice");
    assert.deepEqual([notice?.severity, notice?.since], ["warning", since]);
    server.requested.splice(0);
    await advance(2 * minute - 1);
    assert.equal(server.count(getRecords), 0);
    server.failing.clear();
    await advance(1);
    const messages = take();
    assert.deepEqual(only(messages, "notice"), [undefined]);
    assert.equal(linesOf(only(messages, "append")[0]?.series ?? []).get("cpu")?.times.length, 4);
  });

  it("keeps the part that was loaded", async () => {
    const { connect, model, show, server, take } = createChartHarness();
    await connect();
    model.setActive(true);
    const answer = server.answers.get(getRecords);
    server.answers.set(getRecords, (params) => {
      if ((params as { type: string }).type === "ping") {
        throw new RpcRemoteError(-32603, "no such table", undefined);
      }
      return answer?.(params);
    });
    await show();
    const messages = take();
    assert.deepEqual(
      only(messages, "data")[0]?.series.map(({ id }) => id),
      ["load"],
    );
    assert.match(only(messages, "notice")[0]?.text ?? "", /internal error: no such table/);
  });

  it("keeps what was shown of the part that fails later, for exports too", async () => {
    const { open, model, server, advance, take } = createChartHarness();
    await open();
    const shown = () => model.shown?.series.map(({ id, times }) => [id, times.length]);
    assert.deepEqual(shown(), [
      ["load", 61],
      ["ping:1", 61],
    ]);
    const answer = server.answers.get(getRecords);
    server.answers.set(getRecords, (params) => {
      if ((params as { type: string }).type !== "ping") throw timeout;
      return answer?.(params);
    });
    await advance(minute);
    assert.equal(only(take(), "notice")[0]?.severity, "warning");
    assert.deepEqual(shown(), [
      ["ping:1", 62],
      ["load", 61],
    ]);
  });

  it("shows how long the server keeps records if there are none", async () => {
    const publicInfo = { record_enabled: true, record_preserve_time: 48 };
    const { connect, model, show, server, take } = createChartHarness({ publicInfo });
    await connect();
    model.setActive(true);
    server.answers.set(getRecords, noRecords);
    await show();
    const messages = take();
    assert.deepEqual(only(messages, "data")[0]?.series, []);
    const [notice] = only(messages, "notice");
    assert.equal(notice?.severity, "info");
    assert.equal(
      notice.text,
      "Nothing was recorded in this time range. Home keeps records for 2 d.",
    );
  });

  it("shows how long pings are kept if pings are compared", async () => {
    const chosen = ["a", "b"].map((uuid) => ({ serverId: home, uuid }));
    const publicInfo = { record_preserve_time: 720, ping_record_preserve_time: 24 };
    const { connect, model, show, server, take } = createChartHarness({ publicInfo, chosen });
    await connect();
    model.setActive(true);
    server.answers.set(getRecords, noRecords);
    await show({ metrics: ["ping"] });
    const [notice] = only(take(), "notice");
    assert.equal(
      notice?.text,
      "Nothing was recorded in this time range. Home keeps records for 24 h.",
    );
  });

  it("may be that the server does not record", async () => {
    const { connect, model, show, server, take } = createChartHarness({
      publicInfo: { record_enabled: false },
    });
    await connect();
    model.setActive(true);
    server.answers.set(getRecords, noRecords);
    await show();
    assert.equal(only(take(), "notice")[0]?.text, "Home does not record history.");
  });

  it("shows a notice for a removed node until it exists again", async () => {
    const chosen = [{ serverId: home, uuid: "c" }];
    const { open, server, take, advance } = createChartHarness({ chosen });
    const messages = await open();
    assert.match(only(messages, "notice")[0]?.text ?? "", /This node is not available on Home/);
    assert.equal(server.count(getRecords), 0);
    server.nodes = { ...server.nodes, c: { uuid: "c", name: "c", os: "Debian" } };
    await advance(minute);
    await advance(0);
    assert.equal(only(take(), "data").length, 1);
  });
});

function wholeSeconds(time: number): string {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

describe("ChartModel: ping statistics of servers", () => {
  const lan = { entity_id: "a", task_id: 1, name: "Lan", total: 700, loss: 12.5, avg: 20 };

  it("is calculated from the records, which have all pings, if the server has no statistics", async () => {
    const { open } = createChartHarness();
    const [data] = only(await open(), "data");
    const line = linesOf(data?.series ?? []).get("ping:1");
    assert.deepEqual([line?.stats, line?.lastOfStep], [undefined, undefined]);
  });

  it("are requested from a server that has the method, as its records are not all pings", async () => {
    const { connect, model, show, server, take } = createChartHarness({ methods: [getPingStats] });
    server.answers.set(getPingStats, () => ({
      stats: [{ ...lan, min: 9, max: 90, latest: 5, p50: 21, p99: 31 }],
    }));
    await connect();
    model.setActive(true);
    await show();
    const line = linesOf(only(take(), "data")[0]?.series ?? []).get("ping:1");
    assert.equal(line?.lastOfStep, true);
    // Its percentiles are averages of some, and the last of the records is the last there is to see.
    const average = (20 * 700 + 88) / 612;
    const figures = { loss: 12.5, total: 700, latest: 5, average, min: 9, max: 90 };
    assert.deepEqual(line.stats, { ...figures, minAverage: 20 });
  });

  it("has a line per kind if the server distinguishes several kinds of pings of a task", async () => {
    const { connect, model, show, server, take } = createChartHarness({ methods: [getPingStats] });
    const kind = { ...lan, semantics: "probe" };
    const kinds = [
      { ...kind, protocol: "icmp", role: "primary" },
      { ...kind, protocol: "tcp", role: "secondary", loss: 99 },
    ];
    server.answers.set(getPingStats, () => ({ stats: kinds }));
    await connect();
    model.setActive(true);
    await show();
    const lines = linesOf(only(take(), "data")[0]?.series ?? []);
    assert.deepEqual(
      [...lines.values()]
        .filter(({ metric }) => metric === "ping")
        .map((line) => [line.name, line.stats?.loss]),
      [
        ["Lan", undefined],
        ["Lan (ICMP)", 12.5],
        ["Lan (TCP, secondary)", 99],
      ],
    );
  });

  it("are requested for a custom range as well", async () => {
    const { connect, model, show, server, take, clock } = createChartHarness({
      methods: [getPingStats],
    });
    const requested: unknown[] = [];
    server.answers.set(getPingStats, (params) => {
      requested.push(params);
      return { stats: [lan] };
    });
    await connect();
    model.setActive(true);
    const [from, to] = [clock.now() - hour, clock.now() - minute];
    await show({ span: { kind: "between", from, to } });
    const [start, end] = [from, to].map(wholeSeconds);
    assert.deepEqual(requested, [{ uuid: "a", start, end }]);
    const stats = linesOf(only(take(), "data")[0]?.series ?? []).get("ping:1")?.stats;
    assert.equal(stats?.loss, 12.5);
  });

  it("are unknown if the method fails", async () => {
    const { connect, model, show, server, take, clock } = createChartHarness({
      methods: [getPingStats],
    });
    server.failing.set(getPingStats, new RpcLocalError("timeout", ""));
    await connect();
    model.setActive(true);
    await show();
    const between = { kind: "between", from: clock.now() - hour, to: clock.now() } as const;
    await show({ id: 2, span: between });
    const data = only(take(), "data");
    assert.deepEqual(
      data.map(({ series }) => linesOf(series).get("ping:1")?.stats),
      [undefined, undefined],
    );
  });
});
