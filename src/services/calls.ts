import { env, type ExtensionContext, Uri } from "vscode";
import { settingIds } from "../manifest/contributions";
import { type ChartTarget } from "../features/call/chartTarget";
import { type CallPanels } from "../features/call/callPanels";
import { panelIds } from "../manifest/contributions";
import { LazyPanels } from "../platform/panels/lazyPanels";
import { type CallTarget } from "../features/common/callTarget";
import { Methods } from "../features/methods/methods";
import { registerMethodCommands } from "../features/methods/registerMethodCommands";
import { registerRequestCommands } from "../features/requests/registerRequestCommands";
import { Requests } from "../features/requests/requests";
import { type Execute } from "../features/common/pickServer";
import { type Fleet } from "../fleet/fleet";
import { type CommandRegistry } from "../platform/commandRegistry";
import { type ServersSetting } from "../settings/config";
import { isBoolean, MementoValue } from "../platform/mementoValue";
import { namedServers } from "../features/common/namedServers";
import { type Notifications } from "../platform/notifications";
import { quickInputs } from "../platform/quickInput/quickInputs";
import { type ReadonlySetting, type Setting } from "../settings/setting";
import { VirtualDocuments } from "../platform/virtualDocuments";
import { userSetting, workspaceSetting, workspaceSettings } from "../settings/workspaceSettings";
import { createFormat } from "../shared/format";
import { systemClock } from "../util/clock";
import { type DisposableStore } from "../util/disposable";
import { type Logger } from "../util/logger";

export interface CallsContext {
  readonly fleet: Fleet;
  readonly servers: ReadonlySetting<ServersSetting>;
  /** Whether anything about this server goes to files. */
  readonly isStored: (serverId: string) => boolean;
  readonly timeoutMs: Setting<number>;
  readonly notifications: Notifications;
  readonly execute: Execute;
  readonly registry: CommandRegistry;
  readonly logger: Logger;
  readonly chart: (target: ChartTarget) => Promise<void>;
}

/**
 * Calling methods: the panels, the Methods view and the Requests view, each loaded on first use.
 * @returns closes the panels of a server and takes its calls out of the history
 */
export function createCalls(
  store: DisposableStore,
  context: ExtensionContext,
  parts: CallsContext,
): (serverId: string) => Promise<void> {
  const open = (target: CallTarget, send = false): Promise<void> =>
    calls.use((panels) => panels.open(target, send));
  const methods = store.add(createMethods(context, parts, open));
  const documents = store.add(new VirtualDocuments());
  const requests = store.add(createRequests(context, parts, documents, open));
  const calls: LazyPanels<CallPanels> = store.add(createPanels(context, parts, methods, requests));
  registerMethodCommands(parts.registry, methods);
  registerRequestCommands(parts.registry, requests);
  return async (serverId) => {
    await calls.closeServer(serverId);
    await requests.forgetServer(serverId);
  };
}

type Open = (target: CallTarget, send?: boolean) => Promise<void>;

function createMethods(context: ExtensionContext, parts: CallsContext, open: Open): Methods {
  const { workspaceState, globalState, globalStorageUri } = context;
  return new Methods(async (surface) => {
    const { MethodExplorer } = await import("../features/methods/methodExplorer");
    const folder = Uri.joinPath(globalStorageUri, "methods").fsPath;
    return new MethodExplorer(surface, { ...parts, folder, workspaceState, globalState, open });
  });
}

function createRequests(
  context: ExtensionContext,
  parts: CallsContext,
  documents: VirtualDocuments,
  open: Open,
): Requests {
  const { storageUri, globalStorageUri, globalState } = context;
  const { fleet } = parts;
  const serversOf = (name: string) =>
    namedServers(
      fleet.servers.map((server) => ({ name: server.name, baseUrl: server.id })),
      name,
    );
  const requests: Requests = new Requests(async () => {
    const { LoadedRequests } = await import("../features/requests/loadedRequests");
    return LoadedRequests.load({
      ...parts,
      inputs: quickInputs,
      clock: systemClock,
      format: createFormat(env.language),
      folder: Uri.joinPath(storageUri ?? globalStorageUri, "calls").fsPath,
      documents,
      ignoreTimes: new MementoValue(globalState, "requests.ignoreTimes", isBoolean, false),
      requests: {
        settingOf: (scope) =>
          scope === "user"
            ? userSetting(settingIds.requests)
            : workspaceSetting(settingIds.requests),
        source: workspaceSettings,
        mask: async (method, params) => {
          const { maskParamsOf } = await import("../komari/redact/maskSecrets");
          return maskParamsOf(method, params);
        },
      },
      serverName: (name) => serversOf(name)[0]?.name,
      serverIds: (name) => serversOf(name).map(({ baseUrl }) => baseUrl),
      pickServer: async (title) => {
        const { pickServer } = await import("../features/common/pickServer");
        return (await pickServer({ ...parts, inputs: quickInputs }, undefined, title))?.baseUrl;
      },
      selection: () => requests.selection,
      open: (target) => open(target),
      run: (target) => open(target, true),
    });
  }, systemClock);
  return requests;
}

function createPanels(
  { extensionUri }: ExtensionContext,
  parts: CallsContext,
  methods: Methods,
  requests: Requests,
): LazyPanels<CallPanels> {
  return new LazyPanels(extensionUri, panelIds.call, async () => {
    const [{ CallPanels }, explorer, loaded] = await Promise.all([
      import("../features/call/callPanels"),
      methods.explorer(),
      requests.loaded(),
    ]);
    return new CallPanels({
      ...parts,
      extension: extensionUri,
      methods: explorer.store,
      requests: loaded,
    });
  });
}
