import assert from "node:assert/strict";
import { aggregateLine } from "../../../../../webview/chart/state/aggregate";
import { lineOf } from "./setup";

const every = (step: number, ...values: readonly (number | "lost")[]) =>
  Object.fromEntries(values.map((value, index) => [index * step, value] as const));
const valuesOf = (...args: Parameters<typeof aggregateLine>) => [
  ...(aggregateLine(...args)?.values ?? []),
];

describe("aggregateLine", () => {
  const metric = "load";
  const one = lineOf(every(10, 1, 2, 3, 4), { metric, id: "a", node: "a" });
  const other = lineOf(every(10, 3, 4, 5, 8), { metric, id: "b", node: "b" });

  it("is the average or the sum at every time", () => {
    assert.deepEqual(valuesOf([one, other], "average", false), [2, 3, 4, 6]);
    assert.deepEqual(valuesOf([one, other], "sum", false), [4, 6, 8, 12]);
    assert.match(aggregateLine([one, other], "average", false)?.name ?? "", /2/);
  });

  it("is unknown where any of them is: offline, lost, or not begun", () => {
    const late = lineOf({ 10: 4, 20: NaN, 30: 8 }, { metric, node: "c" });
    assert.deepEqual(valuesOf([one, late], "sum", false), [NaN, 6, NaN, 12]);
    const ping = lineOf(every(10, 5, "lost", 7, 9), { metric: "ping", node: "d" });
    assert.deepEqual(valuesOf([ping, ping], "average", false), [5, NaN, 7, 9]);
  });

  it("is at the times of the longest steps, on the lines between samples", () => {
    const fine = lineOf(every(4, 0, 4, 8, 12, 16, 20, 24, 28, 32), { metric, node: "e" });
    assert.deepEqual(valuesOf([fine, one], "sum", false), [1, 12, 23, 34]);
  });

  it("keeps the last value of a line for one step, and no longer", () => {
    const short = lineOf(every(8, 1, 1, 1, 1), { metric, node: "f" });
    const longer = lineOf(every(10, 1, 1, 1, 1, 1), { metric, node: "g" });
    assert.deepEqual(valuesOf([short, longer], "sum", false), [2, 2, 2, 2, NaN]);
  });

  it("in percent averages shares, and sums up amounts and totals", () => {
    const small = lineOf(every(10, 1, 1), { metric: "memory", total: 2, node: "a" });
    const large = lineOf(every(10, 2, 4), { metric: "memory", total: 8, node: "b" });
    const average = aggregateLine([small, large], "average", true);
    assert.deepEqual([average?.total, ...(average?.values ?? [])], [100, 37.5, 50]);
    const sum = aggregateLine([small, large], "sum", true);
    assert.deepEqual([sum?.total, ...(sum?.values ?? [])], [10, 3, 5]);
  });

  it("has no sum of what does not add up", () => {
    for (const metric of ["cpu", "ping", "temperature"] as const) {
      const lines = [one, other].map((line) => ({ ...line, metric }));
      assert.equal(aggregateLine(lines, "sum", false), undefined);
      assert.ok(aggregateLine(lines, "average", false));
    }
  });

  it("is not there for less than two nodes", () => {
    assert.equal(aggregateLine([one], "sum", false), undefined);
    assert.equal(aggregateLine([], "sum", false), undefined);
  });
});
