import * as l10n from "@vscode/l10n";
import { type MetricKey } from "../../../src/shared/metrics";
import { element, reconcileChildren, reconcileKeepingFocus, setText } from "../../lib/dom";
import { type Line } from "../data/line";
import { type LineStyle } from "../plot/plotView";
import { columnLabel, type LegendRow } from "../state/legendRows";
import { type NodeFigures } from "../state/nodeFigures";
import { type LegendSort, type SortKey } from "../state/panelState";
import { unknownText } from "../state/valueText";
import { createSwatch, drawSwatch, originTitle } from "./legend";

export interface NodesTableView {
  readonly nodes: readonly (NodeFigures & { readonly style: LineStyle; readonly shown: boolean })[];
  readonly metrics: readonly { readonly key: MetricKey; readonly title: string }[];
  /** Of each metric. */
  readonly columns: readonly SortKey[];
  readonly sort: LegendSort | undefined;
}

export interface NodesTableEvents {
  readonly onSort: (key: SortKey, metric?: MetricKey) => void;
  /** @param alone shows only this node; again: all. */
  readonly onToggleNode: (node: string, alone: boolean) => void;
  readonly onOpenNode: (node: string) => void;
  readonly onHighlightNode: (node: string | undefined) => void;
}

/** One legend for all charts of several nodes: a row for each node, its figures of every metric side by side. */
export interface NodesTable {
  readonly element: HTMLElement;
  readonly update: (view: NodesTableView) => void;
  /** @param textAt what a line is at the cursor; undefined: there is no cursor, the latest counts. */
  readonly setCursor: (textAt: ((line: Line) => string) | undefined) => void;
}

export function createNodesTable(events: NodesTableEvents): NodesTable {
  const head = element("thead");
  const body = element("tbody");
  const label = l10n.t("Nodes and their figures");
  const root = element(
    "div",
    { class: "nodes-table", role: "region", "aria-label": label, tabindex: "0" },
    element("table", { "aria-label": label }, head, body),
  );
  const rows = new Map<string, ReturnType<typeof createRow>>();
  let view: NodesTableView | undefined;
  let written = "";
  let textAt: ((line: Line) => string) | undefined;
  const writeHead = (next: NodesTableView) => {
    const count = next.nodes.filter(({ isAggregate }) => !isAggregate).length;
    const inputs = JSON.stringify([
      next.metrics,
      next.columns,
      next.sort,
      count,
      textAt === undefined,
    ]);
    if (inputs === written) return;
    written = inputs;
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && head.contains(active) ? active.title : "";
    reconcileChildren(head, headRows(next, count, textAt !== undefined, events));
    const again = [...head.querySelectorAll("button")].find(({ title }) => title === focused);
    if (focused !== "") again?.focus();
  };
  return {
    element: root,
    update: (next) => {
      view = next;
      root.hidden = next.nodes.length === 0;
      writeHead(next);
      const elements = next.nodes.map((node) => {
        const made = rows.get(node.node) ?? createRow(node, events);
        rows.set(node.node, made);
        made.update(node, next, textAt);
        return made.element;
      });
      reconcileKeepingFocus(body, elements);
    },
    setCursor: (next) => {
      textAt = next;
      if (view === undefined) return;
      writeHead(view);
      for (const node of view.nodes) rows.get(node.node)?.setCursor(node, view, textAt);
    },
  };
}

function headRows(
  { metrics, columns, sort }: NodesTableView,
  count: number,
  atCursor: boolean,
  { onSort }: NodesTableEvents,
): readonly HTMLElement[] {
  const names = metrics.map(({ title }) =>
    element(
      "th",
      { scope: "colgroup", colspan: String(columns.length), class: "first", title },
      title,
    ),
  );
  const figures = metrics.flatMap(({ key: metric, title }) =>
    columns.map((key, index) => {
      const label = key === "latest" && atCursor ? l10n.t("cursor") : shortLabel(key);
      const hint = l10n.t("Sort by {0}", `${title}, ${columnLabel(key, "nodes")}`);
      const isSorted = sort?.key === key && sort.metric === metric;
      const button = sortButton(label, hint, isSorted ? sort : undefined, () =>
        onSort(key, metric),
      );
      const direction = sort?.descending ? "descending" : "ascending";
      return element(
        "th",
        { scope: "col", class: index === 0 && "first", "aria-sort": isSorted && direction },
        button,
      );
    }),
  );
  const byName = sort?.key === "name" ? sort : undefined;
  const nodes = sortButton(
    count === 1 ? l10n.t("1 node") : l10n.t("{0} nodes", count),
    l10n.t("Sort by {0}", columnLabel("name", "nodes")),
    byName,
    () => onSort("name"),
  );
  return [
    element("tr", {}, element("td"), ...names),
    element("tr", {}, element("th", { scope: "col" }, nodes), ...figures),
  ];
}

