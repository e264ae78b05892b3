import { EventEmitter, window } from "vscode";
import { viewIds } from "../../manifest/contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type MethodsElement } from "./elements";
import { type MethodExplorer, type MethodsSurface } from "./methodExplorer";

/**
 * Loads the Methods view, the picker and the method store lazily: none
 * of their code is read before.
 */
export class Methods implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #explorer: Lazy<MethodExplorer>;

  constructor(load: (surface: MethodsSurface) => Promise<MethodExplorer>) {
    const changed = this.#disposables.add(new EventEmitter<MethodsElement[] | undefined>());
    const view = this.#disposables.add(
      window.createTreeView<MethodsElement>(viewIds.methods, {
        showCollapseAll: true,
        canSelectMany: true,
        treeDataProvider: {
          onDidChangeTreeData: changed.event,
          getChildren: async (element) => (await this.explorer()).tree.getChildren(element),
          getTreeItem: async (element) => (await this.explorer()).tree.getTreeItem(element),
          resolveTreeItem: async (item, element) =>
            (await this.explorer()).tree.resolveTreeItem(item, element),
        },
      }),
    );
    const surface: MethodsSurface = { view, redraw: (elements) => changed.fire(elements) };
    this.#explorer = new Lazy(async () => this.#disposables.add(await load(surface)));
  }

  explorer(): Promise<MethodExplorer> {
    return this.#explorer.get();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
