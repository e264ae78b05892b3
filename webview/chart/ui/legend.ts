import { type Line } from "../data/line";
import { type LineStyle } from "../plot/plotView";
import { type HeadValue } from "../state/headValue";
import { type LegendRow, columnLabel, type LegendCell } from "../state/legendRows";
import { type LegendSort, type SortKey } from "../state/panelState";
import * as l10n from "@vscode/l10n";
import {
  element,
  setText,
  reconcileChildren,
  reconcileKeepingFocus,
  setAttributes,
} from "../../lib/dom";

export interface LegendItem {
  readonly row: LegendRow;
  readonly style: LineStyle;
  readonly shown: boolean;
  /** What it is now. */
  readonly latest: HeadValue;
}

export interface LegendEvents {
  /** @param alone shows only this line; again: all. */
  readonly onToggle: (line: string, alone: boolean) => void;
  /** Undefined: no line is pointed at any more. */
  readonly onHighlight: (line: string | undefined) => void;
  readonly onSort: (key: SortKey) => void;
}

export interface LegendView {
  readonly items: readonly LegendItem[];
  readonly sort: LegendSort | undefined;
  /** What the figures are based on. */
  readonly note: string | undefined;
}

/** The lines of a chart by name, and what they are at the cursor. */
export interface Legend {
  readonly element: HTMLElement;
  readonly update: (view: LegendView) => void;
  /** @param valueAt what a line is at the cursor; undefined: there is no cursor, the latest counts. */
  readonly setCursor: (valueAt: ((line: Line) => HeadValue) | undefined) => void;
}

/** In the colour of warnings where it is over its threshold. */
export function showValue(target: HTMLElement, { text, isOver }: HeadValue): void {
  setText(target, text);
  target.classList.toggle("over", isOver);
  target.title = isOver ? l10n.t("Over the threshold") : "";
}

export interface LegendButton {
  readonly element: HTMLButtonElement;
  readonly update: (item: LegendItem) => void;
}

/** Shows and hides its line, alone with Alt, and highlights it while it is pointed at. */
export function createLegendButton(id: string, events: LegendEvents): LegendButton {
  const { svg, line } = createSwatch();
  const name = element("span", { class: "legend-name" });
  const root = element("button", { type: "button", class: "legend-button" }, svg, name);
  root.addEventListener("click", ({ altKey }) => events.onToggle(id, altKey));
  root.addEventListener("keydown", (event) => {
    // With Alt the browser makes no click of it.
    if (!event.altKey || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    events.onToggle(id, true);
  });
  for (const type of ["pointerenter", "focus"]) {
    root.addEventListener(type, () => events.onHighlight(id));
  }
  for (const type of ["pointerleave", "blur"]) {
    root.addEventListener(type, () => events.onHighlight(undefined));
  }
  return {
    element: root,
    update: ({ row, style, shown }) => {
      setText(name, row.name);
      const hint = l10n.t("Click: show or hide. Alt+click: show only this one, or all.");
      root.title = `${row.name}\n${hint}`;
      root.setAttribute("aria-pressed", String(shown));
      drawSwatch(line, style);
    },
  };
}

const svgNamespace = "http://www.w3.org/2000/svg";

export function createSwatch(): { readonly svg: SVGSVGElement; readonly line: SVGLineElement } {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("class", "swatch");
  svg.setAttribute("viewBox", "0 0 18 10");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svgNamespace, "line");
  for (const [key, value] of Object.entries({ x1: "1", x2: "17", y1: "5", y2: "5" })) {
    line.setAttribute(key, value);
  }
  svg.append(line);
  return { svg, line };
}

export function drawSwatch(line: SVGLineElement, { color, dash }: LineStyle): void {
  line.setAttribute("stroke", color);
  line.setAttribute("stroke-dasharray", dash.join(" "));
}

/** Name and value of each line, side by side. */
export function createLegendList(title: string, events: LegendEvents): Legend {
  const root = element("ul", { class: "legend", "aria-label": l10n.t("Lines of {0}", title) });
  const rows = new Map<string, ReturnType<typeof createItem>>();
  let items: readonly LegendItem[] = [];
  let valueAt: ((line: Line) => HeadValue) | undefined;
  const writeValues = () => {
    for (const { row, latest } of items) {
      rows.get(row.line.id)?.setValue(valueAt?.(row.line) ?? latest);
    }
  };
  return {
    element: root,
    update: (view) => {
      ({ items } = view);
      const elements = items.map((item) => {
        const { id } = item.row.line;
        const made = rows.get(id) ?? createItem(id, events);
        rows.set(id, made);
        made.update(item);
        return made.element;
      });
      reconcileChildren(root, elements);
      writeValues();
    },
    setCursor: (newValueAt) => {
      valueAt = newValueAt;
      writeValues();
    },
  };
}

function createItem(id: string, events: LegendEvents) {
  const button = createLegendButton(id, events);
  const value = element("span", { class: "legend-value" });
  const root = element("li", {}, button.element, value);
  return {
    element: root,
    update: (item: LegendItem) => {
      button.update(item);
      root.classList.toggle("off", !item.shown);
    },
    setValue: (shown: HeadValue) => showValue(value, shown),
  };
}

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
  let valueAt: ((line: Line) => HeadValue) | undefined;
  const writeValues = () => {
    heads.forEach((head) => head.setAtCursor(valueAt !== undefined));
    for (const { row } of items) {
      const text = valueAt?.(row.line).text ?? row.cells.latest?.text ?? "";
      rows.get(row.line.id)?.setValue(text);
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
    setCursor: (newValueAt) => {
      valueAt = newValueAt;
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

export function originTitle(cell: LegendCell | undefined): string {
  if (cell?.value === undefined) return "";
  return cell.origin === "server"
    ? l10n.t("from the server, over all pings")
    : l10n.t("calculated from records");
}
