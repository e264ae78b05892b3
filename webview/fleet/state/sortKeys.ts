import { type FleetColumn, type SortKey } from "../../../src/shared/fleet/fleetChoices";
import { columnOf } from "./columnTable";

/**
 * The order after a click on a column's head: by it, then the other way round, then no longer. Numbers
 * begin with the highest, words with the first.
 * @param add keeps the other keys, as Shift does.
 */
export function clickSort(
  keys: readonly SortKey[],
  column: FleetColumn,
  upload: boolean,
  add: boolean,
): readonly SortKey[] {
  const isSame = (key: SortKey) => key.column === column && (key.upload === true) === upload;
  const own = keys.find(isSame);
  const startsDescending = columnOf(column).words === undefined;
  const first: SortKey = {
    column,
    descending: startsDescending,
    ...(upload && { upload: true as const }),
  };
  const next =
    own === undefined
      ? first
      : own.descending === startsDescending
        ? { ...first, descending: !startsDescending }
        : undefined;
  if (!add) return next === undefined ? [] : [next];
  const place = keys.findIndex((key) => key.column === column);
  if (place < 0) return next === undefined ? keys : [...keys, next];
  return keys.flatMap((key, index) => (index !== place ? [key] : (next ?? [])));
}