/** There are many columns side by side. */
function shortLabel(key: SortKey): string {
  switch (key) {
    case "latest":
      return l10n.t("now");
    case "min":
      return l10n.t("min");
    case "average":
      return l10n.t("avg");
    case "max":
      return l10n.t("max");
    case "name":
    case "p50":
    case "p99":
    case "jitter":
    case "loss":
      return columnLabel(key, "nodes");
  }
}

function sortButton(
  text: string,
  title: string,
  sort: LegendSort | undefined,
  onClick: () => void,
): HTMLButtonElement {
  const arrow = sort === undefined ? "" : sort.descending ? "▾" : "▴";
  const made = element("button", { type: "button", title }, text);
  if (arrow !== "") made.append(element("span", { "aria-hidden": "true" }, arrow));
  made.addEventListener("click", onClick);
  return made;
}

type Row = NodesTableView["nodes"][number];

function createRow({ node, isAggregate }: Row, events: NodesTableEvents) {
  const { svg, line } = createSwatch();
  const toggle = element("button", { type: "button", class: "toggle" }, svg);
  toggle.addEventListener("click", ({ altKey }) => events.onToggleNode(node, altKey));
  const name = isAggregate
    ? element("span", { class: "node-name" })
    : element("button", { type: "button", class: "node-name" });
  if (!isAggregate) name.addEventListener("click", () => events.onOpenNode(node));
  const heading = element("th", { scope: "row" }, element("div", {}, toggle, name));
  const root = element("tr", { class: isAggregate && "aggregate" }, heading);
  root.addEventListener("pointerenter", () => events.onHighlightNode(node));
  root.addEventListener("pointerleave", () => events.onHighlightNode(undefined));
  let cells: readonly HTMLElement[] = [];
  const setCursor = (row: Row, view: NodesTableView, textAt?: (line: Line) => string) => {
    const { columns, metrics } = view;
    const at = columns.indexOf("latest");
    metrics.forEach(({ key }, index) => {
      const cell = cells[index * columns.length + at];
      if (cell) setText(cell, latestText(row.rows.get(key), textAt));
    });
  };
  const update = (row: Row, view: NodesTableView, textAt?: (line: Line) => string) => {
    const { columns, metrics } = view;
    setText(name, row.name);
    if (!isAggregate) name.title = l10n.t("Open {0}", row.name);
    const hint = l10n.t("Click: show or hide. Alt+click: show only this one, or all.");
    toggle.title = `${row.name}\n${hint}`;
    toggle.setAttribute("aria-label", l10n.t("Show {0}", row.name));
    toggle.setAttribute("aria-pressed", String(row.shown));
    drawSwatch(line, row.style);
    root.classList.toggle("off", !row.shown);
    cells = cellsFor(cells, columns.length * metrics.length);
    reconcileChildren(root, [heading, ...cells]);
    cells.forEach((cell, index) => {
      const key = columns[index % columns.length];
      const metric = metrics[Math.floor(index / columns.length)]?.key;
      const figure = metric && key && row.rows.get(metric)?.cells[key];
      cell.className = [index % columns.length === 0 && "first", key].filter(Boolean).join(" ");
      cell.title = key === "latest" ? "" : originTitle(figure);
      if (key !== "latest") setText(cell, figure?.text ?? unknownText);
    });
    setCursor(row, view, textAt);
  };
  return { element: root, update, setCursor };
}

function cellsFor(before: readonly HTMLElement[], count: number): readonly HTMLElement[] {
  return Array.from({ length: count }, (_, index) => before[index] ?? element("td"));
}

function latestText(row: LegendRow | undefined, textAt?: (line: Line) => string): string {
  if (row === undefined) return unknownText;
  return textAt === undefined ? (row.cells.latest?.text ?? unknownText) : textAt(row.line);
}
