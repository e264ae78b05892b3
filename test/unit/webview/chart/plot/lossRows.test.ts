import assert from "node:assert/strict";
import { type Line } from "../../../../../webview/chart/data/line";
import { LineStore } from "../../../../../webview/chart/data/lineStore";
import { lossRows, lossStripHeight } from "../../../../../webview/chart/plot/lossStrip";
import { buildLine, regular } from "../data/encoded";
import { buildView } from "./view";

const minute = 60_000;
const store = new LineStore();
const pings = (values: readonly number[], step = minute, id = "ping:1") =>
  buildLine(regular(0, step, values.length), values, { metric: "ping", id });
const rowsOf = (lines: readonly Line[], to: number, width = 600) =>
  lossRows(store, buildView(lines).lines, { from: 0, to }, width);

describe("the strip of losses", () => {
  it("has a row for every line of pings, in its colour", () => {
    const rows = rowsOf([pings([1, 2]), buildLine([0, 1], [1, 2]), pings([3, -1])], minute);
    assert.deepEqual(
      rows.map(({ color }) => color),
      ["blue", "blue"],
    );
    assert.equal(rowsOf([buildLine([0, 1], [1, 2])], minute).length, 0);
  });

  it("takes more than six lines together", () => {
    const seven = Array.from({ length: 7 }, (_, index) => pings([index === 0 ? -1 : 5], minute));
    const [all, ...others] = rowsOf(seven, minute);
    assert.ok(all);
    assert.deepEqual([all.color, others.length], [undefined, 0]);
    assert.equal(
      all.loss.find((loss) => !Number.isNaN(loss)),
      100 / 7,
    );
  });

  it("is as high as its rows, and not there without pings", () => {
    const height = (count: number) =>
      lossStripHeight(buildView(Array.from({ length: count }, () => pings([1]))).lines);
    assert.equal(height(0), 0);
    assert.ok(height(2) > height(1));
    assert.equal(height(7), height(1));
  });

  it("has no empty bucket between regular pings, however far they are apart", () => {
    const values = Array.from({ length: 61 }, () => 20);
    const [row] = rowsOf([pings(values)], 60 * minute);
    assert.ok(row && !row.loss.includes(NaN));
    assert.ok(row.loss.every((loss) => loss === 0));
  });

  it("has buckets of a few pixels when there are many pings", () => {
    const values = Array.from({ length: 6001 }, () => 20);
    const [row] = rowsOf([pings(values, 1000)], 6_000_000, 600);
    assert.equal(row?.buckets.count, 100);
  });

  it("keeps its buckets where they are when the span moves on", () => {
    const line = pings(
      Array.from({ length: 100 }, () => 20),
      1000,
    );
    const grid = (from: number) =>
      lossRows(store, buildView([line]).lines, { from, to: from + minute }, 60)[0]?.buckets;
    const [before, after] = [grid(0), grid(10_000)];
    assert.ok(before && after);
    assert.equal(after.width, before.width);
    assert.equal((after.start - before.start) % before.width, 0);
  });
});
