import assert from "node:assert/strict";
import {
  createChartHarness,
  getRecent,
  getRecords,
  home,
  linesOf,
  noon,
  noRecords,
  only,
  recordsAt,
} from "../../../../builders/chartHarness";
import { FakeClock } from "../../../../builders/fakeClock";
import { hour, minute } from "../../../../builders/history";
import { settle } from "../../../../builders/settle";

describe("ChartModel: a span of records", () => {
  it("is sent whole: load and pings, with their times and totals", async () => {
    const { open, clock } = createChartHarness();
    const messages = await open();
    const [data] = only(messages, "data");
    assert.ok(data);
    assert.deepEqual([data.query, data.to - data.from, data.to], [1, hour, clock.now()]);
    assert.deepEqual(
      data.series.map(({ id }) => id),
      ["load", "ping:1"],
    );
    const lines = linesOf(data.series);
    const cpu = lines.get("cpu");
    assert.deepEqual(cpu?.times.at(-1), clock.now());
    assert.deepEqual(cpu.values.slice(0, 3), [0, 1, 2]);
    assert.equal(lines.get("memory")?.total, 1024);
    assert.deepEqual(lines.get("ping:1")?.values.slice(0, 3), [0, 2, 4]);
    assert.equal(lines.get("ping:1")?.name, "Lan");
    assert.deepEqual([...lines.keys()], ["cpu", "memory", "ping:1"], "nothing is known of others");
    assert.deepEqual(only(messages, "notice"), []);
  });

  it("appends only new rows every minute", async () => {
    const { open, advance, take, server, clock } = createChartHarness();
    await open();
    server.requested.splice(0);
    await advance(minute - 1);
    assert.deepEqual([server.count(getRecords), take()], [0, []]);
    await advance(1);
    const [append] = only(take(), "append");
    assert.equal(server.count(getRecords), 2, "load and pings");
    assert.deepEqual([append?.to, append?.from], [clock.now(), clock.now() - hour]);
    const cpu = linesOf(append?.series ?? []).get("cpu");
    assert.deepEqual(cpu?.times, [clock.now() - minute, clock.now()]);
  });

  it("keeps its length when a timer runs a little early", async () => {
    class HastyClock extends FakeClock {
      override setTimeout(callback: () => void, delayMs: number) {
        return super.setTimeout(callback, delayMs - 0.4);
      }
    }
    const { open, advance, take } = createChartHarness({ clock: new HastyClock(noon) });
    await open();
    await advance(2 * minute);
    const appends = only(take(), "append");
    assert.ok(appends.length > 0);
    for (const { from, to } of appends) assert.ok(Math.abs(to - from - hour) <= 1, `${to - from}`);
  });

  it("requests no more often than there are new rows", async () => {
    const { open, advance, server, clock } = createChartHarness();
    server.answers.set(
      getRecords,
      recordsAt(() => clock.now(), ["a"], 5 * minute),
    );
    await open({ span: { kind: "last", hours: 24 } });
    server.requested.splice(0);
    await advance(5 * minute - 1);
    assert.equal(server.count(getRecords), 0);
    await advance(1);
    assert.equal(server.count(getRecords), 2);
  });

  it("is restored after a zoom from the cache, and updated when due", async () => {
    const { open, show, advance, take, server, clock } = createChartHarness();
    const [wide] = only(await open(), "data");
    const { to } = wide ?? { to: NaN };
    await advance(20_000);
    await show({ id: 2, span: { kind: "between", from: to - 30 * minute, to: to - minute } });
    await advance(10_000);
    server.requested.splice(0);
    take();
    await show({ id: 3 });
    const [again] = only(take(), "data");
    assert.deepEqual([again?.from, again?.to], [to - hour, to]);
    await advance(29_999);
    assert.equal(server.count(getRecords), 0);
    await advance(1);
    assert.equal(server.count(getRecords), 2);
    assert.deepEqual(
      only(take(), "append").map((append) => append.to),
      [clock.now()],
    );
  });

  it("is not updated if it lies in the past", async () => {
    const { open, advance, server, clock } = createChartHarness();
    const span = { kind: "between", from: clock.now() - 2 * hour, to: clock.now() - hour } as const;
    const messages = await open({ span });
    const [data] = only(messages, "data");
    assert.deepEqual([data?.from, data?.to], [span.from, span.to]);
    server.requested.splice(0);
    await advance(hour);
    assert.equal(server.count(getRecords), 0);
  });

  it("never reaches back farther than the server keeps records", async () => {
    const publicInfo = { record_preserve_time: 24, ping_record_preserve_time: 1 };
    const { open, server } = createChartHarness({ publicInfo });
    const requested: unknown[] = [];
    const answer = server.answers.get(getRecords);
    server.answers.set(getRecords, (params) => {
      requested.push(params);
      return answer?.(params);
    });
    await open({ span: { kind: "all" } });
    const hours = requested.map((params) => (params as { hours: number }).hours);
    assert.deepEqual(hours, [24, 1]);
  });
});

