import * as l10n from "@vscode/l10n";
import { env, type TreeView, window } from "vscode";
import { viewIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { MementoValue, type Memory } from "../../platform/mementoValue";
import { plainText } from "../../platform/plainText";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { textFiles } from "../../platform/textFiles";
import { singleLine } from "../../shared/singleLine";
import { DisposableStore, disposeAll, toDisposable } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { callMethod, type CallMethodOptions } from "./commands/callMethod";
import { enterMethodFilter } from "./commands/enterMethodFilter";
import { selectedMethods } from "./commands/selectedMethods";
import { type MethodsElement } from "./elements";
import { methodsMessage } from "./methodsMessage";
import { defaultMethodChoices, isMethodChoices, isNameList, MethodsState } from "./methodsState";
import { MethodStore, type MethodStoreOptions } from "./methodStore";
import { MethodsTree } from "./methodsTree";
import { MethodsView } from "./methodsView";
import { type MethodPickerState, pickMethod } from "./picker/pickMethod";
import { pickerParts } from "./picker/pickerParts";
import { roleOf } from "./roleOf";

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

/** Where the tree is shown. */
export interface MethodsSurface {
  readonly view: TreeView<MethodsElement>;
  /** Undefined: all of it. */
  readonly redraw: (elements: MethodsElement[] | undefined) => void;
}

/** The Methods view, the method picker and their commands: loaded lazily. */
export class MethodExplorer {
  readonly #disposables = new DisposableStore();
  readonly store: MethodStore;
  readonly state: MethodsState;
  readonly tree: MethodsTree;

  constructor(
    private readonly surface: MethodsSurface,
    private readonly options: MethodExplorerOptions,
  ) {
    const { fleet } = options;
    const { view, redraw } = surface;
    const store = this.#disposables.add(
      new MethodStore({ ...options, files: textFiles(options.folder) }),
    );
    const state = this.#disposables.add(createState(options));
    const isVisible = () => view.visible;
    const tree = this.#disposables.add(new MethodsTree({ fleet, store, state, isVisible, redraw }));
    this.#disposables.add(new MethodsView(view, tree, state));
    this.store = store;
    this.state = state;
    this.tree = tree;
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

  async enterFilter(): Promise<void> {
    await enterMethodFilter(this.state);
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

  #selected(clicked: unknown, all: unknown): readonly string[] {
    return selectedMethods(clicked, all, this.surface.view.selection);
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
  return new MethodsState({
    choices: new MementoValue(
      workspaceState,
      "methods.choices",
      isMethodChoices,
      defaultMethodChoices,
    ),
    recent: new MementoValue(workspaceState, "methods.recent", isNameList, []),
    favorites: new MementoValue(globalState, "methods.favorites", isNameList, []),
  });
}
