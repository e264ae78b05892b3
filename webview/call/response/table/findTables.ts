import { type JsonIndex } from "../json/jsonIndex";
import { childrenOf, countOf, keyOf, kindOf, rawKey, type ValueKind } from "../json/jsonLine";
import { jsonPath } from "../json/jsonPath";

/** A table in a result. */
export interface TablePlace {
  /** JSONPath, as in `$.records`. */
  readonly path: string;
  /** The container of the rows. */
  readonly line: number;
  readonly rows: number;
  /**
   * `list`: rows are items. `map`: rows are members, and their keys are the first column.
   * `grid`: rows are lists, and `columns` is the line of the list of column names.
   */
  readonly kind: "list" | "map" | "grid";
  readonly columns?: number;
}

/** Limits of the search depth, of the rows that are inspected, and of tables found. */
const maxDepth = 3;
const sampledRows = 50;
const maxTables = 200;

/** All tables of a result that are not inside rows of another, by descending size. */
export function findTables(index: JsonIndex): readonly TablePlace[] {
  const found: TablePlace[] = [];
  const search = (line: number, depth: number) => {
    if (found.length >= maxTables || countOf(index, line) === 0) return;
    const place = tableAt(index, line);
    if (place !== undefined) {
      found.push(place);
      // A single member may not be a row, but the container of a table.
      if (place.kind !== "map" || place.rows > 1) return;
    }
    if (depth >= maxDepth || kindOf(index, line) !== "object") return;
    for (const child of takeFirst(childrenOf(index, line), maxTables)) search(child, depth + 1);
  };
  search(0, 0);
  return found.sort((a, b) => b.rows - a.rows || a.line - b.line);
}

function tableAt(index: JsonIndex, line: number): TablePlace | undefined {
  const rows = countOf(index, line);
  const path = jsonPath(index, line);
  const samples = takeFirst(childrenOf(index, line), sampledRows);
  const all = (kind: ValueKind) => samples.every((row) => kindOf(index, row) === kind);
  if (kindOf(index, line) === "array") {
    if (all("object")) return { path, line, rows, kind: "list" };
    const columns = all("array") ? columnsBeside(index, line) : undefined;
    return columns === undefined ? undefined : { path, line, rows, kind: "grid", columns };
  }
  if (!all("object") || !haveKeyInCommon(index, samples)) return undefined;
  return { path, line, rows, kind: "map" };
}

/** The sibling list of column names of a list of lists, as in the result of an SQL query. */
function columnsBeside(index: JsonIndex, line: number): number | undefined {
  const siblings = takeFirst(childrenOf(index, index.parents[line] ?? 0), sampledRows);
  return siblings.find(
    (sibling) =>
      keyOf(index, sibling) === "columns" &&
      countOf(index, sibling) > 0 &&
      takeFirst(childrenOf(index, sibling), sampledRows).every(
        (name) => kindOf(index, name) === "string",
      ),
  );
}

/** The values of a map share keys; those of other objects do not. */
function haveKeyInCommon(index: JsonIndex, rows: readonly number[]): boolean {
  const keysOf = (row: number) =>
    new Set(takeFirst(childrenOf(index, row), maxTables).map((member) => rawKey(index, member)));
  const [first, ...rest] = rows.map(keysOf);
  return [...(first ?? [])].some((key) => rest.every((keys) => keys.has(key)));
}

function takeFirst(lines: Iterable<number>, limit: number): readonly number[] {
  const taken: number[] = [];
  for (const line of lines) {
    if (taken.length >= limit) break;
    taken.push(line);
  }
  return taken;
}