describe("ChartModel: the span of all data", () => {
  const both = ["a", "b"].map((uuid) => ({ serverId: home, uuid }));
  const panels = { "one node": both.slice(0, 1), "several nodes": both };
  for (const [what, chosen] of Object.entries(panels)) {
    it(`of ${what} begins with the first row, where more could have been kept`, async () => {
      const publicInfo = { record_preserve_time: 720, ping_record_preserve_time: 24 };
      const { open, server, clock } = createChartHarness({ publicInfo, chosen });
      const answer = server.answers.get(getRecords);
      server.answers.set(getRecords, (params) => answer?.({ ...(params as object), hours: 3 }));
      const [data] = only(await open({ span: { kind: "all" } }), "data");
      assert.deepEqual([data?.from, data?.to], [clock.now() - 3 * hour, clock.now()]);
    });

    it(`of ${what} does not begin before the time for which it is kept`, async () => {
      const publicInfo = { record_preserve_time: 2, ping_record_preserve_time: 2 };
      const { open, server, clock } = createChartHarness({ publicInfo, chosen });
      const answer = server.answers.get(getRecords);
      server.answers.set(getRecords, (params) => answer?.({ ...(params as object), hours: 3 }));
      const [data] = only(await open({ span: { kind: "all" } }), "data");
      assert.equal(data?.from, clock.now() - 2 * hour);
    });
  }
});

describe("ChartModel: a live span", () => {
  const live = { span: { kind: "live" } } as const;

  it("grows to the left where there are no records from before", async () => {
    const { open, take, advance, server, report, clock } = createChartHarness();
    server.answers.set(getRecords, noRecords);
    const [data] = only(await open(live), "data");
    assert.deepEqual(linesOf(data?.series ?? []).get("cpu")?.values, [10]);
    assert.equal((data?.to ?? 0) - (data?.from ?? 0), minute);
    for (let passed = 0; passed < 3; passed++) {
      await advance(minute - 1000);
      report({ a: { cpu: 30, time: new Date(clock.now()).toISOString() } });
      await advance(1000);
    }
    const append = only(take(), "append").at(-1);
    assert.equal(append?.from, data?.to);
  });

  it("starts with records and reports of the last minutes, and appends every new one", async () => {
    const { open, advance, take, server, clock, report } = createChartHarness();
    const time = new Date(clock.now() - 30_000).toISOString();
    server.answers.set(getRecent, () => ({ count: 1, records: [{ client: "a", time, cpu: 7 }] }));
    const [data] = only(await open(live), "data");
    assert.deepEqual(
      linesOf(data?.series ?? [])
        .get("cpu")
        ?.values.slice(-4),
      [58, 59, 7, 10],
    );
    assert.ok((data?.series[0]?.times.first ?? NaN) < (data?.from ?? NaN), "rows before tell gaps");
    report({ a: { cpu: 20 } });
    await advance(1000);
    report({ a: { cpu: 30, time: new Date(clock.now()).toISOString() } });
    await advance(1000);
    const [append] = only(take(), "append");
    assert.deepEqual(
      linesOf(append?.series ?? [])
        .get("cpu")
        ?.values.at(-1),
      30,
    );
    assert.equal((append?.to ?? 0) - (append?.from ?? 0), 5 * minute);
    assert.equal(server.count(getRecent), 1);
  });

  it("moves on without reports too", async () => {
    const { open, advance, take, report } = createChartHarness();
    report({ a: { online: false, time: "2026-01-01T00:00:00Z" } });
    await open(live);
    await advance(10_000);
    const [append] = only(take(), "append");
    assert.ok(append);
    assert.deepEqual(append.series, []);
  });

  it("shows a notice while there are no reports", async () => {
    const { connect, model, show, take, server, advance, report } = createChartHarness();
    server.answers.set(getRecords, noRecords);
    const silent = { a: { online: false, time: "2026-01-01T00:00:00Z" } };
    report(silent);
    await connect();
    model.setActive(true);
    await show(live);
    const [notice] = only(take(), "notice");
    assert.equal(notice?.text, "a is offline.");
    report({});
    await advance(2_000);
    assert.deepEqual(only(take(), "notice"), [undefined]);
  });
});

