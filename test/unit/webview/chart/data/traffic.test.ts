import assert from "node:assert/strict";
import { valueAt } from "../../../../../webview/chart/data/lineStore";
import {
  amountsIn,
  amountsOf,
  intervalsOf,
  isPartial,
} from "../../../../../webview/chart/data/traffic";
import { buildLine, regular } from "./encoded";

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2026, 2, 1);

const intervals = (from: number, to: number, step = minute) =>
  intervalsOf({ from, to }, "utc", step);

describe("traffic: intervals", () => {
  for (const { length, step = minute, unit, count } of [
    { length: 5 * minute, unit: "minute", count: 5 },
    { length: hour, unit: "fiveMinutes", count: 12 },
    { length: 4 * hour, unit: "hour", count: 4 },
    { length: 24 * hour, unit: "hour", count: 24 },
    { length: 72 * hour, unit: "day", count: 3 },
    { length: hour, step: 15 * minute, unit: "hour", count: 1 },
  ]) {
    it(`are of the unit ${unit} in ${length / minute} min of rows every ${step / minute} min`, () => {
      const made = intervals(midnight, midnight + length, step);
      assert.deepEqual([made.unit, made.starts.length], [unit, count]);
    });
  }

  it("are cut by the range, and begin with whole hours", () => {
    const { starts, ends, isFirstCut, lastEnd } = intervals(
      midnight + 30 * minute,
      midnight + 3 * hour + minute,
    );
    assert.deepEqual(
      [...starts].map((time) => (time - midnight) / minute),
      [30, 60, 120, 180],
    );
    assert.deepEqual(
      [...ends].map((time) => (time - midnight) / minute),
      [60, 120, 180, 181],
    );
    assert.deepEqual([isFirstCut, lastEnd - midnight], [true, 4 * hour]);
  });

  it("are days of the zone, as long as they are", () => {
    const local = new Date(2026, 2, 1).getTime();
    const { starts, ends } = intervalsOf({ from: local, to: local + 72 * hour }, "local", minute);
    assert.deepEqual(
      [...starts, ends.at(-1)].map((time) => new Date(time ?? NaN).getDate()),
      [1, 2, 3, 4],
    );
  });
});

describe("traffic: amounts", () => {
  const amounts = (
    times: readonly number[],
    values: readonly number[],
    from: number,
    to: number,
  ) => [
    ...amountsIn(
      { times: Float64Array.from(times), values: Float64Array.from(values) },
      intervals(from, to),
    ),
  ];
  const quarters = regular(midnight, 15 * minute, 9);
  const twoHours = [midnight, midnight + 2 * hour + 1] as const;

  it("are what a counter rises by", () => {
    assert.deepEqual(
      amounts(quarters, [0, 1, 2, 3, 4, 6, 8, 10, 12], midnight, midnight + 2 * hour + minute),
      [4, 8, NaN],
    );
  });

  it("divide a step over the end of an interval by its time", () => {
    const times = [midnight + 45 * minute, midnight + 65 * minute, midnight + 85 * minute];
    assert.deepEqual(
      amounts(times, [0, 20, 40], midnight, midnight + 3 * hour).slice(0, 2),
      [15, 25],
    );
  });

  it("are unknown where nothing was reported, and not zero", () => {
    assert.deepEqual(amounts([], [], midnight, midnight + 3 * hour), [NaN, NaN, NaN]);
    assert.deepEqual(amounts([midnight], [7], midnight, midnight + 3 * hour), [NaN, NaN, NaN]);
  });

  it("count what a gap has hidden when the node is back", () => {
    const times = [
      ...regular(midnight, 5 * minute, 6),
      ...regular(midnight + 3 * hour + 5 * minute, 5 * minute, 6),
    ];
    const values = [0, 1, 2, 3, 4, 5, 105, 106, 107, 108, 109, 110];
    assert.deepEqual(amounts(times, values, midnight, midnight + 4 * hour), [5, NaN, NaN, 105]);
  });

  it("go on after a counter has started again", () => {
    const values = [100, 101, 102, 2, 4, 6, 8, 10, 12];
    assert.deepEqual(amounts(quarters, values, ...twoHours).slice(0, 2), [6, 8]);
  });

  it("do not take a small fall for a new start", () => {
    const values = [100, 101, 102, 90, 91, 92, 93, 94, 95];
    assert.deepEqual(amounts(quarters, values, ...twoHours).slice(0, 2), [3, 4]);
  });
});

describe("traffic: a line of amounts", () => {
  const counter = buildLine(regular(midnight, 15 * minute, 9), [0, 1, 2, 3, 4, 6, 8, 10, 12], {
    metric: "totalDown",
  });
  const range = { from: midnight, to: midnight + 3 * hour };
  const made = intervals(range.from, range.to);
  const line = amountsOf(counter, made);

  it("is the same while the intervals are", () => {
    assert.equal(amountsOf(counter, intervals(range.from, range.to)), line);
    assert.notEqual(amountsOf(counter, intervals(range.from, range.to - 1)), line);
  });

  it("has a value at any time of an interval", () => {
    const at = (time: number) => valueAt(range, line, time)?.value;
    assert.deepEqual([at(midnight), at(midnight + hour - 1), at(midnight + hour)], [4, 4, 8]);
    assert.deepEqual([at(midnight - 1), at(range.to)], [undefined, undefined]);
  });

  it("is known in part where an interval is cut, not over, or older than the rows", () => {
    const partial = (from: number, to: number, now: number) => {
      const some = intervals(from, to);
      return [...some.starts.keys()].filter((index) => isPartial(some, counter.times, index, now));
    };
    assert.deepEqual(partial(midnight, midnight + 2 * hour, range.to), []);
    assert.deepEqual(partial(midnight + 1, midnight + 2 * hour - 1, range.to), [0, 23]);
    assert.deepEqual(partial(midnight, midnight + 2 * hour, midnight + 119 * minute), [23]);
    assert.deepEqual(partial(midnight - 80 * minute, midnight + 2 * hour, range.to), [0]);
  });
});
