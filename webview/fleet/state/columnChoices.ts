import {
  defaultChoices,
  type FleetColumn,
  fleetColumns,
  type ShownColumn,
} from "../../../src/shared/fleet/fleetChoices";

/** All columns as the menu lists them: those shown in their order, each other one behind the one it follows at first. */
export function listColumns(shown: readonly ShownColumn[]): readonly FleetColumn[] {
  const listed = shown.map(({ id }) => id);
  fleetColumns.forEach((id, index) => {
    if (listed.includes(id)) return;
    const before = fleetColumns.slice(0, index).findLast((each) => listed.includes(each));
    listed.splice(before === undefined ? 0 : listed.indexOf(before) + 1, 0, id);
  });
  return listed;
}

/** Shows a column where the menu lists it, or hides it; the name stays. */
export function toggleColumn(
  shown: readonly ShownColumn[],
  id: FleetColumn,
): readonly ShownColumn[] {
  if (id === "name") return shown;
  if (shown.some((column) => column.id === id)) return shown.filter((column) => column.id !== id);
  const byId = new Map<FleetColumn, ShownColumn>(shown.map((column) => [column.id, column]));
  byId.set(id, { id });
  return listColumns(shown).flatMap((each) => byId.get(each) ?? []);
}

/** Moves a shown column by so many places; behind the name, which is always the first. */
export function moveColumn(
  shown: readonly ShownColumn[],
  id: FleetColumn,
  places: number,
): readonly ShownColumn[] {
  const from = shown.findIndex((column) => column.id === id);
  const column = shown[from];
  if (column === undefined || id === "name") return shown;
  const to = Math.min(shown.length - 1, Math.max(1, from + places));
  const others = shown.filter((each) => each !== column);
  return [...others.slice(0, to), column, ...others.slice(to)];
}

export function isDefault(shown: readonly ShownColumn[]): boolean {
  return JSON.stringify(shown) === JSON.stringify(defaultChoices.columns);
}
