import { stringOf } from "../json/jsonLine";
import { type Cell, type TableModel } from "./tableModel";

export interface TableSort {
  readonly column: number;
  readonly descending: boolean;
}

/** Above this texts are compared by code units, because collation is too slow. */
const maxCollatedRows = 20_000;

/** Rows sorted between two `yield`s. */
const runLength = 1000;

const ranks = { number: 0, string: 1, boolean: 2, array: 3, object: 4, null: 5 } as const;
const absent = 6;

interface SortKey {
  readonly row: number;
  readonly rank: number;
  readonly value: number;
  readonly text: string;
}

/**
 * All rows sorted by a column: numbers, texts, the rest; missing values are always last. The sort is
 * stable. Yields regularly.
 */
export function* sortRows(
  table: TableModel,
  { column, descending }: TableSort,
  locale: string,
): Generator<undefined, Uint32Array> {
  const compareText = textOrder(table.count, locale);
  const sign = descending ? -1 : 1;
  const compare = (a: SortKey, b: SortKey) => {
    if (a.rank >= ranks.null || b.rank >= ranks.null) return a.rank - b.rank;
    return sign * (a.rank - b.rank || a.value - b.value || compareText(a.text, b.text));
  };
  let runs: SortKey[][] = [];
  for (let row = 0; row < table.count; row += runLength) {
    const rows = Array.from(
      { length: Math.min(runLength, table.count - row) },
      (_, at) => row + at,
    );
    runs.push(rows.map((each) => sortKey(each, table.cell(each, column))).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: SortKey[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return Uint32Array.from(runs[0] ?? [], ({ row }) => row);
}

/** Merges two sorted runs; of equal rows those of `a` come first. */
function* merge(
  a: readonly SortKey[],
  b: readonly SortKey[],
  compare: (a: SortKey, b: SortKey) => number,
): Generator<undefined, SortKey[]> {
  const merged: SortKey[] = [];
  for (let [atA, atB] = [0, 0]; ;) {
    const [nextA, nextB] = [a[atA], b[atB]];
    if (nextA === undefined && nextB === undefined) return merged;
    if (nextB === undefined || (nextA !== undefined && compare(nextA, nextB) <= 0)) {
      if (nextA !== undefined) merged.push(nextA);
      atA++;
    } else {
      merged.push(nextB);
      atB++;
    }
    if (merged.length % runLength === 0) yield;
  }
}

function sortKey(row: number, cell: Cell | undefined): SortKey {
  if (cell === undefined) return { row, rank: absent, value: 0, text: "" };
  const rank = ranks[cell.kind];
  switch (cell.kind) {
    case "number":
      return { row, rank, value: Number(cell.raw), text: "" };
    case "string":
      return { row, rank, value: 0, text: stringOf(cell.raw).slice(0, 200) };
    case "boolean":
      return { row, rank, value: cell.raw === "true" ? 1 : 0, text: "" };
    case "array":
    case "object":
      return { row, rank, value: cell.count, text: "" };
    case "null":
      return { row, rank, value: 0, text: "" };
  }
}

function textOrder(count: number, locale: string): (a: string, b: string) => number {
  if (count <= maxCollatedRows) return new Intl.Collator(locale, { numeric: true }).compare;
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}
