import { EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { type Setting } from "../../platform/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { messageElement, type NodesElement, serverElement } from "./elements";
import { groupLabel } from "./groupRow";
import { type Row } from "../../platform/treeRow";
import { type NodesState } from "./nodesState";
import { type ServerMessage, serverMessage } from "./serverMessage";
import { serverRow } from "./serverRow";
import { type NodesChange, type RowsContext, ServerRows } from "./serverRows";
import { treeItem } from "./treeItem";

/** Larger fleets start with their groups closed. */
const expandedUpTo = 100;

/** A connection that was made anew may sort otherwise; it changes no node. */
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
}

export interface NodesOfRow {
  /** Of a node: empty, for nodes have names of their own. */
  readonly label: string;
  readonly uuids: readonly string[];
}

/** The Nodes view's data: one server's rows at the root, several below their servers. */
export class NodesTree implements TreeDataProvider<NodesElement>, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<NodesElement[] | undefined>());
  readonly #rows = new Map<string, ServerRows>();
  readonly #servers = new Map<string, NodesElement>();
  /** What the rows that are not of ServerRows say, by server. */
  readonly #shownMessages = new Map<string, string>();
  readonly #shownServers = new Map<string, string>();

  #dueTimer: Disposable | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly fleet: Fleet,
    private readonly context: TreeContext,
  ) {
    this.#disposables.add(fleet.onDidChangeServers(() => this.refresh()));
    this.#disposables.add(context.state.onDidChange(() => this.refresh()));
    this.#disposables.add(context.template.onDidChange(() => this.refresh()));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => this.#serverChanged(server, change)),
    );
  }

  /** Nodes that pass the filter, over all servers. */
  shownCount(): number {
    return this.fleet.servers.reduce((sum, server) => sum + this.#rowsOf(server).shownCount, 0);
  }

  /** What is wrong, a sentence per server. */
  complaints(): string[] {
    return this.fleet.servers.flatMap((server) => {
      const message = this.#messageOf(server);
      return message?.action === undefined ? [] : [message.sentence];
    });
  }

  refresh(): void {
    this.#rows.clear();
    this.#servers.clear();
    this.#shownMessages.clear();
    this.#shownServers.clear();
    this.#changed.fire(undefined);
  }

  /** Draws rows anew whose age reads differently by now. */
  updateAges(): void {
    const nothing: NodesChange = { ...newSession, structure: false };
    for (const server of this.fleet.servers) this.#serverChanged(server, nothing);
  }

  getChildren(element?: NodesElement): NodesElement[] {
    const { servers } = this.fleet;
    if (element === undefined) {
      const [only] = servers;
      if (servers.length === 1 && only !== undefined) return this.#below(only);
      return servers.map((server) => this.#serverElement(server.id));
    }
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return [];
    if (element.kind === "server") return this.#below(server);
    return element.kind === "group" ? this.#rowsOf(server).childrenOf(element) : [];
  }

  getTreeItem(element: NodesElement): TreeItem {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return treeItem(element);
    switch (element.kind) {
      case "server":
        return this.#serverItem(element, server);
      case "message":
        return this.#messageItem(element, server);
      case "group":
      case "node": {
        const expanded = server.nodes.size <= expandedUpTo;
        const row = this.#rowsOf(server).rowOf(element);
        return treeItem(element, row, expanded);
      }
    }
  }

  /** Tooltips are made when somebody hovers, never before; their code is read with the first. */
  async resolveTreeItem(item: TreeItem, element: NodesElement): Promise<TreeItem> {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return item;
    const { nodeHover, serverHover } = await import("./tooltip/rowHover");
    const { format, clock } = this.context;
    if (element.kind === "server") item.tooltip = await serverHover(server, format, clock);
    if (element.kind !== "node") return item;
    const rows = this.#rowsOf(server);
    const facts = rows.factsOf(element.uuid);
    if (facts === undefined) return item;
    rows.rest(element);
    const [age, serverTime] = [rows.ageOf(facts), server.serverTime()];
    item.tooltip = nodeHover(element, facts, { format, age, serverTime });
    return item;
  }

  /** The nodes that a row stands for now, and what the row is called. */
  nodesOf(element: NodesElement): NodesOfRow | undefined {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return undefined;
    switch (element.kind) {
      case "message":
        return undefined;
      case "node":
        return { label: "", uuids: [element.uuid] };
      case "server":
        return { label: server.name, uuids: [...server.nodes.keys()] };
      case "group":
        return {
          label: groupLabel(element.key, this.context.state.choices.groupBy),
          uuids: this.#rowsOf(server).uuidsOf(element),
        };
    }
  }

  dispose(): void {
    this.#dueTimer?.dispose();
    this.#disposables.dispose();
  }

  #below(server: ServerFleet): NodesElement[] {
    const rows = this.#rowsOf(server);
    const message = this.#messageOf(server);
    this.#shownMessages.set(server.id, written(message));
    return [...(message === undefined ? [] : [messageElement(server.id)]), ...rows.roots()];
  }

  #messageItem(element: NodesElement, server: ServerFleet): TreeItem {
    const message = this.#messageOf(server);
    if (message === undefined) return treeItem(element);
    const item = treeItem(element, message.row);
    item.tooltip = message.row.accessibleLabel;
    if (message.action !== undefined) item.command = message.action;
    return item;
  }

  /** Also for servers whose rows nobody asked for: their own row tells how many are online. */
  #serverChanged(server: ServerFleet, change: ServerChange): void {
    const rows = this.#rows.get(server.id);
    const changed = rows?.update(change.kind === "session" ? newSession : change) ?? [];
    if (changed === "all" || this.#messageDiffers(server)) {
      rows?.reset();
      this.#fireServer(server);
      return;
    }
    if (rows !== undefined) this.#updateLater(rows);
    const above = this.#serverRowDiffers(server) ? [this.#serverElement(server.id)] : [];
    if (above.length + changed.length > 0) this.#changed.fire([...above, ...changed]);
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

  #messageDiffers(server: ServerFleet): boolean {
    const shown = this.#shownMessages.get(server.id);
    return shown !== undefined && shown !== written(this.#messageOf(server));
  }

  #serverRowDiffers(server: ServerFleet): boolean {
    const shown = this.#shownServers.get(server.id);
    return shown !== undefined && shown !== written(serverRow(server));
  }

  #messageOf(server: ServerFleet): ServerMessage | undefined {
    return serverMessage(server, this.#rowsOf(server).shownCount);
  }

  #serverItem(element: NodesElement, server: ServerFleet): TreeItem {
    const row = serverRow(server);
    this.#shownServers.set(server.id, written(row));
    return treeItem(element, row, true);
  }

  #fireServer(server: ServerFleet): void {
    const isRoot = this.fleet.servers.length === 1;
    this.#changed.fire(isRoot ? undefined : [this.#serverElement(server.id)]);
  }

  #rowsOf(server: ServerFleet): ServerRows {
    const known = this.#rows.get(server.id);
    if (known !== undefined) return known;
    const rows = new ServerRows(server, this.context);
    this.#rows.set(server.id, rows);
    return rows;
  }

  #serverElement(serverId: string): NodesElement {
    const known = this.#servers.get(serverId);
    if (known !== undefined) return known;
    const element = serverElement(serverId);
    this.#servers.set(serverId, element);
    return element;
  }
}

/** Two equal rows or messages are written equally; no message is written too. */
function written(shown: Row | ServerMessage | undefined): string {
  return JSON.stringify(shown ?? "");
}
