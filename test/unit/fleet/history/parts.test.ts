import assert from "node:assert/strict";
import { ByteBudget } from "../../../../src/fleet/history/byteBudget";
import { rowsThrough, rangeOf, medianStep } from "../../../../src/fleet/history/historyWindow";
import { runConcurrently } from "../../../../src/fleet/history/runConcurrently";
import { retentionHours, selectableHours } from "../../../../src/fleet/history/selectableHours";
import {
  isSingleRequestCheaper,
  loadRowLimit,
  pingRowLimit,
} from "../../../../src/fleet/history/rowLimits";
import { pingRange } from "../../../../src/fleet/history/pingRange";
import { loadRange } from "../../../../src/fleet/history/loadRange";
import { type PingTask } from "../../../../src/komari/model/model";
import { type LoadColumns, type PingHistory } from "../../../../src/komari/model/records";

describe("selectableHours", () => {
  const cases = [
    { load: 720, ping: 24, offered: [1, 4, 12, 24, 72, 168, 720], kept: 720 },
    { load: 24, ping: 24, offered: [1, 4, 12, 24], kept: 24 },
    { load: 24, ping: 168, offered: [1, 4, 12, 24, 72, 168], kept: 168 },
    { load: 0.5, ping: undefined, offered: [1], kept: 0.5 },
    { load: undefined, ping: undefined, offered: [1, 4, 12, 24, 72, 168, 720], kept: undefined },
  ];
  for (const { load, ping, offered, kept } of cases) {
    it(`of ${load ?? "unknown"} and ${ping ?? "unknown"} hours`, () => {
      const info = { recordPreserveHours: load, pingRecordPreserveHours: ping };
      assert.deepEqual(selectableHours(info), offered);
      assert.equal(retentionHours(info), kept);
    });
  }
});

describe("isSingleRequestCheaper", () => {
  const cases: readonly (readonly [requested: number, all: number, expected: boolean])[] = [
    [1, 1, false],
    [3, 3, false],
    [4, 4, true],
    [4, 12, true],
    [4, 13, false],
    [10, 30, true],
    [10, 500, false],
  ];
  for (const [requested, all, expected] of cases) {
    it(`is ${expected} for ${requested} of ${all} nodes`, () => {
      assert.equal(isSingleRequestCheaper(requested, all), expected);
    });
  }
});

describe("row limits", () => {
  it("are above the rows that a server has of one node, and never below 1", () => {
    assert.ok(loadRowLimit(undefined) > 2880);
    assert.ok(loadRowLimit(0) >= 1);
  });

  it("grow with the number of nodes, up to half a million", () => {
    assert.ok(loadRowLimit(50) > loadRowLimit(5));
    assert.equal(loadRowLimit(100_000), 500_000);
    assert.equal(pingRowLimit(100_000), 500_000);
    assert.ok(pingRowLimit(1) >= pingRowLimit(undefined));
  });
});

describe("historyWindow", () => {
  it("windowRange ends no later than now", () => {
    assert.deepEqual(rangeOf({ kind: "between", from: 1, to: 9 }, 5), { from: 1, to: 5 });
    assert.deepEqual(rangeOf({ kind: "last", hours: 1 }, 3_600_000), { from: 0, to: 3_600_000 });
  });

  it("rowsThrough finds the rows of a line that reaches the edges of a range", () => {
    const times = Float64Array.of(10, 20, 30, 40);
    const through = (from: number, to: number) => [
      ...times.subarray(...rowsThrough(times, { from, to })),
    ];
    assert.deepEqual(through(20, 30), [10, 20, 30, 40]);
    assert.deepEqual(through(25, 35), [20, 30, 40]);
    assert.deepEqual(through(35, 99), [30, 40]);
    assert.deepEqual(through(0, 15), [10, 20]);
    assert.deepEqual([through(0, 5), through(50, 60), through(21, 29)], [[], [], []]);
  });

  it("medianStep is independent of gaps", () => {
    assert.equal(medianStep(Float64Array.of(0, 60, 120, 900, 960)), 60);
    assert.equal(medianStep(Float64Array.of(7)), undefined);
  });
});

describe("ByteBudget", () => {
  it("evicts the least recently used item, and keeps the last one whatever its size", () => {
    const dropped: string[] = [];
    const items = ["a", "b", "c"].map((name) => ({ name, drop: () => dropped.push(name) }));
    const budget = new ByteBudget(10);
    for (const item of items) budget.add(item, 4, item.drop);
    assert.deepEqual([dropped, budget.bytes], [["a"], 8]);
    const huge = {};
    budget.add(huge, 100, () => assert.fail());
    assert.deepEqual([dropped, budget.bytes], [["a", "b", "c"], 100]);
  });

  it("counts an item that is added twice once", () => {
    const item = {};
    const budget = new ByteBudget(10);
    for (const bytes of [3, 7]) budget.add(item, bytes, () => assert.fail());
    assert.equal(budget.bytes, 7);
    budget.remove(item);
    assert.equal(budget.bytes, 0);
  });
});

