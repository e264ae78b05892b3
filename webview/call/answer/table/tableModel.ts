import { type ValueKind } from "../json/jsonLine";

/** One value of a table. */
export interface Cell {
  readonly kind: ValueKind;
  /** As it came; of a text with its quotes. */
  readonly raw: string;
  /** How many members or items it has. */
  readonly count: number;
  /** As people read it, where its name does not tell. */
  readonly shown?: string;
}

export interface TableModel {
  /** What the table is of: empty for the answer itself. */
  readonly name: string;
  /** Names of columns, as the server gave them. */
  readonly columns: readonly string[];
  /** Columns that there were too many of. */
  readonly leftOut: number;
  readonly count: number;
  /** Undefined: the row has no such value. */
  readonly cell: (row: number, column: number) => Cell | undefined;
}

/** A column is of numbers if its first values are. */
export function isNumeric(table: TableModel, column: number): boolean {
  let numbers = 0;
  for (let row = 0; row < Math.min(table.count, 50); row++) {
    const kind = table.cell(row, column)?.kind;
    if (kind === "number") numbers++;
    else if (kind !== undefined && kind !== "null") return false;
  }
  return numbers > 0;
}
