import assert from "node:assert/strict";
import { selectedRows } from "../../../../src/features/tree/selectedRows";

describe("selectedRows", () => {
  it("returns the clicked row if it is the only one", () => {
    assert.deepEqual(selectedRows("a", undefined, ["b"]), ["a"]);
    assert.deepEqual(selectedRows("a", [], ["b"]), ["a"]);
  });

  it("returns all rows if several are selected", () => {
    assert.deepEqual(selectedRows("a", ["a", "b"], []), ["a", "b"]);
  });

  it("returns the selection of the view without a row", () => {
    assert.deepEqual(selectedRows(undefined, undefined, ["b"]), ["b"]);
    assert.deepEqual(selectedRows(undefined, undefined), []);
  });
});
