import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { columnOf, type ColumnSource, numberAt } from "./columnTable";

/** The average or the sum of what is known of a column; NaN: nothing is. */
export function totalOf(
  source: ColumnSource,
  id: FleetColumn,
  slots: Iterable<number>,
  upload = false,
): number {
  const rule = columnOf(id).total;
  if (rule === undefined) return NaN;
  let sum = 0;
  let count = 0;
  for (const slot of slots) {
    // What an offline node had does not count as what the group has now.
    const value = isNow(source, slot) ? numberAt(source, id, slot, upload) : NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  if (count === 0) return NaN;
  return rule === "sum" ? sum : sum / count;
}

function isNow(source: ColumnSource, slot: number): boolean {
  const presence = source.presence(slot);
  return presence === "online" || presence === "stale";
}
