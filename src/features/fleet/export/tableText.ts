import { csvCell } from "../../../shared/csvCell";
import { type FleetExport } from "../../../shared/fleet/fleetApi";

type Table = Pick<FleetExport, "columns" | "rows">;

/** CSV by RFC 4180; an empty cell is unknown. */
export function* tableCsv({ columns, rows }: Table): Generator<string, void> {
  yield `${columns.map(csvCell).join(",")}\r\n`;
  for (const row of rows) yield `${row.map((cell) => csvCell(String(cell ?? ""))).join(",")}\r\n`;
}

/** An object per row, by the names of the columns; null is unknown. */
export function* tableJson({ columns, rows }: Table): Generator<string, void> {
  yield "[";
  for (const [index, row] of rows.entries()) {
    const entries = columns.map((column, at) => [column, row[at] ?? null] as const);
    yield `${index === 0 ? "\n" : ",\n"}  ${JSON.stringify(Object.fromEntries(entries))}`;
  }
  yield "\n]\n";
}
