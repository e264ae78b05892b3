import { csvCell } from "../../../../src/shared/csvCell";
import { stringOf } from "../json/jsonLine";
import { type Cell, type TableModel } from "./tableModel";

/** Rows written between two `yield`s. */
const step = 200;

/**
 * CSV of these rows, in this order; yields regularly. Raw values, not formatted ones; nested values as
 * JSON.
 */
export function* tableCsv(table: TableModel, rows: Uint32Array): Generator<undefined, string> {
  const lines = [table.columns.map(csvCell).join(",")];
  for (const row of rows) {
    const cells = table.columns.map((_, column) => cellText(table.cell(row, column)));
    lines.push(cells.join(","));
    if (lines.length % step === 0) yield;
  }
  return [...lines, ""].join("\r\n");
}

function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case undefined:
    case "null":
      return "";
    // Not guarded: a sign makes a number no formula.
    case "number":
    case "boolean":
      return cell.raw;
    case "string":
      return csvCell(stringOf(cell.raw));
    case "array":
    case "object":
      return csvCell(cell.raw);
  }
}
