import * as l10n from "@vscode/l10n";
import { stringOf } from "../json/jsonLine";
import { type KnownNames } from "../../state/knownNames";
import { type Cell, type TableModel } from "./tableModel";

/** Rows by which the columns of nodes and ping tasks are found. */
const sampledRows = 50;

type NameOf = (cell: Cell) => string | undefined;

/** The same table with a first column of names, if there is one of UUIDs or ids of ping tasks. */
export function namedTable(table: TableModel, names: KnownNames): TableModel {
  const ofNode: NameOf = ({ kind, raw }) =>
    kind === "string" ? names.node(stringOf(raw)) : undefined;
  const idColumns = table.columns.flatMap((_, column) =>
    isKnown(table, column, ofNode) ? [column] : [],
  );
  const node = idColumns.find((column) => !isNamedBeside(table, column, ofNode));
  const base = { ...table, idColumns: new Set(idColumns) };
  if (node !== undefined) return withFirst(base, l10n.t("node"), node, ofNode);
  if (idColumns.length > 0) return base;
  const task = taskColumn(table, names);
  return task === undefined ? base : withFirst(base, l10n.t("task"), ...task);
}

/** The column of ping tasks, if their names are not in the table too. */
function taskColumn(table: TableModel, names: KnownNames): readonly [number, NameOf] | undefined {
  for (const [column, key] of table.columns.entries()) {
    const nameOf: NameOf = ({ kind, raw }) =>
      kind === "number" ? names.of(key, kind, raw) : undefined;
    if (isKnown(table, column, nameOf) && !isNamedBeside(table, column, nameOf)) {
      return [column, nameOf];
    }
  }
  return undefined;
}

/** Whether one of the first rows has a known name. */
function isKnown(table: TableModel, column: number, nameOf: NameOf): boolean {
  return sampled(table).some((row) => {
    const cell = table.cell(row, column);
    return cell !== undefined && nameOf(cell) !== undefined;
  });
}

/** Whether the server gives the names too, in a column of its own. */
function isNamedBeside(table: TableModel, column: number, nameOf: NameOf): boolean {
  return table.columns.some(
    (key, at) =>
      /name$/i.test(key) &&
      sampled(table).every((row) => {
        const [id, name] = [table.cell(row, column), table.cell(row, at)];
        const known = id === undefined ? undefined : nameOf(id);
        return known === undefined || (name !== undefined && stringOf(name.raw) === known);
      }),
  );
}

function sampled({ count }: TableModel): readonly number[] {
  return Array.from({ length: Math.min(count, sampledRows) }, (_, row) => row);
}

function withFirst(table: TableModel, title: string, column: number, nameOf: NameOf): TableModel {
  const { idColumns = new Set<number>() } = table;
  return {
    ...table,
    columns: [title, ...table.columns],
    idColumns: new Set([...idColumns].map((each) => each + 1)),
    cell: (row, at) => {
      if (at > 0) return table.cell(row, at - 1);
      const id = table.cell(row, column);
      const name = id === undefined ? undefined : nameOf(id);
      return name === undefined
        ? undefined
        : { kind: "string", raw: JSON.stringify(name), count: 0 };
    },
  };
}
