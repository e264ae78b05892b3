import * as l10n from "@vscode/l10n";
import { type TreeItem, window } from "vscode";
import { commandIds, contextKeys, viewIds } from "../../manifest/contributions";
import { setContextKey } from "../../platform/contextKeys";
import { LazyTreeView } from "../tree/lazyTreeView";
import { rowTooltip, treeItem } from "../tree/row";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type RequestsElement } from "./view/requestElements";
import { type LoadedRequests } from "./loadedRequests";

/** Interval at which ages are updated. */
const ageTickMs = 60_000;

/**
 * The Requests view. History and most of the code are loaded lazily, when the view is shown or a
 * method is called.
 */
export class Requests implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #surface: LazyTreeView<RequestsElement>;
  readonly #lazy = new Lazy(() => this.#load());
  #loaded: LoadedRequests | undefined;
  #tick: Disposable | undefined;
  /** Something has changed while the view was hidden. */
  #isStale = false;

  constructor(
    private readonly load: () => Promise<LoadedRequests>,
    private readonly clock: Clock,
  ) {
    this.#surface = this.#disposables.add(
      new LazyTreeView(viewIds.requests, () => Promise.resolve(this)),
    );
    this.#disposables.add(
      this.#surface.view.onDidChangeVisibility(() => this.#visibilityChanged()),
    );
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#refresh();
      }),
    );
  }

  get selection(): readonly RequestsElement[] {
    return this.#surface.view.selection;
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

  /** Without a row the request was removed meanwhile. */
  async getTreeItem(element: RequestsElement): Promise<TreeItem> {
    const row = (await this.loaded()).tree.rows.rowOf(element);
    if (element.kind === "group") return treeItem(element.id, { row, expanded: true });
    const title = l10n.t("Open");
    const command = { title, command: commandIds.openRequest, arguments: [element] };
    return treeItem(element.id, { row, command });
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
    this.#disposables.add(loaded.tree.onDidChange((changed) => this.#treeChanged(changed)));
    this.#tickWhileVisible();
    return loaded;
  }

  #updateContext(tree: LoadedRequests["tree"]): void {
    const count = tree.childrenOf(undefined).length;
    setContextKey(contextKeys.requestList, count === 0 ? "none" : "some");
  }

  #treeChanged(changed: RequestsElement[] | undefined): void {
    if (this.#loaded !== undefined) this.#updateContext(this.#loaded.tree);
    if (!this.#surface.view.visible) this.#isStale = true;
    else if (changed?.length !== 0) this.#surface.redraw(changed);
  }

  /** Other windows may have made calls, or deleted some. */
  #refresh(): void {
    void this.#loaded?.history.refresh();
  }

  #visibilityChanged(): void {
    if (this.#surface.view.visible) this.#refresh();
    if (this.#surface.view.visible && this.#isStale) {
      this.#isStale = false;
      this.#surface.redraw(undefined);
    }
    this.#tickWhileVisible();
  }

  #tickWhileVisible(): void {
    this.#tick?.dispose();
    this.#tick = undefined;
    if (!this.#surface.view.visible || this.#loaded === undefined) return;
    this.#tick = this.clock.setTimeout(() => {
      this.#loaded?.tree.update();
      this.#refresh();
      this.#tickWhileVisible();
    }, ageTickMs);
  }
}
