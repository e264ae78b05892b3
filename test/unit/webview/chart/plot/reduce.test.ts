import assert from "node:assert/strict";
import { type Line } from "../../../../../webview/chart/data/line";
import { Pyramid } from "../../../../../webview/chart/data/pyramid";
import { columnStarts, gridTimes, reduceLine } from "../../../../../webview/chart/plot/reduce";
import { buildLine, regular } from "../data/encoded";

const grid = { start: 0, width: 10, count: 5 };

function reduced(line: Line, factor = 1) {
  const pyramid = new Pyramid(line.metric === "ping");
  pyramid.cover(line.values);
  const { values, min, max } = reduceLine(
    line,
    pyramid,
    grid,
    columnStarts(line.times, grid),
    factor,
  );
  return { values, min: [...min], max: [...max] };
}

describe("reduceLine", () => {
  it("shows the mean of every column, and its extremes", () => {
    const line = buildLine(regular(0, 5, 10), [1, 3, 5, 5, 0, 8, 2, 2, 7, 9]);
    assert.deepEqual(reduced(line), {
      values: [undefined, 2, 5, 4, 2, 8, undefined],
      min: [1, 5, 0, 2, 7],
      max: [3, 5, 8, 2, 9],
    });
  });

  it("goes on over columns without a sample, and to the edges", () => {
    const { values, min } = reduced(buildLine([-10, 15, 40, 65], [0, 25, 50, 75]));
    assert.deepEqual(values, [10, undefined, 25, undefined, undefined, 50, 60]);
    assert.deepEqual(min, [NaN, 25, NaN, NaN, 50]);
  });

  it("is broken in columns over which there is a gap", () => {
    const times = [...regular(0, 1, 9), ...regular(41, 1, 9)];
    assert.deepEqual(
      reduced(
        buildLine(
          times,
          times.map(() => 6),
        ),
      ).values,
      [undefined, ...[6, null, null, null, 6], undefined],
    );
  });

  it("is broken where nothing in a column is known", () => {
    const values = [4, 4, -1, -1, NaN, NaN, 5, -1, 6, 6];
    const { values: shown, max } = reduced(
      buildLine(regular(0, 5, 10), values, { metric: "ping" }),
    );
    assert.deepEqual(shown, [undefined, 4, null, null, 5, 6, undefined]);
    assert.deepEqual(max, [4, NaN, NaN, 5, 6]);
  });

  it("is in percent of its total, or omitted without a total", () => {
    const line = buildLine([5, 15], [1, 2]);
    assert.deepEqual(reduced(line, 50).max, [50, 100, NaN, NaN, NaN]);
    assert.deepEqual(reduced(line, NaN).values, [undefined, null, null, ...Array<undefined>(4)]);
  });

  it("has times in the middle of the columns, and the edges around them", () => {
    assert.deepEqual([...gridTimes(grid)], [0, 5, 15, 25, 35, 45, 50]);
  });
});
