import { type CancellationToken, type TreeDataProvider, type TreeItem } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { type Setting } from "../../settings/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import {
  type NoticeElement,
  noticeElement,
  type NodesElement,
  parentOf,
  serverElement,
} from "./elements";
import { type NodesOfRow, nodesOfRow } from "./nodesOfRow";
import { type NodesState } from "./nodesState";
import { isLargeFleet, type VisibleRows } from "./visibleRows";
import { OutlineRows } from "./outlineRows";
import { ServerIndex } from "./serverIndex";
import { type NodesChange } from "./serverArrangement";
import { type RowsContext, type ServerRows } from "./serverRows";
import { nodeItem, noticeItem, treeItem } from "./treeItem";
import { type OpenHint } from "./openHint";
import { type LossCounts } from "./tooltip/lossCounts";
import { TreeChanges } from "./treeChanges";

/** A new connection may sort otherwise; it changes no node. */
const newSession: NodesChange = {
  kind: "nodes",
  structure: true,
  presence: false,
  trouble: false,
  uuids: new Set(),
};

export interface TreeContext extends RowsContext {
  readonly state: NodesState;
  readonly template: Setting<string>;
  readonly hint: Pick<OpenHint, "visible" | "onDidChange">;
  readonly visibleRows: Pick<VisibleRows, "isOnScreen" | "keyOf" | "onDidChange" | "isViewVisible">;
}

