import assert from "node:assert/strict";
import { ColumnSet } from "../../../../../src/komari/decode/records/columnSet";

function setOf(rows: readonly (readonly number[])[], expected?: number): ColumnSet {
  const set = new ColumnSet(2, expected);
  for (const row of rows) set.add(Float64Array.from(row));
  return set;
}

describe("ColumnSet", () => {
  it("keeps every row, however many were expected", () => {
    for (const expected of [0, 1, 1000, 5000, Infinity]) {
      const set = setOf(
        Array.from({ length: 1000 }, (_, index) => [index, index * 2, -index]),
        expected,
      );
      assert.equal(set.length, 1000);
      assert.deepEqual(
        [...set.times()],
        Array.from({ length: 1000 }, (_, index) => index),
      );
      assert.deepEqual([...(set.numbers(0, 500, 502) ?? [])], [1000, 1002]);
      assert.deepEqual([...(set.numbers(1) ?? [])].at(-1), -999);
    }
  });

  it("has no column of which nothing is known, and NaN where something is not", () => {
    const known = 150;
    const rows = Array.from({ length: 200 }, (_, index) => [index, index === known ? 7 : NaN, NaN]);
    const set = setOf(rows);
    assert.equal(set.numbers(1), undefined);
    const column = [...(set.numbers(0) ?? [])];
    assert.equal(column.length, 200);
    column.forEach((value, index) => assert.equal(value, index === known ? 7 : NaN));
  });

  it("is empty without rows", () => {
    const set = setOf([]);
    assert.equal(set.length, 0);
    assert.equal(set.times().length, 0);
    assert.equal(set.numbers(0), undefined);
  });

  it("sorts the rows of a stretch and no others, those of one time as they came", () => {
    const set = setOf([
      [9, 1, NaN],
      [5, 2, NaN],
      [3, 3, 30],
      [5, 4, NaN],
      [1, 5, 50],
    ]);
    set.sort(1, 4);
    assert.deepEqual([...set.times()], [9, 3, 5, 5, 1]);
    assert.deepEqual([...(set.numbers(0) ?? [])], [1, 3, 2, 4, 5]);
    assert.deepEqual([...(set.numbers(1) ?? [])], [NaN, 30, NaN, NaN, 50]);
    set.sort();
    assert.deepEqual([...set.times()], [1, 3, 5, 5, 9]);
  });
});
