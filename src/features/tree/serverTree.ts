import { type CancellationToken, type MarkdownString } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { type RemedyCommand } from "../text/remedy";
import {
  isGroup,
  isRow,
  type LeafElement,
  messageElement,
  type Notice,
  noticeElement,
  type RowElement,
  serverElement,
  type TreeElement,
} from "./elements";
import { GroupedRows, type RowSource } from "./groupedRows";
import { type Row, type RowItem } from "./row";
import { type ServerMessage } from "./serverMessage";
import { TreeChanges } from "./treeChanges";

/** What a view shows of its servers. */
export interface ServerTreeOptions<Key, Leaf extends LeafElement<Key>, Change> {
  readonly fleet: Pick<Fleet, "servers" | "get">;
  readonly clock: Clock;
  readonly state: { readonly choices: { readonly filter: string } };
  readonly sourceOf: (server: ServerFleet) => RowSource<Key, Leaf, Change>;
  readonly serverRow: (server: ServerFleet) => Row;
  /** What a click on the row of a server does. */
  readonly serverAction?: (server: ServerFleet) => RemedyCommand | undefined;
  /** What is said above or in place of the rows of a server. */
  readonly messageOf: (server: ServerFleet) => ServerMessage | undefined;
  /** Rows above all servers. */
  readonly notices?: () => readonly Notice[];
  /** Whether the groups of a server, or this one, are open at first. */
  readonly isExpanded: (server: ServerFleet, key?: Key) => boolean;
  /** What a row does and has beyond its text. */
  readonly actionsOf: (
    element: RowElement<Key, Leaf>,
    row: Row,
    server: ServerFleet,
  ) => Omit<RowItem, "row" | "expanded">;
  /** Tooltips are made on hover, never before. */
  readonly tooltipOf: (
    element: Leaf | "server",
    server: ServerFleet,
    token?: CancellationToken,
  ) => Promise<MarkdownString | undefined> | undefined;
}

/** The rows of a view: one server's rows at the root, several below the rows of their servers. */
export class ServerTree<Key, Leaf extends LeafElement<Key>, Change> implements Disposable {
  readonly #rows = new Map<string, GroupedRows<Key, Leaf, Change>>();
  readonly #changes: TreeChanges<TreeElement<Key, Leaf>>;
  /** Of servers, messages and notices: one object per id, for VS Code knows elements by their identity. */
  readonly #elements = new Map<string, TreeElement<Key, Leaf>>();
  /** Drawn rows of servers and messages, by the id of their elements. */
  readonly #drawn = new Map<string, string>();
  /** What all rows below a server depend on, as of the last request for them. */
  readonly #layouts = new Map<string, string>();

  readonly onDidChangeTreeData: TreeChanges<TreeElement<Key, Leaf>>["event"];

  constructor(private readonly options: ServerTreeOptions<Key, Leaf, Change>) {
    this.#changes = new TreeChanges(options.clock);
    this.onDidChangeTreeData = this.#changes.event;
  }

