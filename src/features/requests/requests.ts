import { EventEmitter, type TreeDataProvider, type TreeItem, type TreeView, window } from "vscode";
import { contextKeys, viewIds } from "../../manifest/contributions";
import { setContextKey } from "../../platform/contextKeys";
import { rowTooltip } from "../../platform/treeRow";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type RequestsElement } from "./elements";
import { type LoadedRequests } from "./loadedRequests";
import { requestItem } from "./requestItem";

/** Interval at which ages are updated. */
const ageTickMs = 60_000;

/**
 * The Requests view. History and most of the code are loaded lazily, when the view is shown or a
 * method is called.
 */
export class Requests implements TreeDataProvider<RequestsElement>, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<RequestsElement | undefined>());
  readonly #view: TreeView<RequestsElement>;
  readonly #lazy = new Lazy(() => this.#load());
  #loaded: LoadedRequests | undefined;
  #tick: Disposable | undefined;
  /** Something has changed while the view was hidden. */
  #isStale = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly load: () => Promise<LoadedRequests>,
    private readonly clock: Clock,
  ) {
    this.#view = this.#disposables.add(
      window.createTreeView(viewIds.requests, {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    this.#disposables.add(this.#view.onDidChangeVisibility(() => this.#visibilityChanged()));
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#refresh();
      }),
    );
  }

  get selection(): readonly RequestsElement[] {
    return this.#view.selection;
  }

  /** The history, the saved requests and what can be done with them. */
  loaded(): Promise<LoadedRequests> {
    return this.#lazy.get();
  }

  /** Deletes the calls of a server from the history, if that is loaded. */
  async forgetServer(serverId: string): Promise<void> {
    await (await this.#lazy.loading)?.history.deleteOfServer(serverId);
  }

  async getChildren(element?: RequestsElement): Promise<RequestsElement[]> {
    const { tree } = await this.loaded();
    if (element === undefined) this.#updateContext(tree);
    return tree.childrenOf(element);
  }

  async getTreeItem(element: RequestsElement): Promise<TreeItem> {
    return requestItem(element, (await this.loaded()).tree.rowOf(element));
  }

  /** Tooltips are created on hover. */
  async resolveTreeItem(item: TreeItem, element: RequestsElement): Promise<TreeItem> {
    const text = (await this.loaded()).tree.tooltipOf(element);
    if (text !== undefined) item.tooltip = rowTooltip(text);
    return item;
  }

  dispose(): void {
    this.#tick?.dispose();
    this.#disposables.dispose();
  }

  async #load(): Promise<LoadedRequests> {
    const loaded = this.#disposables.add(await this.load());
    this.#loaded = loaded;
    this.#disposables.add(loaded.tree.onDidChange((section) => this.#treeChanged(section)));
    this.#tickWhileVisible();
    return loaded;
  }

  #updateContext(tree: LoadedRequests["tree"]): void {
    const count = tree.childrenOf(undefined).length;
    setContextKey(contextKeys.requestList, count === 0 ? "none" : "some");
  }

  #treeChanged(section: RequestsElement | undefined): void {
    if (this.#loaded !== undefined) this.#updateContext(this.#loaded.tree);
    if (this.#view.visible) this.#changed.fire(section);
    else this.#isStale = true;
  }

  /** Other windows may have made calls, or deleted some. */
  #refresh(): void {
    void this.#loaded?.history.refresh();
  }

  #visibilityChanged(): void {
    if (this.#view.visible) this.#refresh();
    if (this.#view.visible && this.#isStale) {
      this.#isStale = false;
      this.#changed.fire(undefined);
    }
    this.#tickWhileVisible();
  }

  #tickWhileVisible(): void {
    this.#tick?.dispose();
    this.#tick = undefined;
    if (!this.#view.visible || this.#loaded === undefined) return;
    this.#tick = this.clock.setTimeout(() => {
      this.#loaded?.tree.updateAges();
      this.#refresh();
      this.#tickWhileVisible();
    }, ageTickMs);
  }
}
