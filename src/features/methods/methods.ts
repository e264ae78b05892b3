import { EventEmitter, window } from "vscode";
import { viewIds } from "../../contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type MethodsElement } from "./elements";
import { type MethodExplorer, type MethodsSurface } from "./methodExplorer";

/**
 * Stands in for the Methods view, the picker and what is known of methods until somebody looks: none
 * of their code is read before.
 */
export class Methods implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #surface: MethodsSurface;
  #explorer: Promise<MethodExplorer> | undefined;

  constructor(private readonly load: (surface: MethodsSurface) => Promise<MethodExplorer>) {
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
    this.#surface = { view, redraw: (elements) => changed.fire(elements) };
  }

  async explorer(): Promise<MethodExplorer> {
    this.#explorer ??= this.load(this.#surface).then((explorer) => this.#disposables.add(explorer));
    return this.#explorer;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
