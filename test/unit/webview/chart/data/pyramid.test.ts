import assert from "node:assert/strict";
import { emptySummary, Pyramid } from "../../../../../webview/chart/data/pyramid";

function summaryOf(values: readonly number[], from: number, to: number, pings = false) {
  const column = Float64Array.from(values);
  const pyramid = new Pyramid(pings);
  pyramid.cover(column);
  const summary = emptySummary();
  pyramid.add(column, from, to, summary);
  return summary;
}

describe("pyramid", () => {
  const counting = Array.from({ length: 10_000 }, (_, index) => index);

  for (const [from, to] of [
    [0, 10_000],
    [1, 9_999],
    [16, 32],
    [255, 257],
    [4_000, 4_001],
    [37, 8_191],
  ] as const) {
    it(`sums up [${from}, ${to})`, () => {
      assert.deepEqual(summaryOf(counting, from, to), {
        min: from,
        max: to - 1,
        sum: ((from + to - 1) * (to - from)) / 2,
        count: to - from,
        lost: 0,
      });
    });
  }

  it("is empty for an empty range", () => {
    assert.deepEqual(summaryOf(counting, 500, 500), emptySummary());
  });

  it("leaves out what is unknown and counts what is lost apart", () => {
    const values = counting
      .slice(0, 48)
      .map((value) => (value % 3 === 0 ? NaN : value % 3 === 1 ? -1 : 7));
    const expected = { min: 7, max: 7, sum: 16 * 7, count: 16, lost: 16 };
    assert.deepEqual(summaryOf(values, 0, 48, true), expected);
  });

  it("takes values below 0 for values where there are no pings", () => {
    const { min, lost } = summaryOf([-5, 3], 0, 2);
    assert.deepEqual([min, lost], [-5, 0]);
  });

  it("is the same when the column has come bit by bit", () => {
    const pyramid = new Pyramid(false);
    for (let length = 0; length <= counting.length; length += 611) {
      pyramid.cover(Float64Array.from(counting.slice(0, length)));
    }
    const column = Float64Array.from(counting);
    pyramid.cover(column);
    const summary = emptySummary();
    pyramid.add(column, 3, 9_998, summary);
    assert.deepEqual(summary, summaryOf(counting, 3, 9_998));
  });

  it("weights samples by the length of time that they cover, including earlier ones", () => {
    const column = Float64Array.from(counting, () => 2);
    const lengths = Float64Array.from(counting, (index) => (index < 5_000 ? 60 : 1));
    const pyramid = new Pyramid(false);
    pyramid.cover(column);
    pyramid.cover(column, lengths);
    const summary = emptySummary();
    pyramid.add(column, 4_001, 9_001, summary);
    assert.deepEqual([summary.count, summary.sum], [999 * 60 + 4_001, 2 * (999 * 60 + 4_001)]);
  });

  it("still sums up a column that has grown since", () => {
    const pyramid = new Pyramid(false);
    const [short, long] = [Float64Array.from(counting.slice(0, 100)), Float64Array.from(counting)];
    pyramid.cover(long);
    pyramid.cover(short);
    const summary = emptySummary();
    pyramid.add(short, 0, 100, summary);
    pyramid.add(long, 100, 10_000, summary);
    assert.deepEqual(summary, summaryOf(counting, 0, 10_000));
  });
});