/** The Nodes view's data: one server's rows at the root, several below their servers. */
export class NodesTree implements TreeDataProvider<NodesElement>, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed: TreeChanges<NodesElement>;
  readonly #outline: OutlineRows;
  #dueTimer: Disposable | undefined;
  #losses: LossCounts | undefined;

  readonly index: ServerIndex;
  readonly onDidChangeTreeData: Event<NodesElement[] | undefined>;

  constructor(
    private readonly fleet: Fleet,
    private readonly context: TreeContext,
  ) {
    this.#changed = this.#disposables.add(new TreeChanges(context.clock));
    this.onDidChangeTreeData = this.#changed.event;
    this.index = new ServerIndex(fleet, context);
    this.#outline = new OutlineRows(fleet, context.format);
    this.#disposables.add(fleet.onDidChangeServers(() => this.refresh()));
    this.#disposables.add(context.state.onDidChange(() => this.refresh()));
    this.#disposables.add(context.template.onDidChange(() => this.refresh()));
    this.#disposables.add(
      context.visibleRows.onDidChange((nodes) => {
        for (const { serverId, uuid } of nodes) this.index.known(serverId)?.enter(uuid);
        // Their next reports update them; a server that is gone sends none.
        if (fleet.servers.some(({ live }) => !live)) this.updateAges();
      }),
    );
    this.#disposables.add(context.hint.onDidChange(() => this.#changed.fire(undefined)));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => this.#serverChanged(server, change)),
    );
  }

  /** Nodes that pass the filter, over all servers. */
  shownCount(): number {
    return this.fleet.servers.reduce(
      (sum, server) => sum + this.index.rowsOf(server).shownCount,
      0,
    );
  }

  refresh(): void {
    this.index.clear();
    this.#outline.clear();
    this.#changed.fireAll();
  }

  /** Redraws rows whose age reads differently by now. */
  updateAges(): void {
    const nothing: NodesChange = { ...newSession, structure: false };
    for (const server of this.fleet.servers) this.#serverChanged(server, nothing);
  }

  /** The view is shown again: draws what has changed since it was hidden. */
  updateAll(): void {
    for (const server of this.fleet.servers) {
      const uuids = new Set(server.nodes.keys());
      const everything = { structure: true, presence: true, trouble: true };
      this.#serverChanged(server, { kind: "nodes", ...everything, uuids });
    }
  }

  getChildren(element?: NodesElement): NodesElement[] {
    const { servers } = this.fleet;
    if (element === undefined) {
      const [only] = servers;
      const roots =
        servers.length === 1 && only !== undefined
          ? this.#below(only)
          : servers.map((server) => this.#outline.intern(serverElement(server.id)));
      return [...this.#notices(), ...roots];
    }
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return [];
    if (element.kind === "server") return this.#below(server);
    return element.kind === "group" ? this.index.rowsOf(server).childrenOf(element) : [];
  }

  /** VS Code requests it to reveal a row. */
  getParent(element: NodesElement): NodesElement | undefined {
    const parent = parentOf(element, this.fleet.servers.length > 1);
    return parent?.kind === "server" ? this.#outline.intern(parent) : parent;
  }

  getTreeItem(element: NodesElement): TreeItem {
    if (element.kind === "notice") return noticeItem(element);
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return treeItem(element);
    switch (element.kind) {
      case "server":
        return this.#outline.serverItem(element, server);
      case "message":
        return this.#outline.messageItem(element, server);
      case "group":
        return treeItem(element, this.index.rowsOf(server).rowOf(element), !isLargeFleet(server));
      case "node": {
        const key = isLargeFleet(server) ? this.context.visibleRows.keyOf(element) : undefined;
        return nodeItem(element, this.index.rowsOf(server).rowOf(element), key);
      }
    }
  }

  /** Tooltips are made on hover, never before; their code is read with the first. */
  async resolveTreeItem(
    item: TreeItem,
    element: NodesElement,
    token?: CancellationToken,
  ): Promise<TreeItem> {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return item;
    const { LossCounts, nodeHover, serverHover } = await import("./tooltip/rowHover");
    const { format, clock } = this.context;
    if (element.kind === "server") item.tooltip = await serverHover(server, format, clock);
    if (element.kind !== "node") return item;
    const rows = this.index.rowsOf(server);
    const facts = rows.factsOf(element.uuid);
    if (facts === undefined) return item;
    rows.hold(element);
    this.#losses ??= new LossCounts(clock);
    const [age, serverTime] = [rows.ageOf(facts), server.serverTime()];
    const context = { format, age, serverTime };
    item.tooltip = await nodeHover(element, facts, context, {
      server,
      token,
      counts: this.#losses,
    });
    return item;
  }

  nodesOf(element: NodesElement): NodesOfRow | undefined {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return undefined;
    return nodesOfRow(element, {
      server,
      rows: this.index.rowsOf(server),
      groupBy: this.context.state.choices.groupBy,
    });
  }

  dispose(): void {
    this.#dueTimer?.dispose();
    this.#disposables.dispose();
  }

  #notices(): NodesElement[] {
    if (this.fleet.servers.every(({ nodes }) => nodes.size === 0)) return [];
    const notices: readonly NoticeElement[] = [
      ...(this.context.hint.visible ? [noticeElement("openHint")] : []),
      ...(this.shownCount() === 0 ? [noticeElement("noMatch")] : []),
    ];
    return notices.map((notice) => this.#outline.intern(notice));
  }

  #below(server: ServerFleet): NodesElement[] {
    return [...this.#outline.layOut(server), ...this.index.rowsOf(server).roots()];
  }

  /**
   * Also for servers whose rows VS Code has not requested: their own row shows how many are online. A hidden
   * view draws nothing, but changes of structure are still tracked.
   */
  #serverChanged(server: ServerFleet, change: ServerChange): void {
    const isHidden = !this.context.visibleRows.isViewVisible;
    if (isHidden && !(change.kind === "nodes" && change.structure)) return;
    const rows = this.index.known(server.id);
    const changed = rows?.update(change.kind === "session" ? newSession : change) ?? [];
    if (changed === "all" || this.#outline.hasNewLayout(server)) {
      rows?.reset();
      this.#fireServer(server);
      return;
    }
    if (rows !== undefined) this.#updateLater(rows);
    const outline = this.#outline.outdated(server);
    if (outline.length + changed.length > 0) this.#changed.fire([...outline, ...changed]);
  }

  /** Rows whose small changes wait are drawn in time though no report may come. */
  #updateLater({ nextDueAt }: ServerRows): void {
    if (nextDueAt === undefined) return;
    const { clock } = this.context;
    this.#dueTimer ??= clock.setTimeout(() => {
      this.#dueTimer = undefined;
      this.updateAges();
    }, nextDueAt - clock.now());
  }

  #fireServer(server: ServerFleet): void {
    // The notice that the filter hides all nodes is above all servers.
    const isRoot = this.fleet.servers.length === 1 || this.context.state.choices.filter !== "";
    this.#changed.fire(isRoot ? undefined : [this.#outline.intern(serverElement(server.id))]);
  }
}
