import * as l10n from "@vscode/l10n";
import { type MarkdownString } from "vscode";
import { type Fleet } from "../../../fleet/fleet";
import { type ServerFleet } from "../../../fleet/serverFleet";
import { commandIds } from "../../../manifest/contributions";
import { type Clock } from "../../../util/clock";
import { type Disposable, DisposableStore } from "../../../util/disposable";
import { Emitter } from "../../../util/emitter";
import { rowTooltip } from "../../tree/row";
import { ServerTree } from "../../tree/serverTree";
import { treeData } from "../../tree/treeData";
import { type MethodStore } from "../store/methodStore";
import { type GroupKey } from "./arrangeMethods";
import { type MethodElement, type MethodsElement } from "./methodElements";
import { methodsServerRow } from "./methodRow";
import { MethodRows } from "./methodRows";
import { methodsMessage } from "./methodsMessage";
import { type MethodsState } from "./methodsState";
import { methodTooltip } from "./methodTooltip";
import { isDenied, roleOf } from "./methodWords";

/** With more methods than this, namespaces start closed. */
const expandedUpTo = 20;

export interface MethodsTreeContext {
  readonly fleet: Fleet;
  readonly store: MethodStore;
  readonly state: MethodsState;
  readonly clock: Clock;
  /** Whether the view is visible. */
  readonly isVisible: () => boolean;
}

/** The rows of the Methods view, kept up to date while it is visible. */
export class MethodsTree implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #updated = this.#disposables.add(new Emitter<undefined>());
  readonly rows: ServerTree<GroupKey, MethodElement, undefined>;
  readonly data: ReturnType<typeof treeData<GroupKey, MethodElement>>;

  /** Counts may be others now. */
  readonly onDidUpdate = this.#updated.event;

  constructor(private readonly context: MethodsTreeContext) {
    const { fleet, store, state } = context;
    this.rows = this.#disposables.add(
      new ServerTree({
        ...context,
        sourceOf: (server) =>
          new MethodRows({ server, state, methods: () => store.get(server.id).methods ?? [] }),
        serverRow: (server) => {
          const isKnown = store.get(server.id).methods !== undefined;
          return methodsServerRow(server, isKnown ? this.#arrangementOf(server).total : undefined);
        },
        messageOf: (server) =>
          methodsMessage(server, store.get(server.id), this.#arrangementOf(server).shown),
        isExpanded: (server, key) =>
          key?.kind === "favorites" ||
          state.choices.filter !== "" ||
          this.#arrangementOf(server).total <= expandedUpTo,
        actionsOf: (element) => {
          if (element.kind === "group") return {};
          const title = l10n.t("Call Method");
          return { command: { command: commandIds.callMethod, title, arguments: [element] } };
        },
        tooltipOf: (element, server) => Promise.resolve(this.#tooltipOf(element, server)),
      }),
    );
    this.data = treeData(this.rows, (element?: MethodsElement) => this.#getChildren(element));
    this.#disposables.add(fleet.onDidChangeServers(() => this.#refresh()));
    this.#disposables.add(state.onDidChange(() => this.#refresh()));
    this.#disposables.add(store.onDidChange((id) => this.#update(fleet.get(id))));
    this.#disposables.add(
      fleet.onDidChange(({ server, change }) => {
        if (change.kind === "session") this.#sessionChanged(server);
      }),
    );
  }

  /** Called when the view becomes visible: applies the changes made while it was hidden. */
  appeared(): void {
    for (const server of this.context.fleet.servers) this.#sessionChanged(server);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Loads the methods of a server with the first request for its rows. */
  async #getChildren(element?: MethodsElement): Promise<MethodsElement[]> {
    const server = this.rows.serverOf(element);
    if (server !== undefined) {
      await this.context.store.load(server.id);
      this.rows.knownRows(server.id)?.update(undefined);
    }
    const children = this.rows.getChildren(element);
    this.#updated.fire(undefined);
    return children;
  }

  #refresh(): void {
    this.rows.refresh();
    this.#updated.fire(undefined);
  }

  #sessionChanged(server: ServerFleet): void {
    // It may be a newer version, or have other methods.
    if (this.context.isVisible()) void this.context.store.load(server.id);
    this.#update(server);
  }

  /** Changes are deferred while the view is hidden. */
  #update(server: ServerFleet | undefined): void {
    if (!this.context.isVisible()) return;
    if (server !== undefined) this.rows.update(server, undefined);
    this.#updated.fire(undefined);
  }

  #arrangementOf(server: ServerFleet) {
    return this.rows.rowsOf(server).arrangement;
  }

  #tooltipOf(element: MethodElement | "server", server: ServerFleet): MarkdownString | undefined {
    if (element === "server") return undefined;
    const spec = this.context.store.spec(server.id, element.method);
    return rowTooltip(methodTooltip(spec, isDenied(spec, roleOf(server))));
  }
}
