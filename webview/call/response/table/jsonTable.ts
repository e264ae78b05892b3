import { type JsonIndex } from "../json/jsonIndex";
import { childrenOf, countOf, kindOf, rawKey, rawValue, stringOf } from "../json/jsonLine";
import { type TablePlace } from "./findTables";
import { type Cell, type TableModel } from "./tableModel";

/** More would be neither readable nor fast to render. */
const maxColumns = 100;
const maxOmittedColumns = 10_000;
/** Cells held in memory: 80 MB. */
const maxCells = 20_000_000;

/** Rows read between two `yield`s. */
const step = 500;

/**
 * Reads a table; yields regularly.
 *
 * @param keyName name of the column with the keys of a map.
 */
export function* jsonTable(
  index: JsonIndex,
  place: TablePlace,
  keyName: string,
): Generator<undefined, TableModel> {
  const rows = Uint32Array.from(childrenOf(index, place.line));
  const columns = yield* place.kind === "grid"
    ? gridColumns(index, rows)
    : memberColumns(index, rows);
  const names = place.kind === "grid" ? gridNames(index, place, columns) : columns.names;
  const cellAt = (row: number, column: number) => {
    const line = columns.lines[column]?.[row] ?? 0;
    return line === 0 ? undefined : cellOf(index, line);
  };
  const base = { name: place.path, omittedColumns: columns.omittedColumns, count: rows.length };
  const isNamed = columns.lines.some((lines) => repeatsKey(index, rows, lines));
  if (place.kind !== "map" || isNamed) return { ...base, columns: names, cell: cellAt };
  return {
    ...base,
    columns: [keyName, ...names],
    cell: (row, column) =>
      column > 0
        ? cellAt(row, column - 1)
        : { kind: "string", raw: rawKey(index, rows[row] ?? 0) ?? '""', count: 0 },
  };
}

/** Whether a column equals the row's key in every row. */
function repeatsKey(index: JsonIndex, rows: Uint32Array, lines: Uint32Array): boolean {
  return lines.every(
    (line, at) => line > 0 && rawValue(index, line) === rawKey(index, rows[at] ?? 0),
  );
}

export function cellOf(index: JsonIndex, line: number): Cell {
  return { kind: kindOf(index, line), raw: rawValue(index, line), count: countOf(index, line) };
}

interface Columns {
  readonly names: readonly string[];
  /** Per column the line of its value in each row; 0: no value. */
  readonly lines: readonly Uint32Array[];
  readonly omittedColumns: number;
}

function columnLimit(rows: number): number {
  return Math.max(1, Math.min(maxColumns, Math.floor(maxCells / Math.max(1, rows))));
}

/** The keys of all rows in order of first occurrence. */
function* memberColumns(index: JsonIndex, rows: Uint32Array): Generator<undefined, Columns> {
  const columns = new KeyColumns(rows.length);
  for (const [at, row] of rows.entries()) {
    columns.read(index, row, at);
    if (at % step === step - 1) yield;
  }
  return columns;
}

class KeyColumns implements Columns {
  readonly lines: Uint32Array[] = [];
  readonly #keys: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #omitted = new Set<string>();
  readonly #limit: number;

  constructor(private readonly rows: number) {
    this.#limit = columnLimit(rows);
  }

  get names(): readonly string[] {
    return this.#keys.map(stringOf);
  }

  get omittedColumns(): number {
    return this.#omitted.size;
  }

  read(index: JsonIndex, row: number, at: number): void {
    let expected = 0;
    for (const member of childrenOf(index, row)) {
      const isExpected = startsWithKey(index, member, this.#keys[expected]);
      const column = isExpected ? expected : this.#columnOf(index, member);
      const values = this.lines[column];
      if (values === undefined) continue;
      values[at] = member;
      expected = column + 1;
    }
  }

  /** −1: the column is omitted. */
  #columnOf(index: JsonIndex, member: number): number {
    const key = rawKey(index, member) ?? "";
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (this.#keys.length >= this.#limit) {
      if (this.#omitted.size < maxOmittedColumns) this.#omitted.add(key);
      return -1;
    }
    this.#places.set(key, this.#keys.length);
    this.lines.push(new Uint32Array(this.rows));
    return this.#keys.push(key) - 1;
  }
}

/** Rows mostly have the same keys in the same order: then no lookup is needed. */
function startsWithKey(
  { text, starts }: JsonIndex,
  line: number,
  key: string | undefined,
): boolean {
  return key !== undefined && text.startsWith(key, starts[line] ?? 0);
}

function* gridColumns(index: JsonIndex, rows: Uint32Array): Generator<undefined, Columns> {
  const width = rows.reduce((max, row) => Math.max(max, countOf(index, row)), 0);
  const shown = Math.min(width, columnLimit(rows.length));
  const lines = Array.from({ length: shown }, () => new Uint32Array(rows.length));
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const item of childrenOf(index, row)) {
      const values = lines[column++];
      if (values === undefined) break;
      values[at] = item;
    }
    if (at % step === step - 1) yield;
  }
  return { names: [], lines, omittedColumns: width - shown };
}

function gridNames(index: JsonIndex, { columns = 0 }: TablePlace, { lines }: Columns) {
  const names = Array.from(childrenOf(index, columns), (line) => stringOf(rawValue(index, line)));
  return lines.map((_, column) => names[column] ?? String(column));
}
