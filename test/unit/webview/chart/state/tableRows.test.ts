import assert from "node:assert/strict";
import { type TableCell, tableOf } from "../../../../../webview/chart/state/tableRows";
import { lineOf } from "./setup";

const maxRows = 500;

const valueOf = ({ count, lost, average }: TableCell) =>
  count > 0 ? average : lost > 0 ? "lost" : "–";

describe("table of a chart", () => {
  it("has a row for each time of any line, and distinguishes lost from unknown", () => {
    const lines = [lineOf({ 10: 1, 20: NaN, 30: 3, 90: 9 }), lineOf({ 20: "lost", 30: 4 })];
    const { bucket, rows } = tableOf(lines, { from: 10, to: 40 });
    assert.equal(bucket, undefined);
    assert.deepEqual(
      rows.map(({ time, cells }) => [time, ...cells.map(valueOf)]),
      [
        [10, 1, "–"],
        [20, "–", "lost"],
        [30, 3, 4],
      ],
    );
  });

  it("is empty where there are no samples", () => {
    assert.deepEqual(tableOf([lineOf({ 10: 1 })], { from: 20, to: 30 }).rows, []);
  });

  it("merges what is too long into equal ranges, without losing or doubling a sample", () => {
    const values = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [i * 1000, i % 10]));
    const { bucket, rows } = tableOf([lineOf(values)], { from: 0, to: 4_999_000 });
    assert.ok(bucket !== undefined && rows.length <= maxRows && rows.length > maxRows / 3);
    const starts = rows.map(({ time }) => time);
    assert.ok(starts.every((time) => time % bucket === 0));
    const cells = rows.flatMap((row) => row.cells);
    assert.equal(
      cells.reduce((sum, { count }) => sum + count, 0),
      5000,
    );
    const total = cells.reduce((sum, { count, average }) => sum + count * average, 0);
    assert.equal(Math.round(total), 4.5 * 5000);
  });

  it("has the minimum, the maximum and the lost of a range", () => {
    const lines = [lineOf({ 0: 5, 1000: "lost", 2000: 1, 9000: 7 }, { metric: "ping" })];
    const { rows } = tableOf(lines, { from: 0, to: 10_000 }, 3);
    const [first, second] = rows.flatMap(({ cells }) => cells);
    assert.deepEqual(first, { count: 2, lost: 1, average: 3, min: 1, max: 5 });
    assert.deepEqual(second, { count: 1, lost: 0, average: 7, min: 7, max: 7 });
  });

  it("weights merged rows by the length of time that they cover", () => {
    const times = [0, 60, 120, 180, 240, 300, 301, 302, 303, 304];
    const lines = [
      lineOf(Object.fromEntries(times.map((time) => [time * 1000, time < 300 ? 1 : 9]))),
    ];
    const [first] = tableOf(lines, { from: 0, to: 304_000 }, 2).rows.flatMap(({ cells }) => cells);
    assert.deepEqual([first?.count, first?.max], [10, 9]);
    assert.equal(first?.average, (300 + 5 * 9) / 305);
  });

  it("leaves out what lies outside of the span even when merging", () => {
    const values = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i * 1000, i]));
    const { rows } = tableOf([lineOf(values)], { from: 7000, to: 33_000 }, 5);
    const cells = rows.flatMap((row) => row.cells);
    assert.equal(Math.min(...cells.map(({ min }) => min)), 7);
    assert.equal(Math.max(...cells.map(({ max }) => max)), 33);
  });
});
