import * as l10n from "@vscode/l10n";
import { env, QuickPickItemKind, window } from "vscode";
import { contextKeys, viewIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { setContextKey } from "../../platform/contextKeys";
import { MementoValue, type Memory } from "../../platform/mementoValue";
import { plainText } from "../../platform/plainText";
import { liveInput } from "../../platform/quickInput/liveInput";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { textFiles } from "../../platform/textFiles";
import { singleLine } from "../../shared/singleLine";
import { DisposableStore, disposeAll, toDisposable } from "../../util/disposable";
import { systemClock } from "../../util/clock";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { type LazyTreeView } from "../tree/lazyTreeView";
import { selectedRows } from "../tree/selectedRows";
import { isNameList } from "../tree/viewState";
import { callMethod, type CallMethodOptions } from "./commands/callMethod";
import { isMethodElement, type MethodsElement } from "./view/methodElements";
import { methodsMessage } from "./view/methodsMessage";
import { defaultMethodChoices, isMethodChoices, MethodsState } from "./view/methodsState";
import { MethodStore, type MethodStoreOptions } from "./store/methodStore";
import { MethodsTree } from "./view/methodsTree";
import { type MethodPickerState, type PickerParts, pickMethod } from "./picker/pickMethod";
import { roleOf } from "./view/methodWords";

export interface MethodExplorerOptions extends Pick<
  CallMethodOptions,
  "servers" | "notifications" | "execute" | "open"
> {
  readonly fleet: Fleet;
  /** Path of the folder that caches the lists of methods, one file per server. */
  readonly folder: string;
  readonly isStored: MethodStoreOptions["isStored"];
  readonly workspaceState: Memory;
  readonly globalState: Memory;
  readonly logger: Logger;
}

const pickerParts: PickerParts = {
  createQuickPick: () => quickInputs.createQuickPick(),
  button: (icon, tooltip) => quickInputs.button(icon, tooltip),
  heading: (label) => ({ label, kind: QuickPickItemKind.Separator }),
};

/** The Methods view, the method picker and their commands: loaded lazily. */
export class MethodExplorer {
  readonly #disposables = new DisposableStore();
  readonly store: MethodStore;
  readonly state: MethodsState;
  readonly tree: MethodsTree;

  constructor(
    private readonly surface: LazyTreeView<MethodsElement>,
    private readonly options: MethodExplorerOptions,
  ) {
    const { fleet } = options;
    const { view } = surface;
    const store = this.#disposables.add(
      new MethodStore({ ...options, files: textFiles(options.folder) }),
    );
    const state = this.#disposables.add(createState(options));
    const isVisible = () => view.visible;
    const tree = this.#disposables.add(
      new MethodsTree({ fleet, store, state, isVisible, clock: systemClock }),
    );
    this.store = store;
    this.state = state;
    this.tree = tree;
    this.#disposables.add(tree.rows.onDidChangeTreeData((elements) => surface.redraw(elements)));
    this.#disposables.add(
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) tree.appeared();
      }),
    );
    this.#disposables.add(tree.onDidUpdate(() => this.#updateMessage()));
    this.#disposables.add(state.onDidChange(() => this.#updateFilterKey()));
    this.#updateFilterKey();
  }

  /** `komari.callMethod`, with what VS Code, a keybinding or a task passes. */
  async call(argument: unknown, all: unknown): Promise<void> {
    const { store, state, options } = this;
    const pick: CallMethodOptions["pick"] = ({ baseUrl, name }) =>
      this.pick(baseUrl, plainText(l10n.t("Call Method on {0}", name)));
    await callMethod({ ...options, store, state, pick, inputs: quickInputs }, argument, all);
  }

  /** The full name of a method of this server; undefined: cancelled. */
  async pick(serverId: string, title: string): Promise<string | undefined> {
    void this.store.load(serverId);
    return pickMethod({
      parts: pickerParts,
      title,
      state: this.state,
      pickerState: () => this.#pickerState(serverId),
      onDidChange: this.#onDidChangePickerState,
    });
  }

  /** Filters while the user types; Escape brings the former filter back. */
  async enterFilter(): Promise<void> {
    await liveInput({
      title: l10n.t("Filter Methods"),
      prompt: l10n.t("Matches all words in a method's name, description, role or risk"),
      placeholder: l10n.t("Example: client secrets"),
      value: this.state.choices.filter,
      apply: (filter) => this.state.choose({ filter }),
    });
  }

  async clearFilter(): Promise<void> {
    await this.state.choose({ filter: "" });
  }

  async toggleInternal(): Promise<void> {
    await this.state.choose({ internal: !this.state.choices.internal });
  }

  /** Fetches the methods of every server again, and reconnects those that are not connected. */
  async refresh(): Promise<void> {
    const location = { viewId: viewIds.methods };
    await window.withProgress({ location }, async () => {
      await Promise.all(
        this.options.fleet.servers.map(async ({ id, session }) => {
          if (session.state.kind !== "ready") session.reconnect();
          await this.store.refresh(id);
        }),
      );
    });
  }

  async setFavorite(clicked: unknown, all: unknown, favorite: boolean): Promise<void> {
    await this.state.setFavorite(this.#selected(clicked, all), favorite);
  }

  /** One line each: a line break in a name would run it as a command in a terminal. */
  async copyNames(clicked: unknown, all: unknown): Promise<void> {
    const text = this.#selected(clicked, all).map(singleLine).join("\n");
    if (text !== "") await env.clipboard.writeText(text);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Full names, each once. */
  #selected(clicked: unknown, all: unknown): readonly string[] {
    const rows = selectedRows(clicked, all, this.surface.view.selection).filter(isMethodElement);
    return [...new Set(rows.map(({ method }) => method))];
  }

  #updateMessage(): void {
    const { view } = this.surface;
    const message = this.#filterMessage();
    if ((view.message ?? "") !== message) view.message = message;
  }

  #filterMessage(): string {
    const { filter } = this.state.choices;
    if (filter === "") return "";
    const { shown, total } = this.tree.rows.counts();
    return total === 1
      ? l10n.t("Filter “{0}”: {1} of 1 method", filter, shown)
      : l10n.t("Filter “{0}”: {1} of {2} methods", filter, shown, total);
  }

  #updateFilterKey(): void {
    setContextKey(contextKeys.methodsFiltered, this.state.choices.filter !== "");
  }

  #pickerState(serverId: string): MethodPickerState {
    const server = this.options.fleet.get(serverId);
    const list = this.store.get(serverId);
    const { methods = [], loading } = list;
    return {
      methods,
      loading,
      role: server && roleOf(server),
      message: server && methodsMessage(server, list, methods.length)?.sentence,
    };
  }

  readonly #onDidChangePickerState: Event<unknown> = (listener) => {
    const subscriptions = [
      this.store.onDidChange(listener),
      this.options.fleet.onDidChange(({ change }) => {
        if (change.kind === "session") listener(change);
      }),
    ];
    return toDisposable(() => disposeAll(subscriptions));
  };
}

function createState({ workspaceState, globalState }: MethodExplorerOptions): MethodsState {
  return new MethodsState(
    new MementoValue(workspaceState, "methods.choices", isMethodChoices, defaultMethodChoices),
    new MementoValue(globalState, "methods.favorites", isNameList, []),
    new MementoValue(workspaceState, "methods.recent", isNameList, []),
  );
}
