import {
  commands,
  type ExtensionContext,
  l10n,
  StatusBarAlignment,
  TabInputWebview,
  type TreeItem,
  window,
} from "vscode";
import {
  type CommandId,
  commandIds,
  contextKeys,
  panelIds,
  statusBarId,
  viewIds,
} from "./manifest/contributions";
import { hasServerEntries, readConnectAtStart } from "./settings/config";
import { setContextKey } from "./platform/contextKeys";
import { workspaceSettings } from "./settings/workspaceSettings";
import { type Services } from "./services";
import { type Disposable, DisposableStore, disposeAll } from "./util/disposable";
import { Lazy } from "./util/lazy";

/** Registers the commands; all that they do is in `services.js`, which the launcher loads on need. */
export async function activate(context: ExtensionContext): Promise<void> {
  const launcher = new Launcher(context);
  context.subscriptions.push(launcher);
  for (const id of Object.values(commandIds)) {
    const run = (...args: readonly unknown[]) => launcher.run(id, args);
    context.subscriptions.push(commands.registerCommand(id, run));
  }
  await launcher.update();
}

/**
 * Loads the services when there is something to do, and stands in for what they show until then. A
 * window without a server costs next to nothing: docs/decisions/0015-small-entry.md.
 */
class Launcher implements Disposable {
  readonly #disposables = new DisposableStore();
  #standIns: DisposableStore | undefined;
  readonly #services = new Lazy(() => this.#load());

  constructor(private readonly context: ExtensionContext) {
    this.#disposables.add(workspaceSettings.onDidChange(() => void this.update()));
  }

  /** Starts the services if the settings want it, or if a panel of the last session is to be restored. */
  async update(): Promise<void> {
    if (this.#services.loading !== undefined) return;
    const settings = workspaceSettings.current();
    const configured = hasServerEntries(settings);
    setContextKey(contextKeys.servers, configured ? "some" : "none");
    if ((configured && readConnectAtStart(settings)) || hasOpenPanel()) await this.#services.get();
    else this.#standIn(configured);
  }

  async run(command: CommandId, args: readonly unknown[]): Promise<void> {
    await (await this.#services.get()).run(command, args);
  }

  dispose(): void {
    disposeAll([this.#standIns, this.#disposables]);
  }

  async #load(): Promise<Services> {
    const { createServices } = await import("./services");
    this.#standIns?.dispose();
    try {
      return this.#disposables.add(createServices(this.context));
    } catch (error) {
      // The views must not load the services by themselves again: that would have no end.
      this.#standIn(false);
      throw error;
    }
  }

  #standIn(configured: boolean): void {
    this.#standIns?.dispose();
    this.#standIns = new DisposableStore();
    const treeDataProvider = {
      getChildren: () => {
        if (configured) void this.#services.get();
        return [];
      },
      getTreeItem: (item: TreeItem) => item,
    };
    for (const id of Object.values(viewIds)) {
      this.#standIns.add(window.registerTreeDataProvider(id, treeDataProvider));
    }
    if (configured) this.#standIns.add(offerToConnect());
  }
}

function offerToConnect(): Disposable {
  const item = window.createStatusBarItem(statusBarId, StatusBarAlignment.Left, 0);
  item.name = "Komari";
  item.text = "$(server) Komari";
  item.tooltip = l10n.t("Not connected. Click to connect.");
  item.command = `${viewIds.nodes}.focus`;
  item.show();
  return item;
}

/** VS Code restores a panel when its tab is first shown, and only where a serializer is registered. */
function hasOpenPanel(): boolean {
  const types: readonly string[] = Object.values(panelIds);
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        input instanceof TabInputWebview && types.some((type) => input.viewType.endsWith(type)),
    );
}
