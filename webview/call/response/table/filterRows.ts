import { stringOf } from "../json/jsonLine";
import { type Cell, type TableModel } from "./tableModel";

/** Rows tested between two `yield`s. */
const step = 200;

/** The rows with a value that contains the query, ignoring case; yields regularly. */
export function* filterRows(
  table: TableModel,
  rows: Uint32Array,
  query: string,
): Generator<undefined, Uint32Array> {
  const lowerQuery = query.toLowerCase();
  const found: number[] = [];
  for (const [at, row] of rows.entries()) {
    if (hasText(table, row, lowerQuery)) found.push(row);
    if (at % step === step - 1) yield;
  }
  return Uint32Array.from(found);
}

function hasText(table: TableModel, row: number, lowerQuery: string): boolean {
  for (let column = 0; column < table.columns.length; column++) {
    const cell = table.cell(row, column);
    if (cell !== undefined && plainText(cell).toLowerCase().includes(lowerQuery)) return true;
  }
  return false;
}

function plainText({ kind, raw }: Cell): string {
  return kind === "string" ? stringOf(raw) : raw;
}
