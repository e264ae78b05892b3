import assert from "node:assert/strict";
import {
  keepSelected,
  noSelection,
  selectOnly,
  selectRange,
  toggleSelected,
} from "../../../../../webview/fleet/state/selection";

const order = [5, 3, 8, 1];
const slots = ({ slots: selected }: { readonly slots: ReadonlySet<number> }) => [...selected];

describe("selectRange", () => {
  it("goes from the anchor to the row in either direction, and keeps the anchor", () => {
    const down = selectRange(selectOnly(3), 1, order);
    assert.deepEqual([slots(down), down.anchor], [[3, 8, 1], 3]);
    assert.deepEqual(slots(selectRange(down, 5, order)), [5, 3]);
  });

  it("is the row alone without an anchor, or when that is no longer shown", () => {
    assert.deepEqual(slots(selectRange(noSelection, 8, order)), [8]);
    assert.deepEqual(slots(selectRange(selectOnly(99), 8, order)), [8]);
  });
});

describe("toggleSelected", () => {
  it("adds a row and takes it out again", () => {
    const both = toggleSelected(selectOnly(3), 8);
    assert.deepEqual(slots(both), [3, 8]);
    assert.deepEqual(slots(toggleSelected(both, 3)), [8]);
  });
});

describe("keepSelected", () => {
  it("drops what is no longer shown", () => {
    const selection = toggleSelected(selectOnly(3), 8);
    assert.deepEqual(slots(keepSelected(selection, new Set([8]))), [8]);
    assert.equal(keepSelected(selection, new Set([3, 8])), selection);
  });
});
