import assert from "node:assert/strict";
import { type Line } from "../../../../../webview/chart/data/line";
import { alignLines } from "../../../../../webview/chart/plot/align";
import { buildLine, regular } from "../data/encoded";

function aligned(lines: readonly Line[], from: number, to: number) {
  const sources = lines.map((line) => ({ line, factor: 1 }));
  const { times, values } = alignLines(sources, { from, to });
  return { times: [...times], values };
}

describe("alignLines: one line", () => {
  it("has its samples in the span, and where it crosses the edges", () => {
    const line = buildLine([0, 10, 20, 30, 40], [0, 100, 200, 300, 400]);
    assert.deepEqual(aligned([line], 15, 32), {
      times: [15, 20, 30, 32],
      values: [[150, 200, 300, 320]],
    });
  });

  it("has no edges where a sample stands on them, or none lies beyond", () => {
    const line = buildLine([0, 10, 20], [1, 2, 3]);
    assert.deepEqual(aligned([line], 0, 20).times, [0, 10, 20]);
    assert.deepEqual(aligned([line], -50, 50).times, [0, 10, 20]);
  });

  it("goes through a span without samples", () => {
    const line = buildLine([0, 10, 20, 30], [0, 10, 20, 30]);
    assert.deepEqual(aligned([line], 12, 18), { times: [12, 18], values: [[12, 18]] });
  });

  it("is broken at lost pings and unknown values", () => {
    const values = [5, -1, NaN, 8];
    const ping = buildLine(regular(0, 10, 4), values, { metric: "ping" });
    assert.deepEqual(aligned([ping], 0, 30).values, [[5, null, null, 8]]);
    const degrees = buildLine(regular(0, 10, 4), values, { metric: "temperature" });
    assert.deepEqual(aligned([degrees], 0, 30).values, [[5, -1, null, 8]]);
  });

  it("is broken in the middle of gaps", () => {
    const times = [...regular(0, 10, 6), ...regular(150, 10, 6)];
    const { times: all, values } = aligned([buildLine(times, times)], 0, 200);
    assert.equal(values[0]?.[all.indexOf(100)], null);
    assert.equal(all.length, times.length + 1);
  });

  it("does not come in over a gap, nor from what is unknown", () => {
    const times = [...regular(0, 10, 6), ...regular(150, 10, 6)];
    assert.deepEqual(aligned([buildLine(times, times)], 100, 160).values, [[null, 150, 160]]);
    const unknown = buildLine([0, 10, 20], [NaN, 1, 2]);
    assert.deepEqual(aligned([unknown], 5, 20).values, [[null, 1, 2]]);
  });

  it("shows the last of rows with the same time", () => {
    const line = buildLine([0, 10, 10, 20], [1, 2, 3, 4]);
    assert.deepEqual(aligned([line], 0, 20), { times: [0, 10, 20], values: [[1, 3, 4]] });
  });

  it("is in percent of its total, or omitted without a total", () => {
    const values = (factor: number) =>
      alignLines([{ line: buildLine([0, 1], [2, 4]), factor }], { from: 0, to: 1 }).values;
    assert.deepEqual(values(10), [[20, 40]]);
    assert.deepEqual(values(NaN), [[null, null]]);
  });
});

describe("alignLines: several lines", () => {
  it("have their times in common where they have the same column", () => {
    const one = buildLine([0, 10, 20], [1, 2, 3]);
    const other = { ...one, id: "memory", values: Float64Array.of(4, NaN, 6) };
    assert.deepEqual(aligned([one, other], 0, 20), {
      times: [0, 10, 20],
      values: [
        [1, 2, 3],
        [4, null, 6],
      ],
    });
  });

  it("go on over each other's times", () => {
    const one = buildLine([0, 10, 20], [1, 2, 3]);
    const other = buildLine([5, 10, 15], [7, 8, 9]);
    assert.deepEqual(aligned([one, other], 0, 20), {
      times: [0, 5, 10, 15, 20],
      values: [
        [1, undefined, 2, undefined, 3],
        [undefined, 7, 8, 9, undefined],
      ],
    });
  });

  it("are broken each by its own gaps", () => {
    const broken = buildLine([0, 1, 2, 3, 4, 20, 21, 22, 23], regular(0, 1, 9));
    const whole = buildLine(regular(0.5, 1, 23), regular(0, 1, 23));
    const { times, values } = aligned([broken, whole], 0, 23);
    const at = times.indexOf(12);
    assert.deepEqual([values[0]?.[at], values[1]?.[at]], [null, undefined]);
    assert.ok(!values[1]?.includes(null));
  });

  it("are none for no lines", () => assert.deepEqual(aligned([], 0, 1), { times: [], values: [] }));
});
