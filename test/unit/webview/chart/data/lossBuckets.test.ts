import assert from "node:assert/strict";
import {
  lossBuckets,
  countedShare,
  lostAlone,
} from "../../../../../webview/chart/data/lossBuckets";
import { Pyramid } from "../../../../../webview/chart/data/pyramid";
import { buildLine, regular } from "./encoded";
import { type Line } from "../../../../../webview/chart/data/line";
import { alignLines } from "../../../../../webview/chart/plot/align";

function column(times: readonly number[], values: readonly number[]) {
  const line = buildLine(times, values, { metric: "ping" });
  const pyramid = new Pyramid(true);
  pyramid.cover(line.values);
  return { line, pyramid };
}

describe("lossBuckets", () => {
  const buckets = { start: 0, width: 10, count: 4 };

  it("distinguishes a bucket without pings from one without loss", () => {
    const pings = column([0, 5, 9, 10, 15, 30, 39], [1, -1, 1, 1, 1, -1, -1]);
    assert.deepEqual([...lossBuckets([pings], buckets)], [100 / 3, 0, NaN, 100]);
  });

  it("leaves out what is before, after and unknown", () => {
    const pings = column([-5, 5, 6, 40, 50], [-1, NaN, 3, -1, -1]);
    assert.deepEqual([...lossBuckets([pings], buckets)], [0, NaN, NaN, NaN]);
  });

  it("takes several lines together by their pings", () => {
    const many = column(regular(0, 1, 9), [-1, ...regular(1, 1, 8)]);
    const few = column([5], [-1]);
    assert.equal(lossBuckets([many, few], buckets)[0], 20);
  });

  it("knows nothing without lines", () => {
    assert.deepEqual([...lossBuckets([], buckets)], [NaN, NaN, NaN, NaN]);
  });

  it("counts every ping once, however many there are", () => {
    const values = regular(0, 1, 100_000).map((index) => (index % 8 === 0 ? -1 : 5));
    const all = lossBuckets([column(regular(0, 1, 100_000), values)], {
      start: 0,
      width: 16_000,
      count: 7,
    });
    assert.ok(all.every((loss) => loss === 12.5));
  });
});

const day = 86_400_000;

/** Thirty days, of some of which the last ping was lost. */
function month(lostDays: readonly number[], change: Partial<Line> = {}): Line {
  const values = Array.from({ length: 30 }, (_, index) => (lostDays.includes(index) ? -1 : 20));
  const line = buildLine(regular(0, day, 30), values, { metric: "ping" });
  return { ...line, lastOfStep: true, stats: { loss: 1, total: 43_200 }, ...change };
}

function drawn(line: Line) {
  return alignLines([{ line, factor: 1 }], { from: 0, to: 29 * day }).values[0];
}

function lossOf(line: Line): Float64Array {
  const pyramid = new Pyramid(true);
  pyramid.cover(line.values);
  return lossBuckets([{ line, pyramid }], { start: 0, width: day, count: 30 });
}

describe("a day whose last ping was lost", () => {
  it("is no gap where the server has counted few losses", () => {
    const values = drawn(month([7]));
    assert.equal(values?.[7], undefined);
    assert.ok(values?.every((value) => value !== null));
  });

  it("has no more loss in the strip than the server has counted", () => {
    const loss = lossOf(month([7]));
    assert.equal(Math.round(loss[7] ?? NaN), 30, "of 30 days with 1 % in all");
    assert.equal(loss[6], 0);
  });

  it("is a gap where the server has counted as many, or none is counted", () => {
    for (const line of [
      month([7], { stats: { loss: 3.4, total: 43_200 } }),
      month([7], { stats: undefined }),
      month([7], { lastOfStep: undefined }),
      // One ping a day.
      month([7], { stats: { loss: 1, total: 30 } }),
    ]) {
      assert.deepEqual([countedShare(line), drawn(line)?.[7], lossOf(line)[7]], [1, null, 100]);
    }
  });

  it("is a gap beside another", () => {
    const isAlone = lostAlone(month([7, 8, 20]));
    assert.deepEqual([7, 8, 20, 21].map(isAlone), [false, false, true, false]);
  });
});
