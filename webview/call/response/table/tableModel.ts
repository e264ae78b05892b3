import { type ValueKind } from "../json/jsonLine";

/** One value of a table. */
export interface Cell {
  readonly kind: ValueKind;
  /** The raw JSON; of a string with its quotes. */
  readonly raw: string;
  /** The number of members or items. */
  readonly count: number;
  /** Formatted value, where it cannot be derived from the column name. */
  readonly shown?: string;
}

export interface TableModel {
  /** Path of the table; empty for several servers. */
  readonly name: string;
  /** Column names from the server. */
  readonly columns: readonly string[];
  /** Columns of UUIDs with a known name, which are cut to their beginning; their text is whole. */
  readonly idColumns?: ReadonlySet<number>;
  /** The number of columns omitted because of the limit. */
  readonly omittedColumns: number;
  readonly count: number;
  /** Undefined: the row has no such value. */
  readonly cell: (row: number, column: number) => Cell | undefined;
}

/** A column is numeric if its first values are. */
export function isNumeric(table: TableModel, column: number): boolean {
  let numbers = 0;
  for (let row = 0; row < Math.min(table.count, 50); row++) {
    const kind = table.cell(row, column)?.kind;
    if (kind === "number") numbers++;
    else if (kind !== undefined && kind !== "null") return false;
  }
  return numbers > 0;
}
