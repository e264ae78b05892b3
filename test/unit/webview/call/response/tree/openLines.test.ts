import assert from "node:assert/strict";
import { keyOf } from "../../../../../../webview/call/response/json/jsonLine";
import { type JsonIndex } from "../../../../../../webview/call/response/json/jsonIndex";
import {
  firstOpen,
  nearestRow,
  openPaths,
  reopen,
  visibleRows,
} from "../../../../../../webview/call/response/tree/openLines";
import { indexOfValue } from "../indexOf";

const keysOf = (index: JsonIndex, rows: Uint32Array) =>
  Array.from(rows, (line) => keyOf(index, line) ?? "-");

describe("Expanded lines of a tree", () => {
  it("are initially all of a small result", () => {
    const index = indexOfValue({ a: { b: { c: 1 } }, d: [1] });
    assert.deepEqual(keysOf(index, visibleRows(index, firstOpen(index))), [
      "-",
      "a",
      "b",
      "c",
      "d",
      "-",
    ]);
  });

  it("are initially only the outline of a large result", () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({ at }));
    const index = indexOfValue({ count: 5000, records: { node: many } });
    assert.deepEqual(keysOf(index, visibleRows(index, firstOpen(index))), [
      "-",
      "count",
      "records",
      "node",
    ]);
  });

  it("always include the root", () => {
    const index = indexOfValue(Array.from({ length: 5000 }, () => [1]));
    assert.equal(visibleRows(index, firstOpen(index)).length, 5001);
  });

  it("hide the content of collapsed containers", () => {
    const index = indexOfValue({ a: { b: { c: 1 } }, d: 2 });
    const open = firstOpen(index);
    open[1] = 0;
    const rows = visibleRows(index, open);
    assert.deepEqual(keysOf(index, rows), ["-", "a", "d"]);
    assert.equal(nearestRow(rows, 3), 1);
  });

  it("are the same in another result with the same keys", () => {
    const first = indexOfValue({ a: { x: [1] }, b: { y: [1] }, c: {} });
    const open = new Uint8Array(first.size);
    open[0] = 1;
    open[1] = 1;
    const paths = openPaths(first, open);
    const second = indexOfValue({ b: { y: [1, 2] }, a: { x: [1, 2], z: 3 } });
    const rows = visibleRows(second, reopen(second, paths));
    assert.deepEqual(keysOf(second, rows), ["-", "b", "a", "x", "z"]);
  });

  it("support keys such as __proto__", () => {
    const index = indexOfValue(JSON.parse('{"__proto__":{"a":1},"constructor":{"b":2}}'));
    const reopened = reopen(index, openPaths(index, firstOpen(index)));
    assert.deepEqual([...reopened], [...firstOpen(index)]);
  });
});
