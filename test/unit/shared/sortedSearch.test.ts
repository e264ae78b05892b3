import assert from "node:assert/strict";
import { lowerBound, nearest, upperBound } from "../../../src/shared/sortedSearch";

const sorted = Float64Array.of(1, 3, 3, 5);

describe("sortedSearch", () => {
  it("lowerBound finds the first number that is at least a value", () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((value) => lowerBound(sorted, value)),
      [0, 0, 1, 1, 3, 3, 4],
    );
    assert.equal(lowerBound(new Float64Array(0), 1), 0);
  });

  it("lowerBound stays within its limits", () => {
    assert.deepEqual([lowerBound(sorted, 0, 2), lowerBound(sorted, 9, 0, 3)], [2, 3]);
  });

  it("upperBound finds the first number that is more than a value", () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((value) => upperBound(sorted, value)),
      [0, 1, 1, 3, 3, 4, 4],
    );
  });

  it("nearest finds the nearest number, the earlier of two equally near", () => {
    assert.deepEqual(
      [0, 2, 3.9, 4, 9].map((value) => nearest(sorted, value)),
      [0, 0, 2, 2, 3],
    );
    assert.equal(nearest(new Float64Array(0), 1), undefined);
  });
});
