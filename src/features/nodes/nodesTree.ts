import { type CancellationToken, type MarkdownString } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { commandIds } from "../../manifest/contributions";
import { type Setting } from "../../settings/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type NodeRef } from "../common/nodeRef";
import { type Notice, type RowElement } from "../tree/elements";
import { type Row, type RowItem } from "../tree/row";
import { type ServerMessage } from "../tree/serverMessage";
import { ServerTree } from "../tree/serverTree";
import { type ViewState } from "../tree/viewState";
import { type GroupKey } from "./arrange/arrange";
import { type ViewChoices } from "./arrange/viewChoices";
import { type NodeElement, type NodesElement } from "./nodeElements";
import { ageOf, factsOf, NodeRows, type NodeRowsContext, type NodesChange } from "./nodeRows";
import { filterNotice, nodesMessage, openNotice } from "./nodesMessage";
import { type OpenHint } from "./openHint";
import { groupLabel } from "./rows/groupRow";
import { serverAction, serverRow } from "./serverRow";
import { serverState } from "./serverState";
import { LossCounts } from "./tooltip/lossCounts";
import { nodeHover, serverHover } from "./tooltip/rowHover";
import { isLargeFleet, type VisibleRows } from "./visibleRows";

/** A new connection may sort otherwise; it changes no node. */
const newSession: NodesChange = {
  kind: "nodes",
  structure: true,
  presence: false,
  trouble: false,
  uuids: new Set(),
};

export interface NodesTreeContext extends NodeRowsContext {
  readonly state: ViewState<ViewChoices>;
  readonly template: Setting<string>;
  readonly hint: Pick<OpenHint, "visible" | "onDidChange">;
  readonly visibleRows: Pick<VisibleRows, "isOnScreen" | "keyOf" | "onDidChange" | "isViewVisible">;
}

/** The nodes that a row stands for. */
export interface NodesOfRow {
  /** Empty for a single node, which has its own name. */
  readonly label: string;
  readonly uuids: readonly string[];
}

/** The rows of the Nodes view, kept up to date. */
export class NodesTree implements Disposable {
  readonly #disposables = new DisposableStore();
  #dueTimer: Disposable | undefined;
  readonly #losses: LossCounts;

  readonly rows: ServerTree<GroupKey, NodeElement, NodesChange>;

  constructor(
    private readonly fleet: Fleet,
    private readonly context: NodesTreeContext,
  ) {
    const { state, template, visibleRows, hint, clock } = context;
    this.#losses = new LossCounts(clock);
    this.rows = this.#disposables.add(
      new ServerTree({
        fleet,
        clock,
        state,
        sourceOf: (server) => new NodeRows(server, context),
        serverRow: (server) => serverRow(server, context.format),
        serverAction,
        messageOf: (server) => this.#messageOf(server),
        notices: () => this.#notices(),
        isExpanded: (server) => !isLargeFleet(server),
        actionsOf: (...args) => this.#actionsOf(...args),
        tooltipOf: (...args) => this.#tooltipOf(...args),
      }),
    );
    this.#disposables.add(fleet.onDidChangeServers(() => this.rows.refresh()));
    this.#disposables.add(state.onDidChange(() => this.rows.refresh()));
    this.#disposables.add(template.onDidChange(() => this.rows.refresh()));
    this.#disposables.add(
      visibleRows.onDidChange((nodes) => {
        for (const { serverId, uuid } of nodes) this.rows.knownRows(serverId)?.enter(uuid);
        // Their next reports update them; a server that is gone sends none.
        if (fleet.servers.some(({ isFresh }) => !isFresh)) this.updateAges();
      }),
    );
    this.#disposables.add(hint.onDidChange(() => this.rows.updateNotices()));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => this.#serverChanged(server, change)),
    );
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

  /** Undefined for rows that stand for none. */
  nodesOf(element: NodesElement): NodesOfRow | undefined {
    const server = this.fleet.get(element.serverId);
    if (server === undefined) return undefined;
    switch (element.kind) {
      case "message":
      case "notice":
        return undefined;
      case "node":
        return { label: "", uuids: [element.uuid] };
      case "server":
        return { label: server.name, uuids: [...server.nodes.keys()] };
      case "group": {
        const label = groupLabel(element.key, this.context.state.choices.groupBy);
        return { label, uuids: this.rows.rowsOf(server).leavesOf(element) };
      }
    }
  }

  /** The nodes among which the first row of a node stands, in their order; none while the filter hides it. */
  siblingsOf({ serverId, uuid }: NodeRef): readonly string[] {
    const server = this.fleet.get(serverId);
    if (server === undefined) return [];
    const { groups, leaves } = this.rows.rowsOf(server).arrangement;
    const group = groups.find((each) => each.leaves.includes(uuid));
    return group?.leaves ?? (leaves.includes(uuid) ? leaves : []);
  }

  dispose(): void {
    this.#dueTimer?.dispose();
    this.#disposables.dispose();
  }

  #notices(): readonly Notice[] {
    if (this.fleet.servers.every(({ nodes }) => nodes.size === 0)) return [];
    return [
      ...(this.context.hint.visible ? [openNotice()] : []),
      ...(this.rows.counts().shown === 0 ? [filterNotice()] : []),
    ];
  }

  /** With several servers, each shows its problem in its own row. */
  #messageOf(server: ServerFleet): ServerMessage | undefined {
    const isInOwnRow = this.fleet.servers.length > 1 && serverState(server).kind !== "well";
    return isInOwnRow ? undefined : nodesMessage(server, this.context.format);
  }

  #actionsOf(
    element: RowElement<GroupKey, NodeElement>,
    row: Row,
    server: ServerFleet,
  ): Omit<RowItem, "row"> {
    // The counts of a group are cut where the side bar is narrow.
    if (element.kind === "group") return { tooltip: row.accessibleLabel };
    return {
      // VS Code requests the decoration of a row by its key when it draws the row.
      key: isLargeFleet(server) ? this.context.visibleRows.keyOf(element) : undefined,
      // VS Code runs it on a click and on Enter, if nothing else is selected.
      command: { command: commandIds.openNode, title: row.label, arguments: [element] },
    };
  }

  #tooltipOf(
    element: NodeElement | "server",
    server: ServerFleet,
    token?: CancellationToken,
  ): Promise<MarkdownString> | undefined {
    const { format, clock } = this.context;
    if (element === "server") return serverHover(server, format, clock);
    const facts = factsOf(server, element.uuid);
    if (facts === undefined) return undefined;
    this.rows.rowsOf(server).hold(element);
    const context = { format, age: ageOf(server, facts), serverTime: server.serverTime() };
    return nodeHover(element, facts, context, { server, token, counts: this.#losses });
  }

  /** A hidden view draws nothing, but changes of structure are still tracked. */
  #serverChanged(server: ServerFleet, change: ServerChange): void {
    const isHidden = !this.context.visibleRows.isViewVisible;
    if (isHidden && !(change.kind === "nodes" && change.structure)) return;
    this.rows.update(server, change.kind === "session" ? newSession : change);
    this.#updateLater(this.rows.knownRows(server.id)?.nextDueAt);
  }

  /** Rows whose small changes wait are drawn in time though no report may come. */
  #updateLater(dueAt: number | undefined): void {
    if (dueAt === undefined) return;
    const { clock } = this.context;
    this.#dueTimer ??= clock.setTimeout(() => {
      this.#dueTimer = undefined;
      this.updateAges();
    }, dueAt - clock.now());
  }
}
