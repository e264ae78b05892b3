import assert from "node:assert/strict";
import { smooth } from "../../../../../webview/chart/plot/smooth";

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
