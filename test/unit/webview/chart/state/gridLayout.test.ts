import assert from "node:assert/strict";
import {
  columnsFor,
  columnSpans,
  evenColumns,
  fillsRow,
} from "../../../../../webview/chart/state/gridLayout";

describe("columnsFor", () => {
  it("gives as many columns as fit, with at most two below 1,240 px", () => {
    const widths = [300, 771, 772, 1239, 1240, 4000];
    assert.deepEqual(widths.map(columnsFor), [1, 1, 2, 2, 3, 3]);
  });
});

describe("evenColumns", () => {
  it("has no more columns than its rows need", () => {
    const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((count) => evenColumns(count, 3));
    assert.deepEqual(columns, [1, 1, 2, 3, 2, 3, 3, 3]);
    assert.equal(evenColumns(4, 1), 1);
  });
});

describe("columnSpans", () => {
  const ids = ["cpu", "load", "memory", "network", "disk", "ping", "traffic", "processes"] as const;

  it("gives traffic a row, and what is left of a row to its last chart", () => {
    assert.deepEqual(columnSpans(ids.map(fillsRow), 1), [1, 1, 1, 1, 1, 1, 1, 1]);
    assert.deepEqual(columnSpans(ids.map(fillsRow), 2), [1, 1, 1, 1, 1, 1, 2, 2]);
    assert.deepEqual(columnSpans(ids.map(fillsRow), 3), [1, 1, 1, 1, 1, 1, 3, 3]);
  });

  it("leaves no place empty before traffic", () => {
    const withoutPing = ids.filter((id) => id !== "ping");
    assert.deepEqual(columnSpans(withoutPing.map(fillsRow), 2), [1, 1, 1, 1, 2, 2, 2]);
    assert.deepEqual(columnSpans([false, true], 3), [3, 3]);
    assert.deepEqual(columnSpans([], 2), []);
  });
});
