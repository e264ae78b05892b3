import { isRecord } from "../../../util/json";
import { isArray } from "../primitives";
import { type RowsBuilder } from "./rowsBuilder";

/** What `builder` makes of a result that has been parsed as a whole, as it came over a socket. */
export function buildParsed<T>(result: unknown, builder: RowsBuilder<T>): T {
  const records = isRecord(result) ? result.records : undefined;
  if (isArray(records)) addRows(records, undefined, builder);
  else if (isRecord(records)) {
    for (const [uuid, rows] of Object.entries(records)) {
      if (isArray(rows)) addRows(rows, uuid, builder);
    }
  }
  return builder.build(result);
}

function addRows<T>(
  rows: readonly unknown[],
  uuid: string | undefined,
  builder: RowsBuilder<T>,
): void {
  builder.begin(uuid, rows.length);
  for (const row of rows) {
    if (!isRecord(row)) continue;
    builder.reader.take(row);
    builder.add();
  }
}
