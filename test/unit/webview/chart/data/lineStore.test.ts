import assert from "node:assert/strict";
import { encodeTimes } from "../../../../../src/shared/series";
import { LineStore, valueAt } from "../../../../../webview/chart/data/lineStore";
import { emptySummary } from "../../../../../webview/chart/data/pyramid";
import { chartData, encodedSeries, regular, storeOf, buildLine } from "./encoded";

const second = 1000;

function growing(): LineStore {
  return storeOf(
    [encodedSeries("load", [0, second, 2 * second], { cpu: [1, 2, 3] })],
    0,
    2 * second,
  );
}

function append(
  store: LineStore,
  times: readonly number[],
  cpu: readonly number[],
  from = 0,
): void {
  const to = times.at(-1) ?? store.to;
  store.append({ query: 1, from, to, series: [encodedSeries("load", times, { cpu })] });
}

describe("lineStore: what was sent", () => {
  it("has lines with their columns", () => {
    const store = storeOf(
      [
        encodedSeries("load", [0, 1], { cpu: [5, NaN], memory: [7, 8] }, { total: 16 }),
        encodedSeries("ping:3", [0], { ping: [-1] }),
      ],
      0,
      10,
    );
    assert.deepEqual(
      store.lines.map(({ id, seriesId, metric, total }) => [id, seriesId, metric, total]),
      [
        ["cpu", "load", "cpu", 16],
        ["memory", "load", "memory", 16],
        ["ping:3", "ping:3", "ping", undefined],
      ],
    );
    assert.deepEqual([...(store.get("cpu")?.values ?? [])], [5, NaN]);
    assert.equal(store.get("cpu")?.times, store.get("memory")?.times);
    assert.deepEqual([store.from, store.to, store.get("disk")], [0, 10, undefined]);
  });

  it("replaces the previous data", () => {
    const store = growing();
    store.set(chartData([encodedSeries("load", [5], { load: [1] })], 5, 6));
    assert.deepEqual(
      store.lines.map(({ id }) => id),
      ["load"],
    );
    assert.equal(store.get("cpu"), undefined);
  });

  it("is empty before anything was sent", () => {
    const store = new LineStore();
    assert.deepEqual([store.lines, store.offline(), store.restarts()], [[], [], []]);
    assert.equal(store.partialFrom(), undefined);
  });
});

describe("lineStore: what is appended", () => {
  it("goes to the end, and moves the span on", () => {
    const store = growing();
    append(store, [3 * second, 4 * second], [4, 5], second);
    assert.deepEqual([...(store.get("cpu")?.values ?? [])], [1, 2, 3, 4, 5]);
    assert.deepEqual([...(store.get("cpu")?.times ?? [])], regular(0, second, 5));
    assert.deepEqual([store.from, store.to], [second, 4 * second]);
  });

  it("is ignored if older than the last row, and replaces the last row", () => {
    const store = growing();
    append(store, [second, 2 * second, 3 * second], [9, 7, 4]);
    assert.deepEqual([...(store.get("cpu")?.values ?? [])], [1, 2, 7, 4]);
  });

  it("is in all sums, also where the last row has changed in the meantime", () => {
    const store = new LineStore();
    for (let index = 0; index < 64; index++) {
      append(store, [index * second], [0]);
      const line = store.get("cpu");
      assert(line !== undefined);
      store.pyramidOf(line);
      append(store, [index * second], [1]);
    }
    const line = store.get("cpu");
    assert(line !== undefined);
    const sums = emptySummary();
    store.pyramidOf(line).add(line.values, 0, 64, sums);
    assert.deepEqual([sums.sum, sums.count, sums.min], [64, 64, 1]);
  });

  it("does not change columns that were given out", () => {
    const store = growing();
    const before = store.get("cpu");
    append(store, [3 * second], [4]);
    append(store, [4 * second], [5]);
    assert.deepEqual([...(before?.values ?? [])], [1, 2, 3]);
    assert.notEqual(store.get("cpu"), before);
  });

  it("is unknown for lines that it leaves out, and before lines that it brings", () => {
    const store = growing();
    const series = [encodedSeries("load", [3 * second], { processes: [80] })];
    store.append({ query: 1, from: 0, to: 3 * second, series });
    assert.deepEqual([...(store.get("cpu")?.values ?? [])], [1, 2, 3, NaN]);
    assert.deepEqual([...(store.get("processes")?.values ?? [])], [NaN, NaN, NaN, 80]);
  });

  it("may be a new series", () => {
    const store = growing();
    const series = [encodedSeries("ping:1", [3 * second], { ping: [12] })];
    store.append({ query: 1, from: 0, to: 3 * second, series });
    assert.deepEqual([...(store.get("ping:1")?.values ?? [])], [12]);
    assert.equal(store.get("cpu")?.values.length, 3);
  });

  it("may only move the time", () => {
    const store = growing();
    store.append({ query: 1, from: 0, to: 60 * second, series: [] });
    assert.equal(store.to, 60 * second);
    assert.deepEqual(store.offline(), [{ from: 2 * second, to: 60 * second }]);
  });

  it("keeps the properties of the line and updates new ones", () => {
    const store = storeOf([encodedSeries("load", [0], { memory: [1] }, { total: 10 })], 0, 1);
    const plain = encodedSeries("load", [1], { memory: [2] });
    store.append({ query: 1, from: 0, to: 1, series: [plain] });
    assert.equal(store.get("memory")?.total, 10);
    const larger = encodedSeries("load", [2], { memory: [3] }, { total: 20 });
    store.append({ query: 1, from: 0, to: 2, series: [larger] });
    assert.equal(store.get("memory")?.total, 20);
  });

  it("drops old rows, and keeps the one before the range", () => {
    const store = growing();
    for (let index = 3; index < 1000; index++) {
      append(store, [index * second], [index + 1], (index - 9) * second);
    }
    const { times, values } = store.get("cpu") ?? { times: [], values: [] };
    assert.ok(times.length >= 11 && times.length <= 24);
    assert.ok((times[0] ?? NaN) < store.from);
    assert.deepEqual(
      [...values].map((value) => (value - 1) * second),
      [...times],
    );
  });
});

