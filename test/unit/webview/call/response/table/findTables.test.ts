import assert from "node:assert/strict";
import { findTables } from "../../../../../../webview/call/response/table/findTables";
import { jsonTable } from "../../../../../../webview/call/response/table/jsonTable";
import { runSync } from "../../../../../../src/json/cooperative";
import { indexOfValue } from "../indexOf";

const found = (value: unknown) =>
  findTables(indexOfValue(value)).map(({ path, kind, rows }) => `${kind} ${path} ${rows}`);

function table(value: unknown) {
  const index = indexOfValue(value);
  const [place] = findTables(index);
  assert.ok(place);
  const model = runSync(jsonTable(index, place, "Key"));
  const rows = Array.from({ length: model.count }, (_, row) =>
    model.columns.map((_name, column) => model.cell(row, column)?.raw),
  );
  return { columns: model.columns, rows, leftOut: model.omittedColumns };
}

describe("Tables of a result", () => {
  it("are lists and maps of objects", () => {
    assert.deepEqual(found([{ a: 1 }, { b: 2 }]), ["list $ 2"]);
    assert.deepEqual(found({ x: { a: 1 }, y: { a: 2, b: 3 } }), ["map $ 2"]);
  });

  it("are found in nested objects, sorted by descending size", () => {
    assert.deepEqual(
      found({ count: 3, records: { "u-1": [{ a: 1 }], u2: [{ a: 1 }, { a: 2 }] } }),
      ["list $.records.u2 2", 'list $.records["u-1"] 1'],
    );
    assert.deepEqual(found({ logs: [{ id: 1 }], total: 1 }), ["list $.logs 1"]);
  });

  it("include the rows of an SQL query", () => {
    const value = {
      database: "main",
      columns: ["name", "n"],
      rows: [
        ["a", 1],
        ["b", null],
      ],
    };
    assert.deepEqual(found(value), ["grid $.rows 2"]);
    assert.deepEqual(table(value), {
      columns: ["name", "n"],
      rows: [
        ['"a"', "1"],
        ['"b"', "null"],
      ],
      leftOut: 0,
    });
  });

  it("are neither objects of unlike members nor lists of scalars", () => {
    assert.deepEqual(found({ cpu: { usage: 1 }, ram: { total: 2 } }), []);
    assert.deepEqual(found(["a", "b"]), []);
    assert.deepEqual(found({ a: 1 }), []);
    assert.deepEqual(found("pong"), []);
    assert.deepEqual(found([]), []);
  });

  it("are not inside rows of another table", () => {
    assert.deepEqual(found([{ points: [{ t: 1 }, { t: 2 }] }]), ["list $ 1"]);
  });

  it("have a column for every key of any row", () => {
    assert.deepEqual(
      table([
        { a: 1, b: "x" },
        { b: "y", c: [1] },
        { c: null, a: 2 },
      ]),
      {
        columns: ["a", "b", "c"],
        rows: [
          ["1", '"x"', undefined],
          [undefined, '"y"', "[1]"],
          ["2", undefined, "null"],
        ],
        leftOut: 0,
      },
    );
  });

  it("have the keys of a map as first column, unless a column repeats them", () => {
    assert.deepEqual(table({ x: { a: 1 }, y: { a: 2 } }), {
      columns: ["Key", "a"],
      rows: [
        ['"x"', "1"],
        ['"y"', "2"],
      ],
      leftOut: 0,
    });
    assert.deepEqual(table({ x: { uuid: "x", a: 1 }, y: { uuid: "y", a: 2 } }).columns, [
      "uuid",
      "a",
    ]);
  });

  it("distinguish keys with a common prefix", () => {
    const { columns, rows } = table([
      { ab: 1, a: 2 },
      { a: 3, ab: 4 },
    ]);
    assert.deepEqual(columns, ["ab", "a"]);
    assert.deepEqual(rows, [
      ["1", "2"],
      ["4", "3"],
    ]);
  });

  it("omit columns beyond the limit, and count them", () => {
    const row = Object.fromEntries(Array.from({ length: 130 }, (_, at) => [`k${at}`, at]));
    const { columns, leftOut } = table([row, row]);
    assert.equal(columns.length, 100);
    assert.equal(leftOut, 30);
  });
});
