import { type JsonIndex } from "../json/jsonIndex";
import { childrenOf, countOf, keyOf, kindOf, rawKey, type ValueKind } from "../json/jsonLine";
import { jsonPath } from "../json/jsonPath";

/** Where in an answer there is a table. */
export interface TablePlace {
  /** `$.records`, as JSONPath has it. */
  readonly path: string;
  /** The container of the rows. */
  readonly line: number;
  readonly rows: number;
  /**
   * `list`: rows are items, `map`: they are members, whose keys are a column of their own.
   * `grid`: rows are lists themselves, and `columns` is the line that names their columns.
   */
  readonly kind: "list" | "map" | "grid";
  readonly columns?: number;
}

/** How far down is looked, how many rows are tried, how many tables are offered. */
const deepest = 3;
const tried = 50;
const most = 200;

/** All tables of an answer that are not within rows of another, the largest first. */
export function findTables(index: JsonIndex): readonly TablePlace[] {
  const found: TablePlace[] = [];
  const look = (line: number, depth: number) => {
    if (found.length >= most || countOf(index, line) === 0) return;
    const place = tableAt(index, line);
    if (place !== undefined) {
      found.push(place);
      // A single member may be no row, but what the table stands in.
      if (place.kind !== "map" || place.rows > 1) return;
    }
    if (depth >= deepest || kindOf(index, line) !== "object") return;
    for (const child of few(childrenOf(index, line), most)) look(child, depth + 1);
  };
  look(0, 0);
  return found.sort((a, b) => b.rows - a.rows || a.line - b.line);
}

function tableAt(index: JsonIndex, line: number): TablePlace | undefined {
  const rows = countOf(index, line);
  const path = jsonPath(index, line);
  const samples = few(childrenOf(index, line), tried);
  const all = (kind: ValueKind) => samples.every((row) => kindOf(index, row) === kind);
  if (kindOf(index, line) === "array") {
    if (all("object")) return { path, line, rows, kind: "list" };
    const columns = all("array") ? columnsBeside(index, line) : undefined;
    return columns === undefined ? undefined : { path, line, rows, kind: "grid", columns };
  }
  if (!all("object") || !haveKeyInCommon(index, samples)) return undefined;
  return { path, line, rows, kind: "map" };
}

/** The list of names that stands beside a list of lists, as the answer to an SQL query has it. */
function columnsBeside(index: JsonIndex, line: number): number | undefined {
  const siblings = few(childrenOf(index, index.parents[line] ?? 0), tried);
  return siblings.find(
    (sibling) =>
      keyOf(index, sibling) === "columns" &&
      countOf(index, sibling) > 0 &&
      few(childrenOf(index, sibling), tried).every((name) => kindOf(index, name) === "string"),
  );
}

/** Members of a map look alike; those of a thing that has parts do not. */
function haveKeyInCommon(index: JsonIndex, rows: readonly number[]): boolean {
  const keysOf = (row: number) =>
    new Set(few(childrenOf(index, row), most).map((member) => rawKey(index, member)));
  const [first, ...rest] = rows.map(keysOf);
  return [...(first ?? [])].some((key) => rest.every((keys) => keys.has(key)));
}

function few(lines: Iterable<number>, limit: number): readonly number[] {
  const taken: number[] = [];
  for (const line of lines) {
    if (taken.length >= limit) break;
    taken.push(line);
  }
  return taken;
}
