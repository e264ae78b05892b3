import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type JsonIndex } from "./json/jsonIndex";
import { type SearchedView } from "./json/resultView";
import { JsonSearch, type SearchState } from "./jsonSearch";

/** Search box of the visible view. */
export class FindBox {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count = element("span", { class: "find-count", role: "status" });
  readonly #search: JsonSearch;
  #view: SearchedView | undefined;
  #index: JsonIndex | undefined;

  constructor(private readonly format: Format) {
    const label = l10n.t("Find in the response");
    this.#input = element("input", {
      type: "search",
      class: "find-input",
      "aria-label": label,
      placeholder: l10n.t("Find"),
      spellcheck: "false",
      autocomplete: "off",
    });
    this.#search = new JsonSearch({
      onChange: (state) => this.#showState(state),
      onGo: (line) => this.#view?.goTo(line),
    });
    const step = (name: string, by: 1 | -1) =>
      button({
        label: name,
        icon: icon(by < 0 ? "up" : "down"),
        class: "icon-only",
        onClick: () => this.#search.step(by),
      });
    this.root = element(
      "div",
      { class: "find", role: "search" },
      this.#input,
      this.#count,
      step(l10n.t("Previous Match (Shift+Enter)"), -1),
      step(l10n.t("Next Match (Enter)"), 1),
    );
    this.#input.addEventListener("input", () => this.#start(this.#view?.currentLine() ?? 0));
    this.#input.addEventListener("keydown", (event) => this.#onKeyDown(event));
  }

  /** Sets the view and the result to search. */
  attach(view: SearchedView | undefined, index: JsonIndex | undefined): void {
    this.#view = view;
    this.#index = index;
    this.#start(undefined);
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #start(startLine: number | undefined): void {
    const query = this.#input.value;
    this.#view?.mark(query);
    this.#search.start(this.#index, query, startLine);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") this.#search.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && this.#input.value !== "") {
      this.#input.value = "";
      this.#start(undefined);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #showState({ at, count, running }: SearchState): void {
    const total = this.format.number(count) + (running ? "…" : "");
    const none = this.#search.query === "" || (running && count === 0);
    const text = none
      ? ""
      : count === 0
        ? l10n.t("No results")
        : l10n.t("{0} of {1}", at === 0 ? "?" : this.format.number(at), total);
    setText(this.#count, text);
  }
}
