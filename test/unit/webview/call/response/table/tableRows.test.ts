import assert from "node:assert/strict";
import { filterRows } from "../../../../../../webview/call/response/table/filterRows";
import { findTables } from "../../../../../../webview/call/response/table/findTables";
import { jsonTable } from "../../../../../../webview/call/response/table/jsonTable";
import { sortRows } from "../../../../../../webview/call/response/table/sortRows";
import { tableCsv } from "../../../../../../webview/call/response/table/tableCsv";
import { columnWidths } from "../../../../../../webview/call/response/table/columnWidths";
import { runSync } from "../../../../../../src/json/cooperative";
import { indexOf } from "../indexOf";

function tableOf(text: string) {
  const index = indexOf(text);
  const [place] = findTables(index);
  assert.ok(place);
  return runSync(jsonTable(index, place, "Key"));
}

const listOf = (values: readonly unknown[]) =>
  tableOf(JSON.stringify(values.map((v) => (v === undefined ? { x: 0 } : { x: 0, v }))));

function sorted(values: readonly unknown[], descending: boolean): readonly unknown[] {
  const table = listOf(values);
  const rows = runSync(sortRows(table, { column: 1, descending }, "en"));
  return Array.from(rows, (row) => values[row]);
}

describe("sortRows", () => {
  it("sorts numbers by value and texts by locale", () => {
    assert.deepEqual(sorted([10, -1, 9.5], false), [-1, 9.5, 10]);
    assert.deepEqual(sorted(["db-10", "äpfel", "db-9", "Birne"], false), [
      "äpfel",
      "Birne",
      "db-9",
      "db-10",
    ]);
  });

  it("keeps missing values last in both directions", () => {
    assert.deepEqual(sorted([undefined, 2, null, 1], false), [1, 2, null, undefined]);
    assert.deepEqual(sorted([undefined, 2, null, 1], true), [2, 1, null, undefined]);
  });

  it("is stable", () => {
    const table = tableOf('[{"k":1,"n":0},{"k":0,"n":0},{"k":1,"n":0},{"k":0,"n":0}]');
    const rows = runSync(sortRows(table, { column: 0, descending: true }, "en"));
    assert.deepEqual([...rows], [0, 2, 1, 3]);
  });

  it("sorts many rows in merged runs", () => {
    const values = Array.from({ length: 12_345 }, (_, at) => (at * 7919) % 12_345);
    assert.deepEqual(
      sorted(values, true),
      values.toSorted((a, b) => b - a),
    );
  });

  it("sorts lists and objects by size, after other values", () => {
    assert.deepEqual(sorted([[1, 2], "a", [1], true, 3], false), [3, "a", true, [1], [1, 2]]);
  });
});

describe("filterRows", () => {
  const table = tableOf(
    '[{"name":"Tokyo","n":1},{"name":"\\u4eac","n":12},{"name":"x","o":{"in":"Tokyo"}}]',
  );
  const filtered = (query: string) => [
    ...runSync(filterRows(table, Uint32Array.of(0, 2, 1), query)),
  ];

  it("matches values ignoring case, including nested ones, but no column names", () => {
    assert.deepEqual(filtered("tokyo"), [0, 2]);
    assert.deepEqual(filtered("京"), [1]);
    assert.deepEqual(filtered("name"), []);
    assert.deepEqual(filtered("2"), [1]);
  });
});

describe("tableCsv", () => {
  it("has the rows in the displayed order, with raw values", () => {
    const table = tableOf(
      '[{"n":9223372036854774784,"t":"a,\\"b\\""},{"t":"x\\ny","o":{"a":[1]},"z":null}]',
    );
    assert.equal(
      runSync(tableCsv(table, Uint32Array.of(1, 0))),
      ["n,t,o,z", ',"x\ny","{""a"":[1]}",', '9223372036854774784,"a,""b""",,', ""].join("\r\n"),
    );
  });

  it("escapes formulas, but not negative numbers", () => {
    const table = tableOf('[{"=x":"=1+1","n":-5},{"=x":" @a","n":1}]');
    assert.equal(
      runSync(tableCsv(table, Uint32Array.of(0, 1))),
      ["'=x,n", "'=1+1,-5", "' @a,1", ""].join("\r\n"),
    );
  });
});

describe("columnWidths", () => {
  it("follow the maximum text width within bounds, wide characters counted twice", () => {
    const [narrow, cjk, wide] = columnWidths(["a", "b", "c"], [["1", "北京北京", "x".repeat(500)]]);
    assert.ok(narrow !== undefined && cjk !== undefined && wide !== undefined);
    assert.ok(narrow < cjk && cjk === 8 && wide < 50);
  });
});
