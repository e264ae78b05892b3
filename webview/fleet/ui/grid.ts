import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { element, newId, setAttributes } from "../../lib/dom";
import { VirtualList } from "../../lib/virtualList";
import { type TableRow } from "../state/arrange";
import {
  noSelection,
  selectAll,
  selectOnly,
  selectRange,
  type Selection,
  toggleSelected,
} from "../state/selection";
import { spokenCell } from "../state/spokenCell";
import { GridHead, type GridHeadOptions } from "./gridHead";
import { type GridPlace, moveInGrid } from "./gridKeys";
import { type GridScene } from "./gridScene";
import { GroupRow } from "./groupRow";
import { NodeRow } from "./nodeRow";

export interface GridOptions extends GridHeadOptions {
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (slots: readonly number[], beside: boolean) => void;
  readonly onFold: (key: string) => void;
  /** The rows in sight are of these nodes. */
  readonly onVisible: (slots: readonly number[]) => void;
}

type DrawnRow = NodeRow | GroupRow;

/** The table: a head, and the rows that are in sight. One stop for Tab. */
export class Grid {
  readonly element: HTMLElement;
  readonly #head: GridHead;
  readonly #box: HTMLElement;
  readonly #list: VirtualList;
  readonly #sticky: HTMLElement;
  readonly #stickyRow: GroupRow;
  readonly #drawn = new Map<number, DrawnRow>();
  /** Rows that have left, to be used again. */
  readonly #spare: NodeRow[] = [];
  readonly #keys = new Map<string, number>();
  readonly #activeId = newId();
  #scene: GridScene | undefined;
  #active: GridPlace = { row: 0, column: 0 };
  #typed = "";
  #typedAt = 0;

