import * as l10n from "@vscode/l10n";
import { clip } from "../../../../src/shared/clip";
import { type Format } from "../../../../src/shared/format";
import { element, setText } from "../../../lib/dom";
import { type JsonIndex } from "../json/jsonIndex";
import { escaped } from "../json/shownText";
import { runCooperatively } from "../../../lib/cooperative";
import { type CooperativeTask } from "../../../../src/json/cooperative";
import { type ResultView } from "../json/resultView";
import { DataGrid } from "./dataGrid";
import { findTables, type TablePlace } from "./findTables";
import { type KnownNames } from "../../state/knownNames";
import { createGridTools, type GridTools } from "./gridTools";
import { namedTable } from "./namedTable";
import { jsonTable } from "./jsonTable";
import { type TableModel } from "./tableModel";

export interface TableViewOptions {
  readonly locale: string;
  readonly format: Format;
  readonly copyText: (text: string) => void;
  readonly names: KnownNames;
}

/** Limit of a displayed path. */
const maxPathLength = 100;

/** The tables of a result, one at a time. */
export class TableView implements ResultView {
  readonly root: HTMLElement;
  readonly tools: HTMLElement;
  readonly #select = element("select", { "aria-label": l10n.t("Table") });
  readonly #gridTools: GridTools;
  readonly #none = element("p", { class: "response-note" });
  readonly #left = element("p", { class: "response-note" });
  readonly #grid: DataGrid;
  #index: JsonIndex | undefined;
  #places: readonly TablePlace[] = [];
  #model: TableModel | undefined;
  #path = "";
  #reading: CooperativeTask | undefined;

  constructor(private readonly options: TableViewOptions) {
    const { locale, format, copyText } = options;
    const label = l10n.t("Response as a table");
    this.#grid = new DataGrid({ label, locale, format, onChange: () => this.#countRows() });
    this.#gridTools = createGridTools(this.#grid, format, copyText);
    this.tools = element("div", { class: "tools" }, this.#select, ...this.#gridTools.elements);
    this.root = element("div", {}, this.#none, this.#grid.root, this.#left);
    this.#select.addEventListener("change", () => {
      this.#path = this.#places[this.#select.selectedIndex]?.path ?? "";
      this.#showTable(false);
    });
  }

  show(index: JsonIndex): void {
    if (this.#index === index) {
      this.#grid.draw();
      return;
    }
    this.#index = index;
    this.#places = findTables(index);
    const { format } = this.options;
    this.#select.replaceChildren(
      ...this.#places.map(({ path, rows }) => {
        const name = clip(escaped(path), maxPathLength);
        return element(
          "option",
          {},
          rows === 1
            ? l10n.t("{0} (1 row)", name)
            : l10n.t("{0} ({1} rows)", name, format.number(rows)),
        );
      }),
    );
    const isSameTable = this.#places.some(({ path }) => path === this.#path);
    if (!isSameTable) this.#path = this.#places[0]?.path ?? "";
    this.#showTable(isSameTable);
  }

  clear(): void {
    this.#reading?.cancel();
    this.#index = undefined;
    this.#model = undefined;
    this.#grid.clear();
  }

  focusFilter(): void {
    this.#gridTools.focusFilter();
  }

  #showTable(keepView: boolean): void {
    this.#reading?.cancel();
    const place = this.#places.find(({ path }) => path === this.#path);
    const index = this.#index;
    const isEmpty = index === undefined || place === undefined;
    this.tools.hidden = isEmpty;
    this.#grid.root.hidden = isEmpty;
    this.#none.hidden = !isEmpty;
    this.#select.hidden = this.#places.length < 2;
    if (isEmpty) {
      this.#grid.clear();
      setText(this.#none, l10n.t("This response has no list of objects to show as a table."));
      setText(this.#left, "");
      return;
    }
    this.#select.selectedIndex = this.#places.indexOf(place);
    this.#reading = runCooperatively(jsonTable(index, place, l10n.t("Key")), (model) => {
      this.#model = model;
      this.#showModel(keepView);
      const { omittedColumns } = model;
      setText(
        this.#left,
        omittedColumns > 0 ? l10n.t("{0} more columns not shown.", omittedColumns) : "",
      );
    });
  }

  /** Other names have become known. */
  redraw(): void {
    this.#showModel(true);
  }

  #showModel(keepView: boolean): void {
    if (this.#model !== undefined) {
      this.#grid.show(namedTable(this.#model, this.options.names), keepView);
    }
  }

  #countRows(): void {
    if (this.#model !== undefined) this.#gridTools.count(this.#model.count);
  }
}
