import assert from "node:assert/strict";
import { type Line } from "../../../../../webview/chart/data/line";
import { LineStore } from "../../../../../webview/chart/data/lineStore";
import { drawingOf, extentOf, smooth } from "../../../../../webview/chart/plot/drawing";
import { buildLine, regular } from "../data/encoded";
import { buildView } from "./view";

const store = new LineStore();
const rows = (count: number, step = 1) => {
  const times = regular(0, step, count);
  return buildLine(
    times,
    times.map((time) => time % 7),
  );
};

function drawing(lines: readonly Line[], pixels: number, smooth = false) {
  const to = Math.max(...lines.map(({ times }) => times.at(-1) ?? 0));
  return drawingOf(store, buildView(lines, { from: 0, to, smooth }), pixels);
}

describe("drawingOf", () => {
  it("shows every sample up to four per pixel", () => {
    const { times, bands } = drawing([rows(400)], 100);
    assert.deepEqual([times.length, bands.length], [400, 0]);
  });

  it("merges samples beyond that", () => {
    const { times, bands, columns } = drawing([rows(401)], 100);
    assert.deepEqual([times.length, bands.length, columns.width], [102, 1, 4]);
  });

  it("merges all lines of the chart when one has so many", () => {
    const { values, bands } = drawing([rows(1000), rows(10, 100)], 100);
    assert.equal(bands.length, 2);
    assert.ok(values.every(({ length }) => length === 102));
  });

  it("merges many lines that have no times in common", () => {
    const lines = Array.from({ length: 10 }, (_, index) => rows(100, 1 + index / 100));
    assert.equal(drawing(lines, 100).bands.length, 10);
    assert.equal(drawing(lines.slice(0, 5), 100).bands.length, 0);
  });

  it("smooths what is drawn, not the extremes", () => {
    const [plain, smooth] = [drawing([rows(401)], 100), drawing([rows(401)], 100, true)];
    assert.notDeepEqual(smooth.values, plain.values);
    assert.deepEqual(smooth.bands[0]?.max, plain.bands[0]?.max);
  });

  it("uses only the samples in view", () => {
    const line = rows(100_000);
    const { times } = drawingOf(store, buildView([line], { from: 500, to: 520 }), 100);
    assert.deepEqual([...times], regular(500, 1, 21));
  });
});

describe("extentOf", () => {
  const line = buildLine([0, 10, 20, 30], [1, 50, 3, 2]);
  const extent = (from: number, to: number, more: Partial<Line> = {}, percent = false) =>
    extentOf(store, buildView([{ ...line, ...more }], { from, to, percent }));

  it("is that of the samples in view", () => {
    assert.deepEqual(extent(0, 30), { low: 1, high: 50 });
    assert.deepEqual(extent(20, 30), { low: 2, high: 3 });
  });

  it("includes where the line comes in and goes out", () => {
    assert.deepEqual(extent(15, 30), { low: 2, high: 26.5 });
    assert.deepEqual(extent(2, 4), { low: 10.8, high: 20.6 });
  });

  it("is none if nothing is in view", () => {
    const nothing = { low: Infinity, high: -Infinity };
    assert.deepEqual(extent(100, 200), nothing);
    assert.deepEqual(extentOf(store, buildView([], { from: 0, to: 1 })), nothing);
    assert.deepEqual(extent(0, 30, {}, true), nothing);
  });

  it("is in percent of the total", () => {
    assert.deepEqual(extent(0, 30, { total: 200 }, true), { low: 0.5, high: 25 });
  });

  it("leaves out lost pings", () => {
    const ping = { values: Float64Array.of(-1, 7, -1, 9), metric: "ping" } as const;
    assert.deepEqual(extent(0, 30, ping), { low: 7, high: 9 });
  });
});

describe("smooth", () => {
  for (const { name, values, smoothed } of [
    {
      name: "is the mean of five",
      values: [0, 0, 10, 0, 0, 0, 0],
      smoothed: [0, 10 / 3, 2, 2, 2, 0, 0],
    },
    {
      name: "never reaches over a break",
      values: [1, 1, null, 9, 9],
      smoothed: [1, 1, null, 9, 9],
    },
    {
      name: "passes over the times of other lines",
      values: [0, undefined, 3, undefined, 6],
      smoothed: [0, undefined, 3, undefined, 6],
    },
    {
      name: "leaves a straight line as it is",
      values: [1, 2, 3, 4, 5, 6],
      smoothed: [1, 2, 3, 4, 5, 6],
    },
    { name: "leaves a point alone as it is", values: [null, 7, null], smoothed: [null, 7, null] },
    { name: "is nothing of nothing", values: [], smoothed: [] },
  ]) {
    it(name, () => assert.deepEqual(smooth(values), smoothed));
  }
});