  constructor(private readonly options: GridOptions) {
    this.#head = new GridHead(options, (column) => this.#fit(column));
    this.#stickyRow = new GroupRow(() => this.#foldTop());
    this.#sticky = element(
      "div",
      { class: "sticky", "aria-hidden": "true" },
      this.#stickyRow.element,
    );
    const rows = element("div", { role: "rowgroup" });
    const head = element("div", { role: "rowgroup", class: "grid-head" }, this.#head.element);
    this.#box = element(
      "div",
      { class: "grid-box", role: "grid", tabindex: "0", "aria-multiselectable": "true" },
      head,
      this.#sticky,
      rows,
    );
    this.#box.setAttribute("aria-label", l10n.t("Nodes"));
    this.element = element("div", { class: "grid" }, this.#box);
    this.#list = new VirtualList({
      box: this.#box,
      parent: rows,
      headHeight: () => head.offsetHeight,
      probe: element("div", { class: "row" }),
      keyOf: (row) => this.#keyOf(row),
      render: (row) => this.#render(row),
    });
    this.#box.addEventListener("keydown", (event) => this.#onKey(event));
    this.#box.addEventListener("click", (event) => this.#onClick(event));
    this.#box.addEventListener("dblclick", (event) => this.#onDoubleClick(event));
    this.#box.addEventListener("contextmenu", (event) => this.#onMenu(event));
    this.#box.addEventListener("scroll", () => this.#refresh());
  }

  /** Other rows, another order, or other columns. */
  update(scene: GridScene): void {
    const keptKey = this.#scene === undefined ? undefined : this.#keyOf(this.#active.row);
    this.#scene = scene;
    const widths = scene.fitted.columns.map(({ id, width }) =>
      id === "name" ? `minmax(${width}px, 1fr)` : `${width}px`,
    );
    this.element.style.setProperty("--columns", widths.join(" "));
    this.element.style.setProperty("--gutter", `${scene.fitted.gutter}px`);
    this.#head.update(scene.fitted, scene.sort);
    setAttributes(this.#box, {
      "aria-rowcount": String(scene.rows.length + 1),
      "aria-colcount": String(scene.fitted.columns.length),
    });
    this.#keepActive(keptKey);
    this.#list.rearrange(scene.rows.length);
    this.#refresh();
  }

  /** The same rows: of those in sight, the given nodes say something else. */
  updateNodes(scene: GridScene, slots: ReadonlySet<number>): void {
    this.#scene = scene;
    for (const drawn of this.#drawn.values()) {
      if (drawn instanceof NodeRow && slots.has(drawn.slot)) drawn.update(scene);
    }
    this.#updateGroups(scene);
    this.#markActive();
  }

  updateTrails(scene: GridScene): void {
    for (const drawn of this.#drawn.values()) {
      if (drawn instanceof NodeRow) drawn.updateTrail(scene);
    }
  }

  onScroll(listener: () => void): void {
    this.#box.addEventListener("scroll", listener);
  }

  get scrollTop(): number {
    return this.#box.scrollTop;
  }

  set scrollTop(top: number) {
    this.#box.scrollTop = top;
  }

  focus(): void {
    this.#box.focus();
  }

  /** Makes a column as wide as the widest of its cells in sight. */
  #fit(column: FleetColumn): void {
    const ids = this.#scene?.fitted.columns.map(({ id }) => id) ?? [];
    const index = ids.indexOf(column);
    // Cells then take the width of what is in them.
    this.#box.classList.add("measuring");
    const cells = [this.#head, ...this.#drawn.values()].map((row) => row.cellOf(index));
    const widths = cells.map((cell) =>
      cell?.hasAttribute("aria-colspan") ? 0 : Math.ceil(cell?.getBoundingClientRect().width ?? 0),
    );
    this.#box.classList.remove("measuring");
    this.options.onResize(column, Math.max(...widths));
    this.options.onResized();
  }

  /** Writes all rows in sight: they may be kept ones. */
  #refresh(): void {
    const scene = this.#scene;
    if (scene === undefined) return;
    const inSight = new Set<number>();
    const { from, to } = this.#list.visibleRows;
    for (let row = Math.max(0, from - 8); row < Math.min(scene.rows.length, to + 8); row++) {
      const key = this.#keyOf(row);
      if (this.#list.elementOf(row) === undefined) continue;
      inSight.add(key);
      this.#write(this.#drawn.get(key), scene, row);
    }
    for (const [key, drawn] of this.#drawn) {
      if (inSight.has(key)) continue;
      this.#drawn.delete(key);
      if (drawn instanceof NodeRow && this.#spare.length < maxSpare) this.#spare.push(drawn);
    }
    this.#showSticky();
    this.#markActive();
    this.#tellVisible();
  }

  #write(drawn: DrawnRow | undefined, scene: GridScene, row: number): void {
    const at = scene.rows[row];
    if (drawn === undefined || at === undefined) return;
    drawn.element.setAttribute("aria-rowindex", String(row + 2));
    if (drawn instanceof NodeRow) drawn.update(scene);
    else if (at.kind === "group") drawn.update(scene, at.group, at.folded);
  }

  #updateGroups(scene: GridScene): void {
    for (let row = this.#list.topRow; row < this.#list.visibleRows.to; row++) {
      const at = scene.rows[row];
      if (at?.kind === "group") this.#write(this.#drawn.get(this.#keyOf(row)), scene, row);
    }
    this.#showSticky();
  }

  #render(row: number): HTMLElement {
    const { rows } = this.#scene ?? { rows: [] };
    const at = rows[row];
    const drawn =
      at?.kind === "node"
        ? this.#nodeRow(at.slot)
        : new GroupRow(() => this.#fold(this.#rowOf(drawn.element)));
    this.#drawn.set(this.#keyOf(row), drawn);
    if (this.#scene !== undefined) this.#write(drawn, this.#scene, row);
    return drawn.element;
  }

  #nodeRow(slot: number): NodeRow {
    const spare = this.#spare.pop();
    spare?.reuse(slot);
    return (
      spare ??
      new NodeRow(slot, {
        onOpenCharts: (each) => this.options.onOpen([each], false),
        onMenu: (_each, place) => openMenu(place),
      })
    );
  }

  /** A small number for each row, the same as long as the row is that of the same node in the same group. */
  #keyOf(row: number): number {
    const at = this.#scene?.rows[row];
    if (at === undefined) return -1;
    const name = at.kind === "group" ? `g${at.group.key}` : `${at.slot} ${at.group?.key ?? ""}`;
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    this.#keys.set(name, this.#keys.size);
    return this.#keys.size - 1;
  }

  #rowOf(target: EventTarget | null): number {
    const found = target instanceof Element ? target.closest<HTMLElement>(".row") : null;
    const index = Number(found?.getAttribute("aria-rowindex") ?? NaN);
    return Number.isNaN(index) ? -1 : index - 2;
  }

  #rowAt(row: number): TableRow | undefined {
    return this.#scene?.rows[row];
  }

  // The active cell

  #keepActive(key: number | undefined): void {
    const { rows } = this.#scene ?? { rows: [] };
    if (key !== undefined && this.#keyOf(this.#active.row) !== key) {
      const row = rows.findIndex((_, index) => this.#keyOf(index) === key);
      if (row >= 0) this.#active = { ...this.#active, row };
    }
    const last = Math.max(0, rows.length - 1);
    this.#active = { ...this.#active, row: Math.min(this.#active.row, last) };
  }

  #activate(place: GridPlace): void {
    this.#active = place;
    this.#list.reveal(place.row);
    // The row of its group stands above it.
    if (
      this.#list.topRow === place.row &&
      this.#rowAt(place.row)?.kind === "node" &&
      place.row > 0
    ) {
      this.#list.reveal(place.row - 1);
    }
    this.#refresh();
  }

  #markActive(): void {
    this.element.querySelector(".active-cell")?.classList.remove("active-cell");
    this.element.querySelector(".active-row")?.classList.remove("active-row");
    this.element.querySelector(`[id="${this.#activeId}"]`)?.removeAttribute("id");
    const { row, column } = this.#active;
    const drawn = this.#drawn.get(this.#keyOf(row));
    const cell = drawn?.cellOf(column) ?? drawn?.cellOf(0);
    if (cell !== undefined) {
      cell.id = this.#activeId;
      cell.classList.add("active-cell");
      drawn?.element.classList.add("active-row");
      setAttributes(cell, { "aria-label": this.#spoken(row, column) });
    }
    setAttributes(this.#box, { "aria-activedescendant": cell && this.#activeId });
  }

  #spoken(row: number, column: number): string | undefined {
    const at = this.#rowAt(row);
    const scene = this.#scene;
    const id = scene?.fitted.columns[column]?.id ?? "name";
    return at?.kind === "node" && scene
      ? spokenCell(scene.store, at.slot, id, scene.format)
      : undefined;
  }

  // Mouse and keyboard

  #onClick(event: MouseEvent): void {
    const row = this.#rowOf(event.target);
    const at = this.#rowAt(row);
    if (at?.kind !== "node" || (event.target as Element).closest("button") !== null) return;
    this.#active = { row, column: this.#columnOf(event.target) };
    this.#select(at.slot, event.shiftKey, event.ctrlKey || event.metaKey);
  }

  #columnOf(target: EventTarget | null): number {
    const cell = target instanceof Element ? target.closest<HTMLElement>(".cell") : null;
    const drawn = this.#drawn.get(this.#keyOf(this.#rowOf(target)));
    const columns = this.#scene?.fitted.columns ?? [];
    return Math.max(
      0,
      columns.findIndex((_, index) => drawn?.cellOf(index) === cell),
    );
  }

  #select(slot: number, extend: boolean, toggle: boolean): void {
    const { selection } = this.#scene ?? { selection: noSelection };
    if (extend) this.options.onSelect(selectRange(selection, slot, this.#slotsInOrder()));
    else if (toggle) this.options.onSelect(toggleSelected(selection, slot));
    else this.options.onSelect(selectOnly(slot));
  }

  #onDoubleClick(event: MouseEvent): void {
    const at = this.#rowAt(this.#rowOf(event.target));
    if (at?.kind === "node") this.options.onOpen([at.slot], false);
  }

  /** The menu is of the selection if the row is part of it. */
  #onMenu(event: MouseEvent): void {
    const row = this.#rowOf(event.target);
    const at = this.#rowAt(row);
    if (at?.kind !== "node") return;
    this.#active = { row, column: 0 };
    if (this.#scene?.selection.slots.has(at.slot) !== true)
      this.options.onSelect(selectOnly(at.slot));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target !== this.#box || this.#scene === undefined) return;
    const place = moveInGrid(event, this.#active, {
      rows: this.#scene.rows.length,
      columns: this.#scene.fitted.columns.length,
      pageRows: this.#list.pageRows,
    });
    const isFold = this.#foldByKey(event);
    if (!isFold && place === undefined && !this.#act(event) && !this.#find(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isFold || place === undefined) return;
    this.#activate(place);
    const at = this.#rowAt(place.row);
    if (event.shiftKey && at?.kind === "node") this.#select(at.slot, true, false);
  }

  /** Left folds a group, right unfolds it. */
  #foldByKey({ key, ctrlKey, altKey }: KeyboardEvent): boolean {
    const at = this.#rowAt(this.#active.row);
    if (at?.kind !== "group" || ctrlKey || altKey) return false;
    const turns = at.folded ? key === "ArrowRight" : key === "ArrowLeft";
    if (turns || key === "Enter" || key === " ") this.options.onFold(at.group.key);
    return turns || key === "Enter" || key === " ";
  }

  /** @returns whether the key does something with the active node or the selection. */
  #act({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const at = this.#rowAt(this.#active.row);
    const slot = at?.kind === "node" ? at.slot : undefined;
    const withCtrl = ctrlKey || metaKey;
    if (key === "a" && withCtrl) this.options.onSelect(selectAll(this.#slotsInOrder()));
    else if (key === "Escape") this.options.onSelect(noSelection);
    else if (slot === undefined) return false;
    else if (key === "Enter") this.options.onOpen(this.#selectedWith(slot), withCtrl);
    else if (key === " ") this.#select(slot, shiftKey, true);
    else if (key === "ContextMenu" || (key === "F10" && shiftKey)) this.#openActiveMenu();
    else return false;
    return true;
  }

  /** All selected nodes if the active one is among them. */
  #selectedWith(slot: number): readonly number[] {
    const { slots } = this.#scene?.selection ?? noSelection;
    return slots.has(slot) ? this.#slotsInOrder().filter((each) => slots.has(each)) : [slot];
  }

  #openActiveMenu(): void {
    const cell = this.#drawn.get(this.#keyOf(this.#active.row))?.cellOf(0);
    if (cell !== undefined) openMenu(cell);
  }

  /** Letters find the next node whose name begins with them. */
  #find({ key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent): boolean {
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
    this.#typed = timeStamp - this.#typedAt < typingMs ? this.#typed + key : key;
    this.#typedAt = timeStamp;
    const { rows } = this.#scene ?? { rows: [] };
    const from = this.#active.row + (this.#typed.length === 1 ? 1 : 0);
    const words = this.#typed.toLocaleLowerCase();
    const found = [...rows.keys()]
      .map((index) => (from + index) % rows.length)
      .find((index) => this.#nameAt(index).toLocaleLowerCase().startsWith(words));
    if (found !== undefined) this.#activate({ ...this.#active, row: found });
    return true;
  }

  #nameAt(row: number): string {
    const at = this.#rowAt(row);
    return at?.kind === "node" ? (this.#scene?.store.node(at.slot)?.name ?? "") : "";
  }

  /** Of the rows as they stand, each node once. */
  #slotsInOrder(): readonly number[] {
    const rows = this.#scene?.rows ?? [];
    return [...new Set(rows.flatMap((row) => (row.kind === "node" ? [row.slot] : [])))];
  }

  // Groups

  #fold(row: number): void {
    const at = this.#rowAt(row);
    if (at?.kind === "group") this.options.onFold(at.group.key);
  }

  #foldTop(): void {
    const at = this.#rowAt(this.#list.topRow);
    const group = at?.group;
    if (group !== undefined) this.options.onFold(group.key);
  }

  /** The row of the group whose nodes are at the top stays in sight. */
  #showSticky(): void {
    const at = this.#rowAt(this.#list.topRow);
    const group = at?.kind === "node" ? at.group : undefined;
    this.#sticky.hidden = group === undefined;
    if (group !== undefined && this.#scene !== undefined) {
      this.#stickyRow.update(this.#scene, group, false);
    }
  }

  #tellVisible(): void {
    const { from, to } = this.#list.visibleRows;
    const rows = this.#scene?.rows.slice(from, to) ?? [];
    this.options.onVisible(rows.flatMap((row) => (row.kind === "node" ? [row.slot] : [])));
  }
}

const typingMs = 1_000;
const maxSpare = 64;

/** VS Code shows its own menu where it sees this event. */
function openMenu(place: HTMLElement): void {
  const { left, bottom } = place.getBoundingClientRect();
  const at = { clientX: left, clientY: bottom, bubbles: true, cancelable: true, composed: true };
  place.dispatchEvent(new MouseEvent("contextmenu", at));
}
