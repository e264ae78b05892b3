import * as l10n from "@vscode/l10n";
import { type FleetColumn, type SortKey } from "../../../src/shared/fleet/fleetChoices";
import { button, element, setAttributes } from "../../lib/dom";
import { type FittedColumns } from "../state/fitColumns";
import { columnOf } from "../state/columnTable";

export interface GridHeadOptions {
  readonly onSort: (column: FleetColumn, upload: boolean, add: boolean) => void;
  /** While the edge is dragged. */
  readonly onResize: (column: FleetColumn, width: number) => void;
  /** The edge is let go. */
  readonly onResized: () => void;
  /** One column is dropped onto another. */
  readonly onMove: (dropped: FleetColumn, target: FleetColumn) => void;
  readonly onMore: () => void;
}

/** The names of the columns: a click sorts, a drag moves, a drag of the edge resizes. */
export class GridHead {
  readonly element = element("div", { class: "row head", role: "row" });
  #dragged: FleetColumn | undefined;
  #isResizing = false;
  #shown = "";

  constructor(
    private readonly options: GridHeadOptions,
    private readonly fit: (column: FleetColumn) => void,
  ) {}

  update({ columns, hidden }: FittedColumns, sort: readonly SortKey[]): void {
    const shown = JSON.stringify([columns.map(({ id }) => id), hidden, sort]);
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

  cellOf(index: number): HTMLElement | undefined {
    return this.element.querySelectorAll<HTMLElement>(".cell")[index];
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
    edge.addEventListener("dblclick", () => this.fit(id));
    edge.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#resize(id, edge.parentElement?.getBoundingClientRect().width ?? 0, event);
    });
    return edge;
  }

  /** Follows the pointer by the row of the head: its cells are made anew where a column loses its room. */
  #resize(id: FleetColumn, begin: number, { clientX: from, pointerId }: PointerEvent): void {
    const { element: head, options } = this;
    const listening = new AbortController();
    let isMoved = false;
    this.#isResizing = true;
    const move = ({ clientX }: PointerEvent) => {
      if (!isMoved && clientX === from) return;
      // Not before: a captured double click would not be one on the edge.
      if (!isMoved) head.setPointerCapture(pointerId);
      isMoved = true;
      options.onResize(id, Math.max(minWidth, Math.round(begin + clientX - from)));
    };
    const end = () => {
      listening.abort();
      this.#isResizing = false;
      if (isMoved) options.onResized();
    };
    window.addEventListener("pointermove", move, listening);
    window.addEventListener("pointerup", end, listening);
    window.addEventListener("pointercancel", end, listening);
  }

  #makeMovable(cell: HTMLElement, id: FleetColumn): void {
    cell.addEventListener("dragstart", (event) => {
      if (this.#isResizing) event.preventDefault();
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
