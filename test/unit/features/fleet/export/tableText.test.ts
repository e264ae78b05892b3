import assert from "node:assert/strict";
import { tableCsv, tableJson } from "../../../../../src/features/fleet/export/tableText";

const table = {
  columns: ["Name", "CPU"],
  rows: [
    ['web "1"', 12.5],
    ["=cmd", null],
  ],
};

describe("tableCsv", () => {
  it("quotes, disarms formulas, and leaves unknown cells empty", () => {
    const [head, first, second] = [...tableCsv(table)];
    assert.equal(head, "Name,CPU\r\n");
    assert.equal(first, '"web ""1""",12.5\r\n');
    assert.match(second ?? "", /^'=cmd,\r\n$|^"'=cmd",\r\n$/);
  });
});

describe("tableJson", () => {
  it("is an object per row, with null for what is unknown", () => {
    assert.deepEqual(JSON.parse([...tableJson(table)].join("")), [
      { Name: 'web "1"', CPU: 12.5 },
      { Name: "=cmd", CPU: null },
    ]);
    assert.deepEqual(JSON.parse([...tableJson({ columns: ["Name"], rows: [] })].join("")), []);
  });
});
