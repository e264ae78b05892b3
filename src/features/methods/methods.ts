import { viewIds } from "../../manifest/contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { LazyTreeView } from "../tree/lazyTreeView";
import { type MethodExplorer } from "./methodExplorer";
import { type MethodsElement } from "./view/methodElements";

/** Loads the Methods view, the picker and the method store lazily: none of their code is read before. */
export class Methods implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #explorer: Lazy<MethodExplorer>;

  constructor(load: (surface: LazyTreeView<MethodsElement>) => Promise<MethodExplorer>) {
    const surface = this.#disposables.add(
      new LazyTreeView<MethodsElement>(
        viewIds.methods,
        async () => (await this.explorer()).tree.data,
      ),
    );
    this.#explorer = new Lazy(async () => this.#disposables.add(await load(surface)));
  }

  explorer(): Promise<MethodExplorer> {
    return this.#explorer.get();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
