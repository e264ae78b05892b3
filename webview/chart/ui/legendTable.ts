import * as l10n from "@vscode/l10n";
import { reconcileKeepingFocus, element, setAttributes, setText } from "../../lib/dom";
import { type Line } from "../data/line";
import { columnLabel, type LegendCell } from "../state/legendRows";
import { type LegendSort, type SortKey } from "../state/panelState";
import { type Legend, type LegendEvents, type LegendItem } from "./legend";
import { createLegendButton } from "./legendButton";

interface LegendTableOptions {
  readonly title: string;
  readonly columns: readonly SortKey[];
  readonly kind: "node" | "nodes";
}

/** Each line with its figures; a click on a column sorts by it. */
export function createLegendTable(options: LegendTableOptions, events: LegendEvents): Legend {
  const { title, columns, kind } = options;
  const heads = columns.map((key) => createHead(key, kind, events));
  const body = element("tbody");
  const table = element(
    "table",
    { class: "legend-table", "aria-label": l10n.t("Lines of {0}", title) },
    element("thead", {}, element("tr", {}, ...heads.map((head) => head.element))),
    body,
  );
  const origin = element("p", { class: "hint" });
  const rows = new Map<string, ReturnType<typeof createRow>>();
  let items: readonly LegendItem[] = [];
  let textAt: ((line: Line) => string) | undefined;
  const writeValues = () => {
    heads.forEach((head) => head.setAtCursor(textAt !== undefined));
    for (const { row } of items) {
      rows.get(row.line.id)?.setValue(textAt?.(row.line) ?? row.cells.latest?.text ?? "");
    }
  };
  return {
    element: element(
      "div",
      { class: "legend-box" },
      element("div", { class: "scroll" }, table),
      origin,
    ),
    update: (view) => {
      ({ items } = view);
      heads.forEach((head) => head.setSort(view.sort));
      const elements = items.map((item) => {
        const { id } = item.row.line;
        const made = rows.get(id) ?? createRow(id, columns, events);
        rows.set(id, made);
        made.update(item);
        return made.element;
      });
      reconcileKeepingFocus(body, elements);
      setText(origin, view.note ?? "");
      writeValues();
    },
    setCursor: (newTextAt) => {
      textAt = newTextAt;
      writeValues();
    },
  };
}

function createHead(key: SortKey, kind: "node" | "nodes", { onSort }: LegendEvents) {
  const label = columnLabel(key, kind);
  const text = element("span", {}, label);
  const arrow = element("span", { class: "sort-arrow", "aria-hidden": "true" });
  const button = element("button", { type: "button" }, text, arrow);
  button.addEventListener("click", () => onSort(key));
  button.title = l10n.t("Sort by {0}", label);
  const root = element("th", { scope: "col", class: `column-${key}` }, button);
  return {
    element: root,
    setSort: (sort: LegendSort | undefined) => {
      const direction = sort?.descending ? "descending" : "ascending";
      const active = sort?.key === key;
      setAttributes(root, { "aria-sort": active ? direction : undefined });
      setText(arrow, active ? (direction === "descending" ? "▾" : "▴") : "");
    },
    setAtCursor: (atCursor: boolean) => {
      if (key === "latest") setText(text, atCursor ? l10n.t("At cursor") : label);
    },
  };
}

function createRow(id: string, columns: readonly SortKey[], events: LegendEvents) {
  const button = createLegendButton(id, events);
  const cells = new Map(
    columns.filter((key) => key !== "name").map((key) => [key, element("td")] as const),
  );
  const root = element(
    "tr",
    {},
    element("th", { scope: "row" }, button.element),
    ...cells.values(),
  );
  return {
    element: root,
    update: (item: LegendItem) => {
      button.update(item);
      root.classList.toggle("off", !item.shown);
      for (const [key, cell] of cells) {
        const value = item.row.cells[key];
        if (key !== "latest") setText(cell, value?.text ?? "");
        cell.title = key === "latest" ? "" : originTitle(value);
      }
    },
    setValue: (text: string) => {
      const cell = cells.get("latest");
      if (cell) setText(cell, text);
    },
  };
}

function originTitle(cell: LegendCell | undefined): string {
  if (cell?.value === undefined) return "";
  return cell.origin === "server"
    ? l10n.t("from the server, over all pings")
    : l10n.t("calculated from records");
}
