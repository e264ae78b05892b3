import * as l10n from "@vscode/l10n";
import { type TreeView } from "vscode";
import { contextKeys } from "../../manifest/contributions";
import { setContextKey } from "../../platform/contextKeys";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type MethodsElement } from "./elements";
import { type MethodsState } from "./methodsState";
import { type MethodsTree } from "./methodsTree";

/** The view around the tree: its message line, and the button that ends a filter. */
export class MethodsView implements Disposable {
  readonly #disposables = new DisposableStore();
  #filtered: boolean | undefined;

  constructor(
    private readonly view: Pick<TreeView<MethodsElement>, "message" | "onDidChangeVisibility">,
    private readonly tree: MethodsTree,
    private readonly state: MethodsState,
  ) {
    this.#disposables.add(
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) tree.appeared();
      }),
    );
    this.#disposables.add(tree.onDidUpdate(() => this.#updateMessage()));
    this.#disposables.add(state.onDidChange(() => this.#updateFilter()));
    this.#updateFilter();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #updateMessage(): void {
    const message = this.#filterMessage();
    if ((this.view.message ?? "") !== message) this.view.message = message;
  }

  #updateFilter(): void {
    const filtered = this.state.choices.filter !== "";
    if (this.#filtered === filtered) return;
    this.#filtered = filtered;
    setContextKey(contextKeys.methodsFiltered, filtered);
  }

  #filterMessage(): string {
    const { filter } = this.state.choices;
    if (filter === "") return "";
    const { shown, total } = this.tree.counts;
    return total === 1
      ? l10n.t("Filter “{0}”: {1} of 1 method", filter, shown)
      : l10n.t("Filter “{0}”: {1} of {2} methods", filter, shown, total);
  }
}