describe("ChartModel: hidden", () => {
  for (const span of [{ kind: "live" }, { kind: "last", hours: 1 }] as const) {
    it(`sends no request or message and has no timer (${span.kind})`, async () => {
      const { open, advance, take, server, clock, model, fleet } = createChartHarness();
      await open({ span });
      model.setActive(false);
      fleet.configure({ attention: "paused", intervals: { visible: 1, background: 1, nodes: 1 } });
      await advance(0);
      server.requested.splice(0);
      assert.equal(clock.pending, 0);
      await advance(hour);
      assert.deepEqual([server.requested, take()], [[], []]);
    });
  }

  it("cancels the pending request", async () => {
    const { connect, model, show, server, take } = createChartHarness();
    await connect();
    model.setActive(true);
    server.holding.add(getRecords);
    await show();
    model.setActive(false);
    server.release();
    await settle();
    assert.deepEqual(take(), []);
  });

  it("requests only the missing rows when it is visible again", async () => {
    const { open, advance, take, model, server, clock } = createChartHarness();
    await open();
    model.setActive(false);
    await advance(5 * minute);
    server.requested.splice(0);
    model.setActive(true);
    await settle();
    const [append] = only(take(), "append");
    assert.deepEqual(linesOf(append?.series ?? []).get("cpu")?.times, [
      ...[5, 4, 3, 2, 1, 0].map((ago) => clock.now() - ago * minute),
    ]);
    assert.equal(server.count(getRecords), 2);
  });

  it("sends a new page everything, from the cache and the missing rows", async () => {
    const { open, advance, take, model, server, show } = createChartHarness();
    await open();
    const requested: unknown[] = [];
    const answer = server.answers.get(getRecords);
    server.answers.set(getRecords, (params) => {
      requested.push(params);
      return answer?.(params);
    });
    model.reset();
    model.setActive(false);
    await advance(2 * minute);
    model.setActive(true);
    await show({ id: 1 });
    const [data] = only(take(), "data");
    assert.equal(
      linesOf(data?.series ?? []).get("cpu")?.times.length,
      62,
      "one before the span too",
    );
    assert.ok(requested.every((params) => "start" in (params as object)));
  });
});

describe("ChartModel: another query", () => {
  it("replaces the pending one", async () => {
    const { connect, model, show, server, take } = createChartHarness();
    await connect();
    model.setActive(true);
    server.holding.add(getRecords);
    await show({ id: 1 });
    await show({ id: 2, span: { kind: "last", hours: 4 } });
    server.release();
    await settle();
    assert.deepEqual(
      only(take(), "data").map(({ query }) => query),
      [2],
    );
  });

  it("ends updates of the previous one", async () => {
    const { open, show, advance, take, clock } = createChartHarness();
    await open();
    await show({
      id: 2,
      span: { kind: "between", from: clock.now() - 2 * hour, to: clock.now() - hour },
    });
    take();
    await advance(10 * minute);
    assert.deepEqual(take(), []);
  });

  it("sends nothing after it was cancelled", async () => {
    const { connect, model, show, server, take, advance } = createChartHarness();
    await connect();
    model.setActive(true);
    server.holding.add(getRecords);
    await show();
    model.cancel();
    server.release();
    await advance(10 * minute);
    assert.deepEqual(take(), []);
  });

  it("is not cancelled after its response", async () => {
    const { open, model, advance, take } = createChartHarness();
    await open();
    model.cancel();
    await advance(minute);
    assert.equal(only(take(), "append").length, 1);
  });
});
