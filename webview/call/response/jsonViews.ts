import { element } from "../../lib/dom";
import { type JsonIndex } from "./json/jsonIndex";
import { type ResultViewState } from "./viewState";
import { TableView, type TableViewOptions } from "./table/tableView";
import { TextView } from "./text/textView";
import { TreeView } from "./tree/treeView";
import { FindBox } from "./findBox";
import { type ResultViewName, ViewTabs } from "./viewTabs";

/** A result in the selected view. */
export class JsonViews {
  readonly root: HTMLElement;
  readonly #tabs: ViewTabs;
  readonly #find: FindBox;
  readonly #tree: TreeView;
  readonly #text: TextView;
  readonly #table: TableView;
  readonly #tools = element("div", { class: "tools view-tools" });
  #view: ResultViewName;
  #index: JsonIndex | undefined;

  constructor(
    options: TableViewOptions,
    saved: ResultViewState,
    private readonly save: (state: ResultViewState) => void,
  ) {
    const { format, copyText, names } = options;
    this.#view = saved.view;
    this.#find = new FindBox(format);
    this.#tree = new TreeView(format, copyText, names);
    this.#text = new TextView(format, copyText, names);
    this.#table = new TableView(options);
    this.#tabs = new ViewTabs((view) => this.#choose(view));
    const bar = element("div", { class: "response-bar" }, this.#tabs.list, this.#tools);
    this.root = element("div", { class: "json-views", hidden: true }, bar, this.#tabs.panel);
    this.#tabs.choose(this.#view);
  }

  /** Undefined: nothing to show; the previous result is released. */
  show(index: JsonIndex | undefined): void {
    this.#index = index;
    this.root.hidden = index === undefined;
    if (index === undefined) {
      for (const view of [this.#tree, this.#text, this.#table]) view.clear();
      this.#find.attach(undefined, undefined);
    } else this.#draw(index);
  }

  /** Other names have become known. */
  redraw(): void {
    if (this.#index === undefined) return;
    const views = { tree: this.#tree, text: this.#text, table: this.#table };
    views[this.#view].redraw();
  }

  /** @returns whether there is a result to search. */
  focusFind(): boolean {
    if (this.#index === undefined) return false;
    if (this.#view === "table") this.#table.focusFilter();
    else this.#find.focus();
    return true;
  }

  #choose(view: ResultViewName): void {
    this.#view = view;
    this.#tabs.choose(view);
    this.save({ view });
    if (this.#index !== undefined) this.#draw(this.#index);
  }

  #draw(index: JsonIndex): void {
    const view = { tree: this.#tree, text: this.#text, table: this.#table }[this.#view];
    const searched =
      this.#view === "table" ? undefined : this.#view === "tree" ? this.#tree : this.#text;
    const find = searched === undefined ? [] : [this.#find.root];
    // Placed first: what is not on the page has no height.
    if (this.#tabs.panel.firstElementChild !== view.root) {
      this.#tabs.panel.replaceChildren(view.root);
      this.#tools.replaceChildren(...find, view.tools);
    }
    view.show(index);
    this.#find.attach(searched, searched === undefined ? undefined : index);
  }
}
