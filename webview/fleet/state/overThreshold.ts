import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Trouble } from "../../../src/shared/nodes/trouble";
import { columnOf } from "./columnTable";

/** Whether one of the troubles is told by the column. */
export function isOver(troubles: readonly Trouble[], id: FleetColumn): boolean {
  const told = columnOf(id).troubles;
  return told !== undefined && troubles.some(({ kind }) => told.includes(kind));
}

/** The worst trouble that none of the columns tells: its reason stands behind the name. */
export function untold(
  troubles: readonly Trouble[],
  columns: readonly FleetColumn[],
): Trouble | undefined {
  return troubles.find((trouble) => !columns.some((id) => isOver([trouble], id)));
}
