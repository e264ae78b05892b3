import assert from "node:assert/strict";
import { keyOf } from "../../../../../../webview/call/response/json/jsonLine";
import { TreeState } from "../../../../../../webview/call/response/tree/treeState";
import { indexOfValue } from "../indexOf";

const keys = ({ index, rows }: TreeState) => Array.from(rows, (line) => keyOf(index, line) ?? "-");
const selected = ({ index, selected: line }: TreeState) => keyOf(index, line) ?? "-";
const nested = { a: { b: { c: 1 } }, d: 2 };

describe("TreeState", () => {
  it("goes in to the first child and out to the parent, expanding and collapsing", () => {
    const state = new TreeState(indexOfValue(nested));
    assert.equal(state.goIn(), false);
    assert.equal(selected(state), "a");
    state.goIn();
    assert.equal(selected(state), "b");
    assert.equal(state.goOut(), true);
    assert.deepEqual(keys(state), ["-", "a", "b", "d"]);
    assert.equal(state.goOut(), false);
    assert.equal(selected(state), "a");
  });

  it("selects the container when the selected line is hidden", () => {
    const state = new TreeState(indexOfValue(nested));
    state.select(3);
    assert.equal(selected(state), "c");
    state.foldAll(true);
    assert.deepEqual(keys(state), ["-", "a", "d"]);
    assert.equal(selected(state), "a");
  });

  it("expands the ancestors of a line on goTo", () => {
    const state = new TreeState(indexOfValue(nested));
    state.foldAll(true);
    assert.equal(state.goTo(3), true);
    assert.deepEqual(keys(state), ["-", "a", "b", "c", "d"]);
    assert.equal(selected(state), "c");
    assert.equal(state.goTo(1), false);
  });

  it("keeps the selection within the visible rows", () => {
    const state = new TreeState(indexOfValue(nested));
    state.selectRow(-3);
    assert.equal(state.selectedRow, 0);
    state.selectRow(Infinity);
    assert.equal(selected(state), "d");
  });

  it("keeps the expansion of the previous result only if the user has changed it", () => {
    const big = { list: Array.from({ length: 100 }, (_, at) => ({ at })) };
    const untouched = new TreeState(indexOfValue({ x: 1 }));
    assert.deepEqual(keys(new TreeState(indexOfValue(big), untouched)), ["-", "list"]);
    const touched = new TreeState(indexOfValue(big));
    touched.toggle(1);
    assert.equal(new TreeState(indexOfValue(big), touched).rows.length, 102);
  });
});
