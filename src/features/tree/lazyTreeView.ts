import { EventEmitter, type TreeDataProvider, type TreeView, window } from "vscode";
import { type Disposable, DisposableStore } from "../../util/disposable";

type Provider<Element> = Required<
  Pick<TreeDataProvider<Element>, "getChildren" | "getTreeItem" | "resolveTreeItem">
>;

/** A tree view whose data is loaded when VS Code first requests a row. */
export class LazyTreeView<Element> implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<Element[] | undefined>());
  readonly view: TreeView<Element>;

  constructor(viewId: string, load: () => Promise<Provider<Element>>) {
    this.view = this.#disposables.add(
      window.createTreeView<Element>(viewId, {
        showCollapseAll: true,
        canSelectMany: true,
        treeDataProvider: {
          onDidChangeTreeData: this.#changed.event,
          getChildren: async (element) => (await load()).getChildren(element),
          getTreeItem: async (element) => (await load()).getTreeItem(element),
          resolveTreeItem: async (...args) => (await load()).resolveTreeItem(...args),
        },
      }),
    );
  }

  /** Undefined: all rows. */
  redraw(elements: Element[] | undefined): void {
    this.#changed.fire(elements);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
