import * as l10n from "@vscode/l10n";
import { type ServerRow } from "../../../../src/shared/call/callApi";
import { type Format } from "../../../../src/shared/format";
import { indexJson, type JsonIndex } from "../json/jsonIndex";
import { childrenOf, keyOf, kindOf } from "../json/jsonLine";
import { runSync } from "../../../../src/json/cooperative";
import { cellOf } from "./jsonTable";
import { type Cell, type TableModel } from "./tableModel";

/** A server's result with its index; undefined: pending or failed. */
export type IndexedRow = ServerRow & { readonly index: JsonIndex | undefined };

const maxMembers = 60;

export function indexRow(row: ServerRow): IndexedRow {
  return { ...row, index: row.json === undefined ? undefined : runSync(indexJson(row.json)) };
}

/** One row per server: its status, and the members of its result in columns. */
export function serverTable(rows: readonly IndexedRow[], format: Format): TableModel {
  const first = [l10n.t("Server"), l10n.t("State"), l10n.t("Time"), l10n.t("Size")];
  const members = memberNames(rows);
  const hasValue = rows.some((row) => row.text !== undefined || isPlain(row));
  const columns = [...first, ...(hasValue ? [l10n.t("Value")] : []), ...members];
  const table = rows.map((row) => {
    const cells = [...factsOf(row, format), ...(hasValue ? [valueOf(row)] : [])];
    const own = new Map(memberCells(row));
    return [...cells, ...members.map((name) => own.get(name))];
  });
  const cell = (row: number, column: number) => table[row]?.[column];
  return { name: "", columns, omittedColumns: 0, count: rows.length, cell };
}

function factsOf({ server, state, tookMs, bytes }: ServerRow, format: Format) {
  return [
    textCell(server),
    textCell(stateText(state)),
    tookMs === undefined ? undefined : numberCell(tookMs, format.milliseconds(tookMs)),
    bytes === undefined ? undefined : numberCell(bytes, format.bytes(bytes)),
  ];
}

function stateText(state: ServerRow["state"]): string {
  switch (state) {
    case "running":
      return l10n.t("Waiting…");
    case "ok":
      return l10n.t("OK");
    case "error":
      return l10n.t("Error");
  }
}

/** The error message, or the whole result if it has no members. */
function valueOf(row: IndexedRow): Cell | undefined {
  if (row.text !== undefined) return textCell(row.text);
  return row.index !== undefined && isPlain(row) ? cellOf(row.index, 0) : undefined;
}

function isPlain({ index }: IndexedRow): boolean {
  return index !== undefined && kindOf(index, 0) !== "object";
}

function* memberCells(row: IndexedRow): Generator<readonly [string, Cell]> {
  const { index } = row;
  if (index === undefined || isPlain(row)) return;
  for (const line of childrenOf(index, 0)) yield [keyOf(index, line) ?? "", cellOf(index, line)];
}

function memberNames(rows: readonly IndexedRow[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) {
    for (const [name] of memberCells(row)) if (names.size < maxMembers) names.add(name);
  }
  return [...names];
}

function textCell(text: string): Cell {
  return { kind: "string", raw: JSON.stringify(text), count: 0 };
}

function numberCell(value: number, shown: string): Cell {
  return { kind: "number", raw: String(value), count: 0, shown };
}
