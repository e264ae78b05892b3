import * as l10n from "@vscode/l10n";
import { type FleetColumn, type SortKey } from "../../../src/shared/fleet/fleetChoices";
import { button, element, setAttributes } from "../../lib/dom";
import { type FittedColumns } from "../state/fitColumns";
import { columnOf } from "../state/columnTable";

export interface GridHeadOptions {
  readonly onSort: (column: FleetColumn, upload: boolean, add: boolean) => void;
  readonly onResize: (column: FleetColumn, width: number | undefined) => void;
  /** One column is dropped onto another. */
  readonly onMove: (dropped: FleetColumn, target: FleetColumn) => void;
  readonly onMore: () => void;
}

/** The names of the columns: a click sorts, a drag moves, a drag of the edge resizes. */
export class GridHead {
  readonly element = element("div", { class: "row head", role: "row" });
  #dragged: FleetColumn | undefined;
  #shown = "";

  constructor(private readonly options: GridHeadOptions) {}

  update({ columns, hidden }: FittedColumns, sort: readonly SortKey[]): void {
    const shown = JSON.stringify([columns, hidden, sort]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const cells = columns.map(({ id }) => this.#cell(id, sort));
    const more = button({
      text: `+${hidden.length}`,
      title: l10n.t(
        "Columns without room: {0}",
        hidden.map((id) => columnOf(id).label()).join(", "),
      ),
      class: "link",
      onClick: () => this.options.onMore(),
    });
    const moreCell = element("div", { class: "more-columns", role: "columnheader" }, more);
    this.element.replaceChildren(...cells, ...(hidden.length > 0 ? [moreCell] : []));
  }

  #cell(id: FleetColumn, sort: readonly SortKey[]): HTMLElement {
    const halves = id === "network" ? [false, true] : [false];
    const kind = columnOf(id).words === undefined ? "number" : "words";
    const own = sort.find(({ column }) => column === id);
    const cell = element(
      "div",
      {
        class: `cell ${kind} ${id} ${own ? "sorted" : ""}`,
        role: "columnheader",
        "aria-sort": own && (own.descending ? "descending" : "ascending"),
        draggable: id === "name" ? undefined : "true",
      },
      ...halves.map((upload) => this.#sortButton(id, upload, sort)),
      this.#edge(id),
    );
    this.#makeMovable(cell, id);
    return cell;
  }

  #sortButton(id: FleetColumn, upload: boolean, sort: readonly SortKey[]): HTMLElement {
    const label = columnOf(id).label();
    const text = id !== "network" ? label : upload ? "↑" : `${label} ↓`;
    const made = button({
      text,
      title: l10n.t("Sort by {0}; Shift+click: also by it", upload ? l10n.t("upload") : label),
      class: "sort",
      onClick: ({ shiftKey }) => this.options.onSort(id, upload, shiftKey),
    });
    made.tabIndex = -1;
    const place = sort.findIndex((key) => key.column === id && (key.upload === true) === upload);
    const key = sort[place];
    if (key !== undefined) {
      const arrow = key.descending ? "▾" : "▴";
      const number = sort.length > 1 ? String(place + 1) : "";
      made.append(element("span", { class: "arrow", "aria-hidden": "true" }, `${arrow}${number}`));
    }
    return made;
  }

  #edge(id: FleetColumn): HTMLElement {
    const edge = element("span", { class: "edge", "aria-hidden": "true" });
    edge.addEventListener("dblclick", () => this.options.onResize(id, undefined));
    edge.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const begin = edge.parentElement?.getBoundingClientRect().width ?? 0;
      const from = event.clientX;
      edge.setPointerCapture(event.pointerId);
      const move = ({ clientX }: PointerEvent) =>
        this.options.onResize(id, Math.max(minWidth, Math.round(begin + clientX - from)));
      edge.addEventListener("pointermove", move);
      const end = () => edge.removeEventListener("pointermove", move);
      edge.addEventListener("pointerup", end, { once: true });
      edge.addEventListener("pointercancel", end, { once: true });
    });
    return edge;
  }

  #makeMovable(cell: HTMLElement, id: FleetColumn): void {
    cell.addEventListener("dragstart", (event) => {
      // The edge is dragged for another purpose.
      if (event.target !== cell) event.preventDefault();
      else this.#dragged = id;
    });
    cell.addEventListener("dragover", (event) => {
      if (this.#dragged !== undefined && this.#dragged !== id) event.preventDefault();
    });
    cell.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.#dragged !== undefined) this.options.onMove(this.#dragged, id);
    });
    cell.addEventListener("dragend", () => (this.#dragged = undefined));
    setAttributes(cell, { "data-column": id });
  }
}

/** Pixels: below it neither the name nor a value can be read. */
const minWidth = 40;