  /** Of all servers: leaves that pass the filter, and all that could. */
  counts(): { readonly shown: number; readonly total: number } {
    const all = this.options.fleet.servers.map((server) => this.rowsOf(server).arrangement);
    return {
      shown: all.reduce((sum, { shown }) => sum + shown, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
    };
  }

  rowsOf(server: ServerFleet): GroupedRows<Key, Leaf, Change> {
    const known = this.#rows.get(server.id);
    if (known !== undefined) return known;
    const rows = new GroupedRows(this.options.sourceOf(server), this.options.clock);
    this.#rows.set(server.id, rows);
    return rows;
  }

  /** Undefined before the first request. */
  knownRows(serverId: string): GroupedRows<Key, Leaf, Change> | undefined {
    return this.#rows.get(serverId);
  }

  /** The first row of a leaf; undefined while the filter hides it. */
  find(serverId: string, name: string): Leaf | undefined {
    const server = this.options.fleet.get(serverId);
    return server && this.rowsOf(server).find(name);
  }

  /** The server whose rows stand directly below this element; undefined for other elements. */
  serverOf(element?: TreeElement<Key, Leaf>): ServerFleet | undefined {
    const { fleet } = this.options;
    if (element?.kind === "server") return fleet.get(element.serverId);
    return element === undefined && fleet.servers.length === 1 ? fleet.servers[0] : undefined;
  }

  getChildren(element?: TreeElement<Key, Leaf>): TreeElement<Key, Leaf>[] {
    const { fleet, notices } = this.options;
    const server = this.serverOf(element);
    const below = server === undefined ? [] : this.#below(server);
    if (element === undefined) {
      const roots = server ? below : fleet.servers.map(({ id }) => this.#serverElement(id));
      return [
        ...(notices?.() ?? []).map((notice) => this.#intern(noticeElement(notice))),
        ...roots,
      ];
    }
    if (!isRow(element) || !isGroup(element)) return below;
    const owner = fleet.get(element.serverId);
    return owner === undefined ? [] : this.rowsOf(owner).childrenOf(element);
  }

  /** VS Code requests it to reveal a row. */
  getParent(element: TreeElement<Key, Leaf>): TreeElement<Key, Leaf> | undefined {
    const group = isRow(element) && !isGroup(element) ? element.group : undefined;
    const isRoot = element.kind === "server" || this.options.fleet.servers.length <= 1;
    return group ?? (isRoot ? undefined : this.#serverElement(element.serverId));
  }

  /** What VS Code draws; from here on it counts as drawn. */
  itemOf(element: TreeElement<Key, Leaf>): RowItem {
    const server = this.options.fleet.get(element.serverId);
    if (!isRow(element)) {
      if (element.kind === "notice") return noticeItem(element.notice);
      if (server === undefined) return { row: undefined };
      return element.kind === "server" ? this.#serverItem(server) : this.#messageItem(server);
    }
    if (server === undefined) return { row: undefined };
    const row = this.rowsOf(server).rowOf(element);
    if (row === undefined) return { row };
    const expanded = isGroup(element) ? this.options.isExpanded(server, element.key) : undefined;
    return { row, expanded, ...this.options.actionsOf(element, row, server) };
  }

  async tooltipOf(
    element: TreeElement<Key, Leaf>,
    token?: CancellationToken,
  ): Promise<MarkdownString | undefined> {
    const server = this.options.fleet.get(element.serverId);
    const subject = isRow(element)
      ? !isGroup(element) && element
      : element.kind === "server" && "server";
    if (server === undefined || subject === false) return undefined;
    return this.options.tooltipOf(subject, server, token);
  }

  /** Draws all rows again: after another choice, filter, template or favorite. */
  refresh(): void {
    this.#rows.clear();
    this.#elements.clear();
    this.#drawn.clear();
    this.#layouts.clear();
    this.#changes.fireAll();
  }

  /** Draws the notices again, and what else VS Code requests with the root. */
  updateNotices(): void {
    this.#changes.fire(undefined);
  }

  /**
   * Draws the rows that a change touches. Also for servers whose rows VS Code has not requested: their own row
   * shows counts.
   */
  update(server: ServerFleet, change: Change): void {
    const rows = this.#rows.get(server.id);
    const changed = rows?.update(change) ?? [];
    if (changed === "all" || this.#hasNewLayout(server)) {
      rows?.reset();
      // Notices stand above all servers, and a filter that hides all has one.
      const isRoot = this.options.fleet.servers.length === 1 || this.#isFiltered;
      this.#changes.fire(isRoot ? undefined : [this.#serverElement(server.id)]);
      return;
    }
    const around = this.#outdatedAround(server);
    if (around.length + changed.length > 0) this.#changes.fire([...around, ...changed]);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  get #isFiltered(): boolean {
    return this.options.state.choices.filter !== "";
  }

  /** The message above the rows of a server, if there is one, and its groups and leaves. */
  #below(server: ServerFleet): TreeElement<Key, Leaf>[] {
    this.#layouts.set(server.id, this.#layoutOf(server));
    const hasMessage = this.options.messageOf(server) !== undefined;
    const message = hasMessage ? [this.#intern(messageElement(server.id))] : [];
    return [...message, ...this.rowsOf(server).roots()];
  }

  #serverItem(server: ServerFleet): RowItem {
    const { serverRow, serverAction } = this.options;
    const row = this.#draw(serverElement(server.id), serverRow(server));
    return { row, expanded: true, command: serverAction?.(server) };
  }

  #messageItem(server: ServerFleet): RowItem {
    const message = this.options.messageOf(server);
    if (message === undefined) return { row: undefined };
    const row = this.#draw(messageElement(server.id), message.row);
    return { row, tooltip: row.accessibleLabel, command: message.action };
  }

  #draw({ id }: { readonly id: string }, row: Row): Row {
    this.#drawn.set(id, JSON.stringify(row));
    return row;
  }

  /** Whether a message came or went, or groups would be closed that were open. */
  #hasNewLayout(server: ServerFleet): boolean {
    const layout = this.#layouts.get(server.id);
    return layout !== undefined && layout !== this.#layoutOf(server);
  }

  #layoutOf(server: ServerFleet): string {
    const { messageOf, isExpanded } = this.options;
    return `${messageOf(server) !== undefined} ${isExpanded(server)}`;
  }

  /** The drawn rows of a server and its message whose text has changed. */
  #outdatedAround(server: ServerFleet): TreeElement<Key, Leaf>[] {
    const { serverRow, messageOf } = this.options;
    const [own, message] = [serverElement(server.id), messageElement(server.id)];
    return [
      ...(this.#isOutdated(own, () => serverRow(server)) ? [own] : []),
      ...(this.#isOutdated(message, () => messageOf(server)?.row) ? [message] : []),
    ].map((element) => this.#intern(element));
  }

  #isOutdated({ id }: { readonly id: string }, current: () => Row | undefined): boolean {
    const text = this.#drawn.get(id);
    const row = text === undefined ? undefined : current();
    return row !== undefined && text !== JSON.stringify(row);
  }

  #serverElement(serverId: string): TreeElement<Key, Leaf> {
    return this.#intern(serverElement(serverId));
  }

  #intern(element: TreeElement<Key, Leaf>): TreeElement<Key, Leaf> {
    const known = this.#elements.get(element.id);
    if (known === undefined) this.#elements.set(element.id, element);
    return known ?? element;
  }
}

function noticeItem({ row, command }: Notice): RowItem {
  const action = command === undefined ? undefined : { command, title: row.label };
  return { row, tooltip: row.label, command: action };
}
