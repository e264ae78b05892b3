import * as l10n from "@vscode/l10n";
import { clip } from "../../../../src/shared/clip";
import { type Format } from "../../../../src/shared/format";
import { button, element, setAttributes, setText } from "../../../lib/dom";
import { icon, type IconName } from "../../../lib/icons";
import { VirtualList } from "../../../lib/virtualList";
import { type JsonIndex } from "../json/jsonIndex";
import { kindOf, rawValue, stringOf } from "../json/jsonLine";
import { jsonPath } from "../json/jsonPath";
import { prettyText } from "../json/prettyLine";
import { escaped } from "../json/shownText";
import { runCooperatively } from "../../../lib/cooperative";
import { type ResultView, type SearchedView } from "../json/resultView";
import { type KnownNames } from "../../state/knownNames";
import { type TreeMove, treeMove } from "./treeKeys";
import { lineOfRow, rowId, treeRow } from "./treeRow";
import { TreeState } from "./treeState";

/** Limit of the displayed path; the whole path is copied. */
const maxPathLength = 1000;

/** A result as a tree. The focus stays on the tree; one row is selected. */
export class TreeView implements ResultView, SearchedView {
  readonly root: HTMLElement;
  readonly tools: HTMLElement;
  readonly #box: HTMLElement;
  readonly #path = element("span", { class: "tree-path" });
  readonly #list: VirtualList;
  #state: TreeState | undefined;
  #query = "";

  constructor(
    private readonly format: Format,
    private readonly copyText: (text: string) => void,
    private readonly names: KnownNames,
  ) {
    const label = l10n.t("Response as a tree");
    this.#box = element("div", {
      class: "response-box tree",
      role: "tree",
      tabindex: "0",
      "aria-label": label,
    });
    this.root = element("div", { class: "tree-view" }, this.#box, this.#pathBar());
    this.tools = element(
      "div",
      { class: "tools" },
      tool(l10n.t("Expand All"), "unfold", () => this.#foldAll(false)),
      tool(l10n.t("Collapse All"), "fold", () => this.#foldAll(true)),
    );
    this.#list = new VirtualList({
      box: this.#box,
      keyOf: (row) => this.#state?.rows[row] ?? 0,
      render: (row) => this.#row(row),
      probe: element("div", { class: "tree-row" }),
    });
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("click", ({ target }) => this.#click(target));
  }

  show(index: JsonIndex): void {
    if (this.#state?.index === index) {
      this.#list.draw();
      return;
    }
    const before = this.#state;
    this.#state = new TreeState(index, before);
    if (before?.index.size !== index.size) this.#list.scrollToTop();
    this.#layOut();
  }

  clear(): void {
    this.#state = undefined;
    this.#layOut();
  }

  focus(): void {
    this.#box.focus();
  }

  redraw(): void {
    this.#list.redraw();
  }

  mark(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#list.redraw();
  }

  goTo(line: number): void {
    this.#change((state) => state.goTo(line));
    if (this.#state !== undefined) this.#list.center(this.#state.selectedRow);
  }

  currentLine(): number {
    return this.#state?.selected ?? 0;
  }

  #pathBar(): HTMLElement {
    const copy = (text: string, onClick: () => void) => button({ text, class: "tool", onClick });
    return element(
      "div",
      { class: "path-bar" },
      this.#path,
      copy(l10n.t("Copy Path"), () => this.#copyPath()),
      copy(l10n.t("Copy Value"), () => this.#copyValue()),
    );
  }

  #row(row: number): HTMLElement {
    const state = this.#state;
    if (state === undefined) return element("div");
    const line = state.rows[row] ?? 0;
    const [open, selected] = [state.isOpen(line), line === state.selected];
    const { format, names } = this;
    return treeRow(state.index, line, { open, selected, query: this.#query, format, names });
  }

  /** @param change returns whether the visible rows have changed. */
  #change(change: (state: TreeState) => boolean): void {
    const state = this.#state;
    if (state === undefined) return;
    this.#list.elementOf(state.selectedRow)?.setAttribute("aria-selected", "false");
    if (change(state)) this.#layOut();
    this.#list.reveal(state.selectedRow);
    this.#list.elementOf(state.selectedRow)?.setAttribute("aria-selected", "true");
    this.#showSelection();
  }

  #layOut(): void {
    this.#list.reset(this.#state?.rows.length ?? 0);
    this.#showSelection();
  }

  #showSelection(): void {
    const state = this.#state;
    if (state === undefined) this.#box.removeAttribute("aria-activedescendant");
    else this.#box.setAttribute("aria-activedescendant", rowId(state.selected));
    const path = state === undefined ? "" : jsonPath(state.index, state.selected);
    const shown = clip(escaped(path), maxPathLength);
    setText(this.#path, shown);
    setAttributes(this.#path, { title: shown });
  }

  #foldAll(fold: boolean): void {
    this.#change((state) => {
      state.foldAll(fold);
      return true;
    });
  }

  #click(target: EventTarget | null): void {
    // Text that has been selected with the mouse stays.
    if (!(target instanceof Element) || getSelection()?.isCollapsed === false) return;
    const row = target.closest(".tree-row");
    if (row === null) return;
    this.#change((state) => {
      const line = lineOfRow(row);
      state.select(line);
      state.toggle(line);
      return true;
    });
  }

  #key(event: KeyboardEvent): void {
    const move = treeMove(event, this.#list.pageRows);
    if (move === undefined) return;
    // What has been selected with the mouse is copied as in any text.
    if (move.kind === "copyValue" && getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    if (move.kind === "copyValue") this.#copyValue();
    else if (move.kind === "copyPath") this.#copyPath();
    else this.#change((state) => moved(state, move));
  }

  #copyPath(): void {
    const state = this.#state;
    if (state !== undefined) this.copyText(jsonPath(state.index, state.selected));
  }

  /** Of a text what it says; of all else its JSON. */
  #copyValue(): void {
    if (this.#state === undefined) return;
    const { index, selected } = this.#state;
    const isText = kindOf(index, selected) === "string";
    if (isText) this.copyText(stringOf(rawValue(index, selected)));
    else runCooperatively(prettyText(index, selected), this.copyText);
  }
}

/** @returns whether other rows are seen than before. */
function moved(state: TreeState, move: TreeMove): boolean {
  switch (move.kind) {
    case "by":
      state.selectRow(state.selectedRow + move.rows);
      return false;
    case "first":
      state.selectRow(0);
      return false;
    case "last":
      state.selectRow(Infinity);
      return false;
    case "in":
      return state.goIn();
    case "out":
      return state.goOut();
    case "toggle":
      state.toggle(state.selected);
      return true;
    case "copyValue":
    case "copyPath":
      return false;
  }
}

function tool(label: string, name: IconName, onClick: () => void): HTMLElement {
  return button({ label, icon: icon(name), class: "icon-only", onClick });
}
