import * as l10n from "@vscode/l10n";
import { clip } from "../../../../src/shared/clip";
import { type Format } from "../../../../src/shared/format";
import { element } from "../../../lib/dom";
import { icon } from "../../../lib/icons";
import { type JsonIndex } from "../json/jsonIndex";
import { countOf, keyOf, kindOf, rawValue } from "../json/jsonLine";
import { nameAt } from "../json/nameAt";
import { type KnownNames } from "../../state/knownNames";
import { escaped, shownJson } from "../json/shownText";
import { readableAt } from "../table/readable";
import { valueNodes, withMarks } from "../json/valueNodes";

/** Limit of a key or value in a row. */
const maxTextLength = 300;

export interface TreeRowState {
  readonly open: boolean;
  readonly selected: boolean;
  readonly query: string;
  readonly format: Format;
  readonly names: KnownNames;
}

export function treeRow(index: JsonIndex, line: number, state: TreeRowState): HTMLElement {
  const count = countOf(index, line);
  const depth = index.depths[line] ?? 0;
  const siblings = line === 0 ? 1 : countOf(index, index.parents[line] ?? 0);
  const readable = count > 0 ? undefined : readableAt(index, line, state.format);
  const note = readable ?? nameAt(index, line, state.names);
  const row = element(
    "div",
    {
      class: "tree-row",
      id: rowId(line),
      role: "treeitem",
      title: readable,
      "aria-level": String(depth + 1),
      "aria-setsize": String(siblings),
      "aria-posinset": String((index.places[line] ?? 0) + 1),
      "aria-expanded": count > 0 ? String(state.open) : undefined,
      "aria-selected": String(state.selected),
    },
    element("span", { class: "twistie" }, count > 0 ? icon("chevron") : undefined),
    ...nameNodes(index, line, state.query),
    ...contentNodes(index, line, count, state),
    note === undefined ? undefined : element("span", { class: "json-note" }, note),
  );
  row.style.setProperty("--depth", String(Math.min(depth, 40)));
  return row;
}

const idPrefix = "line-";

export function rowId(line: number): string {
  return `${idPrefix}${line}`;
}

/** The line of a row created by `treeRow`. */
export function lineOfRow(row: Element): number {
  return Number(row.id.slice(idPrefix.length));
}

function nameNodes(index: JsonIndex, line: number, query: string): readonly HTMLElement[] {
  if (line === 0) return [];
  const key = keyOf(index, line);
  const name = key ?? String(index.places[line] ?? 0);
  const text = escaped(clip(name, maxTextLength));
  const marks = withMarks(text === "" ? '""' : text, key === undefined ? "" : query);
  return [
    element("span", { class: key === undefined ? "json-place" : "json-key" }, ...marks),
    element("span", { class: "json-colon" }, ": "),
  ];
}

function contentNodes(
  index: JsonIndex,
  line: number,
  count: number,
  { query, format }: TreeRowState,
): readonly HTMLElement[] {
  const kind = kindOf(index, line);
  switch (kind) {
    case "object":
    case "array":
      return [
        element("span", { class: "json-bracket" }, kind === "object" ? "{ }" : "[ ]"),
        element("span", { class: "json-count" }, countText(kind, count, format)),
      ];
    case "string":
    case "number":
    case "boolean":
    case "null": {
      const { text, more } = shownJson(rawValue(index, line), maxTextLength);
      return valueNodes({ kind, text, more }, query, format);
    }
  }
}

function countText(kind: "object" | "array", count: number, format: Format): string {
  const number = format.number(count);
  if (kind === "object") return count === 1 ? l10n.t("1 field") : l10n.t("{0} fields", number);
  return count === 1 ? l10n.t("1 item") : l10n.t("{0} items", number);
}
