import assert from "node:assert/strict";
import { lossBuckets } from "../../../../../webview/chart/data/lossBuckets";
import { Pyramid } from "../../../../../webview/chart/data/pyramid";
import { buildLine, regular } from "./encoded";

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
