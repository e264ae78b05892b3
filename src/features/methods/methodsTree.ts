import { type TreeItem } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { messageElement, serverElement } from "../nodes/elements";
import { type Row, rowTooltip } from "../../platform/treeRow";
import { type ServerMessage } from "../nodes/serverMessage";
import { type MethodsElement } from "./elements";
import { methodsMessage } from "./methodsMessage";
import { methodsServerRow } from "./methodsServerRow";
import { type MethodsState } from "./methodsState";
import { type MethodStore } from "./methodStore";
import { methodTooltip } from "./methodTooltip";
import { methodTreeItem } from "./methodTreeItem";
import { isDenied } from "./methodWords";
import { roleOf } from "./roleOf";
import { type MethodRowElement, ServerMethodRows } from "./serverMethodRows";

/** With more methods than this, namespaces start closed. */
const expandedUpTo = 20;

export interface MethodsTreeContext {
  readonly fleet: Fleet;
  readonly store: MethodStore;
  readonly state: MethodsState;
  /** Whether the view is visible. */
  readonly isVisible: () => boolean;
  /** Undefined: all of it. */
  readonly redraw: (elements: MethodsElement[] | undefined) => void;
}

/** The Methods view's data: one server's methods at the root, several below their servers. */
export class MethodsTree implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #updated = this.#disposables.add(new Emitter<undefined>());
  readonly #rows = new Map<string, ServerMethodRows>();
  readonly #servers = new Map<string, MethodsElement>();
  /** Rows of servers and their messages, by server: of those that VS Code has requested. */
  readonly #shown = new Map<string, string>();

  /** Counts may be others now. */
  readonly onDidUpdate = this.#updated.event;

  constructor(private readonly context: MethodsTreeContext) {
    const { fleet, store, state } = context;
    this.#disposables.add(fleet.onDidChangeServers(() => this.#reset()));
    this.#disposables.add(state.onDidChange(() => this.#update()));
    this.#disposables.add(store.onDidChange((id) => this.#update(fleet.get(id))));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => {
        if (change.kind === "session") this.#sessionChanged(server);
      }),
    );
  }

  /** Of all servers: methods that pass the filter, and all that could. */
  get counts(): { readonly shown: number; readonly total: number } {
    const all = this.context.fleet.servers.map((server) => this.#rowsOf(server).arrangement);
    return {
      shown: all.reduce((sum, { shown }) => sum + shown, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
    };
  }

  /** Called when the view becomes visible: applies the changes made while it was hidden. */
  appeared(): void {
    for (const server of this.context.fleet.servers) this.#sessionChanged(server);
  }

  async getChildren(element?: MethodsElement): Promise<MethodsElement[]> {
    const { fleet } = this.context;
    const [only] = fleet.servers;
    if (element === undefined && only !== undefined && fleet.servers.length === 1) {
      return this.#below(only);
    }
    if (element === undefined) return fleet.servers.map(({ id }) => this.#serverElement(id));
    const server = fleet.get(element.serverId);
    if (server === undefined) return [];
    if (element.kind === "server") return this.#below(server);
    return element.kind === "namespace" ? this.#rowsOf(server).childrenOf(element) : [];
  }

  getTreeItem(element: MethodsElement): TreeItem {
    const server = this.context.fleet.get(element.serverId);
    if (server === undefined) return methodTreeItem(element);
    switch (element.kind) {
      case "server":
        this.#shown.set(server.id, this.#written(server));
        return methodTreeItem(element, this.#serverRow(server), true);
      case "message":
        return this.#messageItem(element, server);
      case "namespace":
      case "method": {
        const row = this.#rowsOf(server).rowOf(element);
        return methodTreeItem(element, row, this.#isExpanded(element, server));
      }
    }
  }

  /** Tooltips are created on hover. */
  resolveTreeItem(item: TreeItem, element: MethodsElement): TreeItem {
    const server = this.context.fleet.get(element.serverId);
    if (element.kind !== "method" || server === undefined) return item;
    const spec = this.context.store.spec(server.id, element.method);
    item.tooltip = rowTooltip(methodTooltip(spec, isDenied(spec, roleOf(server))));
    return item;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #below(server: ServerFleet): Promise<MethodsElement[]> {
    await this.context.store.load(server.id);
    this.#rows.get(server.id)?.update();
    const message = this.#messageOf(server);
    this.#shown.set(server.id, this.#written(server));
    this.#updated.fire(undefined);
    return [
      ...(message === undefined ? [] : [messageElement(server.id)]),
      ...this.#rowsOf(server).roots(),
    ];
  }

  #sessionChanged(server: ServerFleet): void {
    // It may be a newer version, or have other methods.
    if (this.context.isVisible() && this.#shown.has(server.id)) {
      void this.context.store.load(server.id);
    }
    this.#update(server);
  }

  /** Changes are deferred while the view is hidden. */
  #update(...servers: readonly (ServerFleet | undefined)[]): void {
    if (!this.context.isVisible()) return;
    for (const server of servers.length > 0 ? servers : this.context.fleet.servers) {
      if (server !== undefined) this.#updateServer(server);
    }
    this.#updated.fire(undefined);
  }

  #updateServer(server: ServerFleet): void {
    const changed = this.#rows.get(server.id)?.update() ?? [];
    const before = this.#shown.get(server.id);
    if (before === undefined) return;
    const now = this.#written(server);
    if (changed === "all" || now !== before) {
      this.#shown.set(server.id, now);
      const isRoot = this.context.fleet.servers.length === 1;
      this.context.redraw(isRoot ? undefined : [this.#serverElement(server.id)]);
    } else if (changed.length > 0) {
      this.context.redraw([...changed]);
    }
  }

  #reset(): void {
    this.#rows.clear();
    this.#servers.clear();
    this.#shown.clear();
    this.context.redraw(undefined);
    this.#updated.fire(undefined);
  }

  #written(server: ServerFleet): string {
    return JSON.stringify([this.#serverRow(server), this.#messageOf(server)]);
  }

  #serverRow(server: ServerFleet): Row {
    const { methods } = this.context.store.get(server.id);
    const { total } = this.#rowsOf(server).arrangement;
    return methodsServerRow(server, methods === undefined ? undefined : total);
  }

  #messageOf(server: ServerFleet): ServerMessage | undefined {
    const { shown } = this.#rowsOf(server).arrangement;
    return methodsMessage(server, this.context.store.get(server.id), shown);
  }

  #messageItem(element: MethodsElement, server: ServerFleet): TreeItem {
    const message = this.#messageOf(server);
    if (message === undefined) return methodTreeItem(element);
    const item = methodTreeItem(element, message.row);
    item.tooltip = message.row.accessibleLabel;
    if (message.action !== undefined) item.command = message.action;
    return item;
  }

  #isExpanded(element: MethodRowElement, server: ServerFleet): boolean {
    if (element.kind === "namespace" && element.key.kind === "favorites") return true;
    const filtered = this.context.state.choices.filter !== "";
    return filtered || this.#rowsOf(server).arrangement.total <= expandedUpTo;
  }

  #rowsOf(server: ServerFleet): ServerMethodRows {
    const known = this.#rows.get(server.id);
    if (known !== undefined) return known;
    const { fleet, store, state } = this.context;
    const { id } = server;
    const rows = new ServerMethodRows({
      serverId: id,
      methods: () => store.get(id).methods ?? [],
      role: () => {
        const now = fleet.get(id);
        return now && roleOf(now);
      },
      state,
    });
    this.#rows.set(id, rows);
    return rows;
  }

  #serverElement(serverId: string): MethodsElement {
    const known = this.#servers.get(serverId);
    if (known !== undefined) return known;
    const element = serverElement(serverId);
    this.#servers.set(serverId, element);
    return element;
  }
}
