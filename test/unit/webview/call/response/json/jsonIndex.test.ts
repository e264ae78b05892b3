import assert from "node:assert/strict";
import {
  childrenOf,
  countOf,
  keyOf,
  kindOf,
  rawValue,
} from "../../../../../../webview/call/response/json/jsonLine";
import { isCloser } from "../../../../../../webview/call/response/json/jsonIndex";
import { jsonPath } from "../../../../../../webview/call/response/json/jsonPath";
import { indexOf, indexOfValue } from "../indexOf";

describe("indexJson", () => {
  it("has a line per value and per bracket that closes a non-empty container", () => {
    const index = indexOfValue({ a: [1, {}], b: "x" });
    const lines = Array.from({ length: index.size }, (_, line) =>
      isCloser(index, line) ? "close" : [keyOf(index, line), kindOf(index, line)].join(" "),
    );
    assert.deepEqual(lines, [
      " object",
      "a array",
      " number",
      " object",
      "close",
      "b string",
      "close",
    ]);
    assert.deepEqual([...index.ends], [6, 4, 2, 3, 4, 5, 6]);
    assert.deepEqual([...index.depths], [0, 1, 2, 2, 1, 1, 0]);
    assert.deepEqual([...index.places], [0, 0, 0, 1, 2, 1, 2]);
    assert.deepEqual([...index.parents], [0, 0, 1, 1, 1, 0, 0]);
  });

  it("keeps numbers of any size, the order of members and duplicate keys", () => {
    const index = indexOf('{"b":9223372036854774784,"10":1e400,"b":-0.10}');
    const members = Array.from(childrenOf(index, 0), (line) => [
      keyOf(index, line),
      rawValue(index, line),
    ]);
    assert.deepEqual(members, [
      ["b", "9223372036854774784"],
      ["10", "1e400"],
      ["b", "-0.10"],
    ]);
  });

  it("ignores quotes, brackets and backslashes in strings", () => {
    const value = { 'k"}': 'a\\"]', "\\": "\\\\", "": ["{", '\\"', ""] };
    const index = indexOfValue(value);
    const [first, second, third] = [...childrenOf(index, 0)];
    assert.deepEqual(
      [first, second, third].map((line) => keyOf(index, line ?? 0)),
      ['k"}', "\\", ""],
    );
    assert.equal(JSON.parse(rawValue(index, first ?? 0)), 'a\\"]');
    assert.equal(countOf(index, third ?? 0), 3);
    assert.equal(rawValue(index, third ?? 0), JSON.stringify(value[""]));
  });

  it("skips whitespace", () => {
    const index = indexOf(' { "a" :\n[ ] , "b" : [ 1 , 2 ] } ');
    const values = Array.from(childrenOf(index, 0), (line) => rawValue(index, line));
    assert.deepEqual(values, ["[ ]", "[ 1 , 2 ]"]);
    assert.deepEqual(
      Array.from(childrenOf(index, 0), (line) => countOf(index, line)),
      [0, 2],
    );
  });

  it("indexes more lines than its initial capacity", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ at, list: [at] }));
    const index = indexOfValue(rows);
    assert.equal([...childrenOf(index, 0)].length, rows.length);
    for (const row of childrenOf(index, 0)) assert.equal(countOf(index, row), 2);
  });

  it("indexes scalars, and nesting too deep for recursion", () => {
    assert.equal(rawValue(indexOf('"pong"'), 0), '"pong"');
    const deep = 200_000;
    const index = indexOf("[".repeat(deep) + "]".repeat(deep));
    assert.equal(index.size, 2 * deep - 1);
  });
});

describe("jsonPath", () => {
  it("has brackets for keys that are not identifiers", () => {
    const index = indexOf('{"records":{"7c1f-\\u0022":[0,{"cpu":1}]}}');
    const line = [...index.starts.keys()].find((at) => keyOf(index, at) === "cpu") ?? 0;
    assert.equal(jsonPath(index, line), '$.records["7c1f-\\""][1].cpu');
    assert.equal(jsonPath(index, 0), "$");
  });
});
