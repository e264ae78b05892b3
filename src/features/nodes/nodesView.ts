import * as l10n from "@vscode/l10n";
import { type TreeView, window } from "vscode";
import { contextKeys, viewIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { type ContextKey, setContextKey } from "../../platform/contextKeys";
import { type Setting } from "../../settings/setting";
import { joinList } from "../../shared/joinList";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { isNodeRow } from "../common/nodeRef";
import { treeData } from "../tree/treeData";
import { type NodesState } from "./arrange/viewChoices";
import { type NodesElement } from "./nodeElements";
import { type NodesTree } from "./nodesTree";
import { type OpenHint } from "./openHint";
import { viewDescription } from "./serverRow";
import { type VisibleRows } from "./visibleRows";

/** How often ages are counted on, be it that no server is polled. */
const ageTickMs = 10_000;

/** The view around the tree: its badge, its filter line and whether it is visible. */
export class NodesView implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #visibility = this.#disposables.add(new Emitter<boolean>());
  readonly #view: TreeView<NodesElement>;
  #tick: Disposable | undefined;
  /** A node has been selected. */
  #wasUsed = false;
  readonly #context = new Map<ContextKey, boolean | string>();

  readonly onDidChangeVisibility = this.#visibility.event;

  constructor(
    private readonly fleet: Fleet,
    private readonly tree: NodesTree,
    private readonly state: NodesState,
    private readonly badge: Setting<boolean>,
    private readonly demo: { readonly running: boolean },
    hint: Pick<OpenHint, "dismiss">,
    visibleRows: Pick<VisibleRows, "check" | "setViewVisible">,
    private readonly clock: Clock,
  ) {
    this.#view = this.#disposables.add(
      window.createTreeView(viewIds.nodes, {
        treeDataProvider: treeData(tree.rows, (element) => tree.rows.getChildren(element)),
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    const update = () => this.#update();
    this.#disposables.add(
      this.#view.onDidChangeVisibility(({ visible }) => {
        this.#tickWhileVisible();
        // Not with the first click: rows would move between the clicks of a double click.
        if (!visible && this.#wasUsed) hint.dismiss();
        visibleRows.setViewVisible(visible);
        if (visible) tree.updateAll();
        this.#visibility.fire(visible);
      }),
    );
    this.#disposables.add(
      this.#view.onDidChangeSelection(({ selection }) => {
        if (selection.some(isNodeRow)) this.#wasUsed = true;
      }),
    );
    // Rows leave, and perhaps only groups take their place.
    this.#disposables.add(this.#view.onDidCollapseElement(() => visibleRows.check()));
    this.#disposables.add(state.onDidChange(() => visibleRows.check()));
    this.#disposables.add(fleet.onDidChangeServers(update));
    this.#disposables.add(fleet.onDidChange(update));
    this.#disposables.add(state.onDidChange(update));
    this.#disposables.add(badge.onDidChange(update));
    visibleRows.setViewVisible(this.#view.visible);
    this.#tickWhileVisible();
  }

  get visible(): boolean {
    return this.#view.visible;
  }

  get selection(): readonly NodesElement[] {
    return this.#view.selection;
  }

  /** Selects the row of a node; a filter that hides it is cleared. */
  async reveal(serverId: string, uuid: string): Promise<void> {
    const { rows } = this.tree;
    const isHidden = this.state.choices.filter !== "" && rows.find(serverId, uuid) === undefined;
    if (isHidden) await this.state.choose({ filter: "" });
    const element = rows.find(serverId, uuid);
    if (element !== undefined) await this.#view.reveal(element, { select: true, focus: true });
  }

  dispose(): void {
    this.#tick?.dispose();
    this.#disposables.dispose();
  }

  #tickWhileVisible(): void {
    this.#tick?.dispose();
    this.#tick = undefined;
    if (!this.#view.visible) return;
    this.#tick = this.clock.setTimeout(() => {
      this.tree.updateAges();
      this.#tickWhileVisible();
    }, ageTickMs);
  }

  /** VS Code gets differences only: this runs after every report. */
  #update(): void {
    const { filter } = this.state.choices;
    this.#setContext(contextKeys.servers, this.fleet.servers.length > 0 ? "some" : "none");
    this.#setContext(contextKeys.nodesFiltered, filter !== "");
    const description = viewDescription(this.fleet.servers, this.demo.running);
    if ((this.#view.description ?? "") !== description) this.#view.description = description;
    const message = this.#filterMessage(filter);
    if ((this.#view.message ?? "") !== message) this.#view.message = message;
    const badge = this.#offlineBadge();
    const { value, tooltip } = this.#view.badge ?? {};
    if (value !== badge?.value || tooltip !== badge?.tooltip) this.#view.badge = badge;
  }

  #setContext(key: ContextKey, value: boolean | string): void {
    if (this.#context.get(key) === value) return;
    this.#context.set(key, value);
    setContextKey(key, value);
  }

  #filterMessage(filter: string): string {
    if (filter === "") return "";
    const { shown, total } = this.tree.rows.counts();
    if (shown === 0 && total > 0) return l10n.t("No nodes match “{0}”.", filter);
    return total === 1
      ? l10n.t("Filter “{0}”: {1} of 1 node", filter, shown)
      : l10n.t("Filter “{0}”: {1} of {2} nodes", filter, shown, total);
  }

  #offlineBadge(): TreeView<NodesElement>["badge"] {
    const counts = this.fleet.servers.map((server) => server.counts());
    const offline = counts.reduce((sum, each) => sum + each.offline, 0);
    if (!this.badge.value || offline === 0) return undefined;
    const waiting = counts.reduce((sum, each) => sum + each.waiting, 0);
    const texts = [
      offline === 1 ? l10n.t("1 node offline") : l10n.t("{0} nodes offline", offline),
      ...(waiting > 0 ? [l10n.t("{0} waiting for status", waiting)] : []),
    ];
    return { value: offline, tooltip: joinList(texts) };
  }
}
