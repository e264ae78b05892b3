import { type FleetExport } from "../../../src/shared/fleet/fleetApi";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { cellText, columnOf, type ColumnSource, numberAt } from "./columnTable";
import { type Format } from "../../../src/shared/format";

/** The rows as they stand in the table: numbers in base units, words as they are shown, null where unknown. */
export function exportTable(
  source: ColumnSource,
  ids: readonly FleetColumn[],
  slots: readonly number[],
  format: Format,
): Pick<FleetExport, "columns" | "rows"> {
  return {
    columns: ids.flatMap((id) => headsOf(id)),
    rows: slots.map((slot) => ids.flatMap((id) => cellsOf(source, id, slot, format))),
  };
}

function headsOf(id: FleetColumn): readonly string[] {
  const label = columnOf(id).label();
  return id === "network" ? [`${label} ↓`, `${label} ↑`] : [label];
}

function cellsOf(
  source: ColumnSource,
  id: FleetColumn,
  slot: number,
  format: Format,
): readonly (string | number | null)[] {
  if (columnOf(id).text === undefined) return [cellText(source, id, slot, format) ?? null];
  const uploads = id === "network" ? [false, true] : [false];
  return uploads.map((upload) => {
    const value = numberAt(source, id, slot, upload);
    return Number.isNaN(value) ? null : value;
  });
}