describe("runConcurrently", () => {
  it("returns results in the order of the tasks, whichever ends first", async () => {
    const ends: (() => void)[] = [];
    const tasks = [0, 1, 2].map((value) => () => {
      return new Promise<number>((resolve) => ends.push(() => resolve(value)));
    });
    const results = runConcurrently(3, tasks);
    for (const end of ends.toReversed()) end();
    assert.deepEqual(await results, [0, 1, 2]);
  });

  it("starts no task after one has failed", async () => {
    let started = 0;
    const task = () => Promise.reject(new Error(`failed ${started++}`));
    await assert.rejects(runConcurrently(1, [task, task, task]), /failed 0/);
    assert.equal(started, 1);
  });
});

describe("loadRange", () => {
  const columns = (times: readonly number[], fields: LoadColumns["fields"]): LoadColumns => ({
    times: Float64Array.from(times),
    fields,
  });
  const history = (each: LoadColumns) => ({
    from: 0,
    to: 0,
    rows: each.times.length,
    nodes: new Map([["a", each]]),
  });

  it("extend replaces rows from the first new one on, and fills missing fields with NaN", () => {
    const before = history(columns([0, 60, 120], { cpu: Float64Array.of(1, 2, 3) }));
    const after = history(
      columns([120, 180], { cpu: Float64Array.of(9, 4), gpu: Float64Array.of(5, 6) }),
    );
    const { nodes, rows } = loadRange.extend(before, after);
    assert.deepEqual([...(nodes.get("a")?.times ?? [])], [0, 60, 120, 180]);
    assert.deepEqual([...(nodes.get("a")?.fields.cpu ?? [])], [1, 2, 9, 4]);
    assert.deepEqual([...(nodes.get("a")?.fields.gpu ?? [])], [NaN, NaN, 5, 6]);
    assert.equal(rows, 4);
  });

  it("slice keeps a row on either side in each column", () => {
    const cpu = Float64Array.of(1, 2, 3, 4, 5);
    const whole = history(columns([0, 60, 120, 180, 240], { cpu }));
    const part = loadRange.slice(whole, { from: 100, to: 130 }).nodes.get("a");
    assert.deepEqual([...(part?.times ?? [])], [60, 120, 180]);
    assert.deepEqual([...(part?.fields.cpu ?? [])], [2, 3, 4]);
  });

  it("extend does not change a node without new rows", () => {
    const before = history(columns([0], { cpu: Float64Array.of(1) }));
    assert.deepEqual(loadRange.extend(before, history(columns([], {}))), before);
  });
});

describe("pingRange", () => {
  const task = (id: number, loss: number): PingTask => ({
    id,
    name: `task ${id}`,
    intervalSeconds: 60,
    latest: 1,
    average: 1,
    min: 1,
    max: 1,
    p50: 1,
    p99: 1,
    loss,
    total: 10,
  });
  const history = (tasks: readonly PingTask[]): PingHistory => ({
    from: 0,
    to: 0,
    series: [],
    tasks,
    rows: 0,
  });

  it("extend keeps the statistics of the whole range, not those of the new part", () => {
    const { tasks } = pingRange.extend(history([task(1, 5)]), history([task(1, 0), task(2, 100)]));
    assert.deepEqual(
      tasks.map(({ id, name, loss }) => [id, name, loss]),
      [
        [1, "task 1", 5],
        [2, "task 2", undefined],
      ],
    );
  });

  it("slice keeps a row on either side, but none of a task that ended before", () => {
    const times = [Float64Array.of(0, 60, 120, 180, 240), Float64Array.of(0, 60)];
    const series = times.map((each, taskId) => {
      return { taskId, uuid: "a", times: each, values: each.map((time) => time / 60) };
    });
    const sliced = pingRange.slice({ ...history([]), series }, { from: 100, to: 130 }).series;
    assert.deepEqual(
      sliced.map((each) => [[...each.times], [...each.values]]),
      [
        [
          [60, 120, 180],
          [1, 2, 3],
        ],
        [[], []],
      ],
    );
  });

  it("isFinest is true for a step equal to the task's interval", () => {
    assert.equal(pingRange.isFinest(every(300, 120_000)), true);
    assert.equal(pingRange.isFinest(every(60, 120_000)), false);
  });

  it("isFinest is false for buckets of five minutes, even if they equal the task's interval", () => {
    assert.equal(pingRange.isFinest(every(300, 0)), false);
  });

  const every = (intervalSeconds: number, first: number) => {
    const times = Float64Array.of(first, first + 300_000, first + 600_000);
    const series = [{ taskId: 1, uuid: "a", times, values: times }];
    return { ...history([{ ...task(1, 0), intervalSeconds }]), series };
  };
});
