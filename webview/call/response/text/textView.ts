import * as l10n from "@vscode/l10n";
import { type Format } from "../../../../src/shared/format";
import { element } from "../../../lib/dom";
import { VirtualList } from "../../../lib/virtualList";
import { type JsonIndex } from "../json/jsonIndex";
import { prettyLine, prettyText } from "../json/prettyLine";
import { runCooperatively } from "../../../lib/cooperative";
import { type ResultView, type SearchedView } from "../json/resultView";
import { nameAt } from "../json/nameAt";
import { type KnownNames } from "../../state/knownNames";
import { valueNodes, withMarks } from "../json/valueNodes";

/** Limit of a key or value in a line. */
const maxTextLength = 2000;

/** A result as pretty-printed JSON with line numbers. */
export class TextView implements ResultView, SearchedView {
  readonly root: HTMLElement;
  readonly tools = element("div", { class: "tools" });
  readonly #list: VirtualList;
  #index: JsonIndex | undefined;
  #found = -1;
  #query = "";
  /** Everything is selected, including lines that are not rendered. */
  #all = false;

  constructor(
    private readonly format: Format,
    private readonly copyText: (text: string) => void,
    private readonly names: KnownNames,
  ) {
    const label = l10n.t("Response as JSON");
    this.root = element("div", {
      class: "response-box text",
      tabindex: "0",
      role: "region",
      "aria-label": label,
    });
    this.#list = new VirtualList({
      box: this.root,
      keyOf: (row) => row,
      render: (row) => this.#row(row),
      probe: element("div", { class: "text-row" }),
    });
    this.root.addEventListener("keydown", (event) => this.#key(event));
    this.root.addEventListener("pointerdown", () => this.#selectAll(false));
    this.root.addEventListener("blur", () => this.#selectAll(false));
    this.root.addEventListener("copy", (event) => this.#copy(event));
  }

  show(index: JsonIndex): void {
    if (this.#index === index) {
      this.#list.draw();
      return;
    }
    if (this.#index?.size !== index.size) this.#list.scrollToTop();
    this.#index = index;
    this.#found = -1;
    this.root.style.setProperty("--digits", String(String(index.size).length));
    this.#list.reset(index.size);
  }

  clear(): void {
    this.#index = undefined;
    this.#list.reset(0);
  }

  redraw(): void {
    this.#list.redraw();
  }

  mark(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#found = -1;
    this.#list.redraw();
  }

  goTo(line: number): void {
    this.#list.elementOf(this.#found)?.classList.remove("found");
    this.#found = line;
    this.#list.center(line);
    this.#list.elementOf(line)?.classList.add("found");
  }

  currentLine(): number {
    return Math.max(0, this.#found);
  }

  #row(line: number): HTMLElement {
    const index = this.#index;
    if (index === undefined) return element("div");
    const { indent, key, kind, value, more, comma } = prettyLine(index, line, maxTextLength);
    const name = nameAt(index, line, this.names);
    const row = element(
      "div",
      { class: line === this.#found ? "text-row found" : "text-row" },
      // Rendered by CSS, so that it is not copied.
      element("span", { class: "line-number", "data-number": String(line + 1) }),
      element(
        "code",
        {},
        "  ".repeat(indent),
        key === undefined
          ? undefined
          : element("span", { class: "json-key" }, ...withMarks(key, this.#query)),
        key === undefined ? undefined : ": ",
        ...valueNodes(
          { kind, text: value, more },
          kind === "bracket" ? "" : this.#query,
          this.format,
        ),
        comma ? "," : undefined,
      ),
      name === undefined ? undefined : element("span", { class: "text-note", "data-note": name }),
    );
    return row;
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== "a" || !(ctrlKey || metaKey) || shiftKey || altKey) return;
    event.preventDefault();
    getSelection()?.selectAllChildren(this.root);
    this.#selectAll(true);
  }

  #selectAll(all: boolean): void {
    this.#all = all;
    this.root.classList.toggle("all-selected", all);
  }

  #copy(event: ClipboardEvent): void {
    if (!this.#all || this.#index === undefined) return;
    event.preventDefault();
    runCooperatively(prettyText(this.#index, 0), this.copyText);
  }
}
