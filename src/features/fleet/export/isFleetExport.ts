import { type FleetExport } from "../../../shared/fleet/fleetApi";
import { isRecord } from "../../../util/json";

/** A message of a page is untrusted. */
export function isFleetExport(value: unknown): value is FleetExport {
  if (!isRecord(value)) return false;
  const { format, target, columns, rows } = value;
  return (
    (format === "csv" || format === "json") &&
    (target === "file" || target === "clipboard") &&
    isListOf(columns, (column) => typeof column === "string") &&
    isListOf(rows, (row) => isListOf(row, isCell))
  );
}

function isCell(value: unknown): boolean {
  return value === null || typeof value === "string" || typeof value === "number";
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}