describe("lineStore: summaries", () => {
  function maxOf(store: LineStore): number {
    const line = store.get("cpu");
    assert.ok(line);
    const summary = emptySummary();
    store.pyramidOf(line).add(line.values, 0, line.values.length, summary);
    return summary.max;
  }

  it("follow the column while it grows and forgets", () => {
    const store = growing();
    for (let index = 3; index < 500; index++) {
      append(store, [index * second], [index + 1], (index - 99) * second);
      assert.equal(maxOf(store), index + 1);
    }
  });

  it("fit a line that was given out before the column grew or forgot", () => {
    const store = growing();
    const old = store.get("cpu");
    assert.ok(old);
    for (let index = 3; index < 100; index++) append(store, [index * second], [0], index * second);
    const summary = emptySummary();
    store.pyramidOf(old).add(old.values, 0, old.values.length, summary);
    assert.deepEqual([summary.min, summary.max, summary.count], [1, 3, 3]);
  });
});

describe("lineStore: intervals and gaps", () => {
  const times = [...regular(0, second, 10), ...regular(60 * second, second, 10)];
  const store = storeOf([encodedSeries("load", times, { cpu: times })], 0, 69 * second);

  it("are found per line", () => {
    const [line] = store.lines;
    assert.ok(line);
    assert.equal(store.intervalOf(line), second);
    assert.deepEqual(store.gapsOf(line), [{ from: 9 * second, to: 60 * second }]);
  });

  it("are unknown for a line without two samples", () => {
    const [line] = storeOf([encodedSeries("load", [0], { cpu: [1] })], 0, 1).lines;
    assert.ok(line);
    assert.ok(Number.isNaN(store.intervalOf(line)));
  });

  it("are found again after an append", () => {
    const late = storeOf([encodedSeries("load", times, { cpu: times })], 0, 69 * second);
    append(late, regular(200 * second, second, 9), regular(0, 1, 9));
    const [line] = late.lines;
    assert.ok(line);
    assert.deepEqual(
      late.gapsOf(line).map(({ to }) => to),
      [60 * second, 200 * second],
    );
  });
});

describe("lineStore: an empty series", () => {
  it("has lines without samples", () => {
    const empty = { id: "load", times: encodeTimes(new Float64Array(0)), lines: [] };
    const store = storeOf([empty], 0, 1);
    assert.deepEqual([store.lines, store.offline(), store.partialFrom()], [[], [], undefined]);
    append(store, [1], [5]);
    assert.deepEqual([...(store.get("cpu")?.values ?? [])], [5]);
  });
});

const span = { from: 0, to: 1000 };
const line = buildLine([0, 10, 20, 30, 200, 210, 220], [0, 1, 2, NaN, 4, 5, 6]);

describe("valueAt", () => {
  for (const { time, found } of [
    { time: 0, found: { time: 0, value: 0 } },
    { time: 14, found: { time: 10, value: 1 } },
    { time: 15, found: { time: 10, value: 1 } },
    { time: 16, found: { time: 20, value: 2 } },
    { time: -20, found: { time: 0, value: 0 } },
    { time: -30, found: undefined },
    { time: 33, found: undefined },
    { time: 100, found: undefined },
    { time: 180, found: { time: 200, value: 4 } },
    { time: 245, found: { time: 220, value: 6 } },
    { time: 300, found: undefined },
  ]) {
    it(`${time}: ${found?.value ?? "nothing"}`, () => {
      assert.deepEqual(valueAt(span, line, time), found);
    });
  }

  it("distinguishes a lost ping from a value below 0", () => {
    const values = [-1, -1, 5];
    const times = regular(0, 10, 3);
    assert.equal(valueAt(span, buildLine(times, values, { metric: "ping" }), 0)?.value, "lost");
    assert.equal(valueAt(span, buildLine(times, values, { metric: "temperature" }), 0)?.value, -1);
  });

  it("finds a sample that is alone from a hundredth of the span away", () => {
    const lone = buildLine([500], [7]);
    assert.deepEqual(valueAt(span, lone, 509), { time: 500, value: 7 });
    assert.equal(valueAt(span, lone, 511), undefined);
  });

  it("finds nothing in an empty line", () =>
    assert.equal(valueAt(span, buildLine([], []), 0), undefined));
});
