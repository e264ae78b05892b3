import assert from "node:assert/strict";
import { exportLines } from "../../../../../src/features/charts/export/exportLines";
import { pingSeries } from "../../../../../src/features/charts/model/pingLines";
import { type PingTask } from "../../../../../src/komari/model/model";
import { hour, minute } from "../../../../builders/history";

const now = 1000 * hour;

describe("pingSeries", () => {
  const task: PingTask = {
    id: 1,
    name: "",
    intervalSeconds: 60,
    latest: 5,
    average: 6,
    min: undefined,
    max: 9,
    p50: undefined,
    p99: undefined,
    loss: 0,
    total: 3,
  };
  const answer = (counted: { from: number; to: number }, sampled = true) => ({
    from: now - hour,
    to: now,
    counted,
    sampled,
    tasks: [task],
    series: [1, 2].map((taskId) => ({
      taskId,
      uuid: "a",
      times: Float64Array.of(1),
      values: Float64Array.of(5),
    })),
  });
  const whole = { from: now - hour, to: now };

  it("names tasks, by number if unnamed, with their known statistics", () => {
    const lines = pingSeries(answer(whole), undefined).map(({ lines: [line] }) => line);
    assert.deepEqual(
      lines.map((line) => [line?.id, line?.name, line?.stats]),
      [
        ["ping:1", "#1", { latest: 5, average: 6, max: 9, loss: 0, total: 3 }],
        ["ping:2", "#2", undefined],
      ],
    );
  });

  it("is in order of the tasks' numbers, whatever the order of the records", () => {
    const { series, ...rest } = answer(whole);
    const reversed = { ...rest, series: series.toReversed() };
    assert.deepEqual(
      pingSeries(reversed, undefined).map(({ id }) => id),
      ["ping:1", "ping:2"],
    );
  });

  it("has no statistics of the server if the records have every ping", () => {
    const [only] = pingSeries(answer(whole, false), undefined);
    assert.deepEqual(Object.keys(only?.lines[0] ?? {}).sort(), ["id", "metric", "name", "values"]);
  });

  it("does not use the statistics of another time range", () => {
    for (const counted of [
      { from: now - 2 * hour, to: now },
      { from: now - hour, to: now - 10 * minute },
    ]) {
      assert.equal(pingSeries(answer(counted), undefined)[0]?.lines[0]?.stats, undefined);
    }
    const moved = { from: now - hour - minute, to: now - minute };
    assert.equal(pingSeries(answer(moved), undefined)[0]?.lines[0]?.stats?.loss, 0);
  });

  it("prefers the server's statistics method to the records response", () => {
    const counted = new Map([[1, [{ name: "Lan", stats: { loss: 50 } }]]]);
    assert.deepEqual(pingSeries(answer(whole), counted)[0]?.lines[0]?.stats, { loss: 50 });
    assert.equal(pingSeries(answer(whole), new Map())[0]?.lines[0]?.stats, undefined);
  });

  it("has a line with statistics only for each kind of pings that the server counts separately", () => {
    const kinds = [
      { name: "Lan (IPv4)", stats: { loss: 50 } },
      { name: "Lan (IPv6)", stats: { loss: 0 } },
    ];
    const [series] = pingSeries(answer(whole), new Map([[1, kinds]]));
    assert.deepEqual(
      series?.lines.map(({ name, stats }) => [name, stats?.loss]),
      [
        ["#1", undefined],
        ["Lan (IPv4)", 50],
        ["Lan (IPv6)", 0],
      ],
    );
    const [, kind] = series.lines;
    assert.ok(kind?.values.length === series.times.length && kind.values.every(Number.isNaN));
    const ids = series.lines.map(({ id }) => id);
    assert.deepEqual(
      exportLines([series], ids, whole).map(({ name }) => name),
      ["Ping #1"],
    );
  });
});
