import * as l10n from "@vscode/l10n";
import { clip } from "../../../../src/shared/clip";
import { type Format } from "../../../../src/shared/format";
import { singleLine } from "../../../../src/shared/singleLine";
import { button, element } from "../../../lib/dom";
import { VirtualList } from "../../../lib/virtualList";
import { runCooperatively } from "../../../lib/cooperative";
import { type CooperativeTask } from "../../../../src/json/cooperative";
import { cellText } from "./cellText";
import { columnWidths } from "./columnWidths";
import { filterRows } from "./filterRows";
import { sortRows, type TableSort } from "./sortRows";
import { tableCsv } from "./tableCsv";
import { isNumeric, type TableModel } from "./tableModel";

export interface DataGridOptions {
  readonly label: string;
  readonly locale: string;
  readonly format: Format;
  /** The visible rows have changed. */
  readonly onChange: () => void;
  /** Called by the button in the first cell of a row. */
  readonly onOpen?: (row: number) => void;
}

/** Limit of a column's name. */
const maxNameLength = 100;

/** Rows by which the column widths are measured. */
const measuredRows = 60;

/** A virtualized table with sortable columns and a filter. */
export class DataGrid {
  readonly root: HTMLElement;
  readonly #head = element("div", { class: "grid-row grid-head", role: "row" });
  readonly #table: HTMLElement;
  readonly #list: VirtualList;
  #model: TableModel | undefined;
  #numeric: readonly boolean[] = [];
  /** Column names as displayed. */
  #names: readonly string[] = [];
  #rows: Uint32Array = new Uint32Array();
  /** All rows, sorted; undefined: not sorted yet. */
  #order: Uint32Array | undefined;
  #query = "";
  #sort: TableSort | undefined;
  #arranging: CooperativeTask | undefined;

  constructor(private readonly options: DataGridOptions) {
    const { label } = options;
    const body = element("div", { role: "rowgroup" });
    this.#table = element(
      "div",
      { class: "grid", role: "table", "aria-label": label },
      element("div", { class: "grid-top", role: "rowgroup" }, this.#head),
      body,
    );
    this.root = element(
      "div",
      { class: "response-box", tabindex: "0", role: "region", "aria-label": label },
      this.#table,
    );
    this.#list = new VirtualList({
      box: this.root,
      parent: body,
      headHeight: () => this.#head.offsetHeight,
      keyOf: (row) => this.#rows[row] ?? 0,
      render: (row) => this.#row(row),
      probe: element("div", { class: "grid-row" }),
    });
  }

  /** @param keepView the same table with other values: keeps the sort, if the column exists, and the scroll position. */
  show(model: TableModel, keepView = false): void {
    const before = this.#model?.columns[this.#sort?.column ?? -1];
    const column = keepView && before !== undefined ? model.columns.indexOf(before) : -1;
    this.#sort = column < 0 || this.#sort === undefined ? undefined : { ...this.#sort, column };
    this.#model = model;
    this.#order = undefined;
    this.#numeric = model.columns.map((_, at) => isNumeric(model, at));
    this.#names = model.columns.map((name) => clip(singleLine(name), maxNameLength));
    this.#measure(model);
    this.#drawHead();
    if (!keepView) this.#list.scrollToTop();
    this.filter(this.#query);
  }

  clear(): void {
    this.#arranging?.cancel();
    this.#model = undefined;
    this.#rows = new Uint32Array();
    this.#list.reset(0);
  }

  draw(): void {
    this.#list.draw();
  }

  get shownRows(): number {
    return this.#rows.length;
  }

  /** @param onDone called with the visible rows as CSV. */
  writeCsv(onDone: (csv: string) => void): void {
    if (this.#model !== undefined) runCooperatively(tableCsv(this.#model, this.#rows), onDone);
  }

  /** @param query "": all rows. */
  filter(query: string): void {
    this.#query = query;
    this.#arrange();
  }

  #arrange(): void {
    this.#arranging?.cancel();
    const model = this.#model;
    if (model === undefined) return;
    this.#arranging = runCooperatively(this.#arranged(model), (rows) => {
      this.#rows = rows;
      this.#table.setAttribute("aria-rowcount", String(rows.length + 1));
      this.#list.reset(rows.length);
      this.options.onChange();
    });
  }

  *#arranged(model: TableModel): Generator<undefined, Uint32Array> {
    const { locale } = this.options;
    this.#order ??=
      this.#sort === undefined
        ? Uint32Array.from({ length: model.count }, (_, row) => row)
        : yield* sortRows(model, this.#sort, locale);
    return this.#query === "" ? this.#order : yield* filterRows(model, this.#order, this.#query);
  }

  #measure(model: TableModel): void {
    const rows = Array.from({ length: Math.min(measuredRows, model.count) }, (_, row) =>
      model.columns.map((_name, column) => this.#text(model, row, column).text),
    );
    const widths = columnWidths(this.#names, rows, model.idColumns);
    const columns = widths.map((width) => `calc(${width}ch + 18px)`).join(" ");
    this.#table.style.setProperty("--columns", columns);
  }

  #drawHead(): void {
    this.#head.replaceChildren(...this.#names.map((name, column) => this.#headCell(name, column)));
  }

  #headCell(name: string, column: number): HTMLElement {
    const sort = this.#sort?.column === column ? this.#sort : undefined;
    const arrow = sort === undefined ? "" : sort.descending ? "↓" : "↑";
    const order = sort === undefined ? undefined : sort.descending ? "descending" : "ascending";
    const sorter = button({
      text: name,
      class: "grid-sort",
      onClick: () => this.#sortBy(column),
    });
    sorter.append(element("span", { class: "sort-arrow", "aria-hidden": "true" }, arrow));
    sorter.title = l10n.t("Sort by {0}", name);
    const numeric = this.#numeric[column] === true ? " number" : "";
    return element(
      "div",
      { class: `grid-cell${numeric}`, role: "columnheader", "aria-sort": order },
      sorter,
    );
  }

  /** Ascending, descending, then the server's order. */
  #sortBy(column: number): void {
    const { column: before, descending } = this.#sort ?? {};
    if (before !== column) this.#sort = { column, descending: false };
    else this.#sort = descending === true ? undefined : { column, descending: true };
    this.#order = undefined;
    this.#drawHead();
    this.#head.querySelectorAll("button").item(column).focus();
    this.#arrange();
  }

  #row(at: number): HTMLElement {
    const model = this.#model;
    const row = this.#rows[at] ?? 0;
    const cells = model?.columns.map((_, column) => this.#cell(model, row, column)) ?? [];
    return element(
      "div",
      { class: "grid-row", role: "row", "aria-rowindex": String(at + 2) },
      ...cells,
    );
  }

  #cell(model: TableModel, row: number, column: number): HTMLElement {
    const { text, title, kind } = this.#text(model, row, column);
    const { onOpen } = this.options;
    const numeric = this.#numeric[column] === true ? " number" : "";
    const content =
      column === 0 && onOpen !== undefined
        ? button({ text, class: "grid-open", onClick: () => onOpen(row) })
        : text;
    return element(
      "div",
      { class: `grid-cell${numeric} ${kind}`, role: "cell", title, dir: "auto" },
      content,
    );
  }

  #text(model: TableModel, row: number, column: number) {
    const cell = model.cell(row, column);
    if (cell === undefined) return { text: "", title: undefined, kind: "absent" };
    const name = model.columns[column] ?? "";
    const text = cellText(cell, name, model.name, this.options.format);
    if (model.idColumns?.has(column) !== true) return { ...text, kind: `is-${cell.kind}` };
    return { ...text, title: text.text, kind: "is-id" };
  }
}
