import * as l10n from "@vscode/l10n";
import {
  defaultChoices,
  type FleetColumn,
  type ShownColumn,
} from "../../../src/shared/fleet/fleetChoices";
import { button, element, newId, reconcileKeepingFocus, setAttributes } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { isDefault, listColumns, moveColumn, toggleColumn } from "../state/columnChoices";

export interface ColumnsMenuView {
  readonly columns: readonly ShownColumn[];
  /** Names of ping tasks. */
  readonly tasks: readonly string[];
  /** Undefined: the average of all. */
  readonly pingTask: string | undefined;
}

interface ColumnsMenuOptions {
  readonly labelOf: (column: FleetColumn) => string;
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
  readonly onPingTask: (task: string | undefined) => void;
}

/** Which columns the table has, in which order, and of which ping task. */
export class ColumnsMenu {
  readonly element: HTMLElement;
  readonly #find: HTMLInputElement;
  readonly #list = element("ul", { class: "columns-list" });
  readonly #task = element("select", { id: newId() });
  readonly #taskRow: HTMLElement;
  readonly #reset: HTMLButtonElement;
  readonly #rows = new Map<FleetColumn, ColumnRow>();
  #view: ColumnsMenuView = { columns: [], tasks: [], pingTask: undefined };

  constructor(private readonly options: ColumnsMenuOptions) {
    const find = l10n.t("Find a column");
    this.#find = element("input", { type: "search", placeholder: find, "aria-label": find });
    this.#find.addEventListener("input", () => this.#draw());
    this.#reset = button({
      text: l10n.t("Reset"),
      class: "link",
      onClick: () => options.onColumns(defaultChoices.columns),
    });
    this.#task.addEventListener("change", () => options.onPingTask(this.#task.value || undefined));
    const taskLabel = element("label", { for: this.#task.id }, l10n.t("Ping and loss of"));
    this.#taskRow = element("div", { class: "columns-task" }, taskLabel, this.#task);
    const hint = element("span", { class: "dim" }, l10n.t("Alt+↑ ↓ moves"));
    const foot = element("div", { class: "columns-foot" }, this.#reset, hint);
    const parts = [this.#find, this.#list, this.#taskRow, foot];
    this.element = element("div", { class: "columns-menu" }, ...parts);
  }

  update(view: ColumnsMenuView): void {
    this.#view = view;
    this.#draw();
  }

  #draw(): void {
    const { columns, tasks, pingTask } = this.#view;
    const words = this.#find.value.trim().toLocaleLowerCase();
    const rows = listColumns(columns).map((id) => this.#row(id));
    for (const row of rows) row.update(columns.some(({ id }) => id === row.id));
    const found = rows.filter(({ label }) => label.toLocaleLowerCase().includes(words));
    reconcileKeepingFocus(
      this.#list,
      found.map((row) => row.element),
    );
    setAttributes(this.#reset, { "aria-disabled": String(isDefault(columns)) });
    this.#taskRow.hidden = tasks.length === 0;
    const all = element("option", { value: "" }, l10n.t("all tasks, on average"));
    const each = tasks.map((task) => element("option", { value: task }, task));
    this.#task.replaceChildren(all, ...each);
    this.#task.value = pingTask ?? "";
  }

  #row(id: FleetColumn): ColumnRow {
    const known = this.#rows.get(id);
    if (known !== undefined) return known;
    const change = (next: readonly ShownColumn[]) => this.options.onColumns(next);
    const row = new ColumnRow(id, this.options.labelOf(id), {
      toggle: () => change(toggleColumn(this.#view.columns, id)),
      move: (places) => change(moveColumn(this.#view.columns, id, places)),
      drop: (dropped) => change(this.#moveTo(dropped, id)),
    });
    this.#rows.set(id, row);
    return row;
  }

  #moveTo(dropped: FleetColumn, target: FleetColumn): readonly ShownColumn[] {
    const { columns } = this.#view;
    const placeOf = (id: FleetColumn) => columns.findIndex((column) => column.id === id);
    const [from, to] = [placeOf(dropped), placeOf(target)];
    return from < 0 || to < 0 ? columns : moveColumn(columns, dropped, to - from);
  }
}

interface ColumnRowActions {
  readonly toggle: () => void;
  readonly move: (places: number) => void;
  /** Another column is dropped onto this one. */
  readonly drop: (dropped: FleetColumn) => void;
}

/** The browser tells what is dragged only once it is dropped. */
let dragged: FleetColumn | undefined;

class ColumnRow {
  readonly element: HTMLElement;
  readonly #box: HTMLInputElement;

  constructor(
    readonly id: FleetColumn,
    readonly label: string,
    private readonly actions: ColumnRowActions,
  ) {
    const isFixed = id === "name";
    this.#box = element("input", { type: "checkbox", id: newId(), disabled: isFixed });
    this.#box.addEventListener("change", actions.toggle);
    const grip = element("span", { class: "grip", "aria-hidden": "true" }, icon("grip"));
    this.element = element(
      "li",
      { draggable: isFixed ? undefined : "true" },
      this.#box,
      element("label", { for: this.#box.id }, label),
      isFixed ? element("span", { class: "dim" }, l10n.t("always")) : grip,
    );
    if (!isFixed) this.#makeMovable();
  }

  update(isShown: boolean): void {
    this.#box.checked = isShown;
  }

  #makeMovable(): void {
    this.element.addEventListener("keydown", (event) => {
      const places = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || places === undefined) return;
      event.preventDefault();
      this.actions.move(places);
    });
    this.element.addEventListener("dragstart", () => (dragged = this.id));
    this.element.addEventListener("dragend", () => (dragged = undefined));
    this.element.addEventListener("dragover", (event) => {
      if (dragged !== undefined && dragged !== this.id) event.preventDefault();
    });
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      if (dragged !== undefined) this.actions.drop(dragged);
    });
  }
}
