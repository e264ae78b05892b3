import * as l10n from "@vscode/l10n";
import { type ServerRow } from "../../../src/shared/call/callApi";
import { type Format } from "../../../src/shared/format";
import { element, setText } from "../../lib/dom";
import { DataGrid } from "./table/dataGrid";
import { createGridTools } from "./table/gridTools";
import { type IndexedRow, indexRow, serverTable } from "./table/serverTable";
import { type TableViewOptions } from "./table/tableView";
import { TreeView } from "./tree/treeView";

/** The responses of several servers in a table; one of them can be opened below. */
export class ServersView {
  readonly root: HTMLElement;
  readonly #title = element("h3", {});
  readonly #text = element("p", { class: "response-note" });
  readonly #grid: DataGrid;
  readonly #tree: TreeView;
  readonly #opened: HTMLElement;
  readonly #format: Format;
  #rows: readonly IndexedRow[] = [];

  constructor({ locale, format, copyText, names }: TableViewOptions) {
    this.#format = format;
    const label = l10n.t("Responses from several servers");
    this.#grid = new DataGrid({
      label,
      locale,
      format,
      onChange: () => tools.count(this.#rows.length),
      onOpen: (row) => this.#open(row),
    });
    const tools = createGridTools(this.#grid, format, copyText);
    this.#tree = new TreeView(format, copyText, names);
    this.#opened = element(
      "div",
      { class: "opened", hidden: true },
      element("div", { class: "response-bar" }, this.#title, this.#tree.tools),
      this.#text,
      this.#tree.root,
    );
    this.root = element(
      "div",
      { class: "servers-view" },
      element(
        "div",
        { class: "response-bar" },
        element("div", { class: "tools" }, ...tools.elements),
      ),
      this.#grid.root,
      this.#opened,
    );
  }

  show(rows: readonly ServerRow[]): void {
    const isSame =
      rows.length === this.#rows.length &&
      rows.every(({ server }, at) => server === this.#rows[at]?.server);
    if (!isSame) this.#opened.hidden = true;
    this.#rows = rows.map((row, at) => {
      const before = isSame ? this.#rows[at] : undefined;
      return before?.json === row.json && before !== undefined
        ? { ...row, index: before.index }
        : indexRow(row);
    });
    this.#grid.show(serverTable(this.#rows, this.#format), isSame);
  }

  #open(at: number): void {
    const row = this.#rows[at];
    if (row === undefined) return;
    this.#opened.hidden = false;
    setText(this.#title, l10n.t("Response from {0}", row.server));
    const { index, text } = row;
    setText(this.#text, text ?? (index === undefined ? l10n.t("No response yet.") : ""));
    this.#tree.root.hidden = this.#tree.tools.hidden = index === undefined;
    if (index === undefined) this.#tree.clear();
    else this.#tree.show(index);
    this.#opened.scrollIntoView({ block: "nearest" });
    if (index !== undefined) this.#tree.focus();
  }
}
