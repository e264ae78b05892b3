import * as l10n from "@vscode/l10n";
import { commands, env, type ExtensionContext, l10n as vscodeL10n, window } from "vscode";
import { type CommandId, panelIds, viewIds } from "./manifest/contributions";
import { type ChartTarget } from "./features/call/chartTarget";
import { type ChartPanels, type ChartPanelsOptions } from "./features/charts/chartPanels";
import { registerChartCommands } from "./features/charts/registerChartCommands";
import { type FleetPanels, type FleetPanelsOptions } from "./features/fleet/fleetPanels";
import { registerFleetCommands } from "./features/fleet/registerFleetCommands";
import { registerDemoCommands } from "./features/demo/registerDemoCommands";
import { chosenNodes } from "./features/nodes/commands/chosenNodes";
import { type NodesState } from "./features/nodes/arrange/viewChoices";
import { type NodesTree } from "./features/nodes/nodesTree";
import { commandErrorHandler } from "./features/text/commandError";
import { StatusBar } from "./features/statusBar/statusBar";
import { Fleet, type ServerSpec } from "./fleet/fleet";
import { Session } from "./komari/session";
import { CommandRegistry } from "./platform/commandRegistry";
import * as config from "./settings/config";
import { Log } from "./platform/log";
import { createNotifications, type Notifications } from "./platform/notifications";
import { PollingControl } from "./platform/pollingControl";
import { Setting } from "./settings/setting";
import { readChartThresholds, readThresholds } from "./settings/thresholds";
import { ownUserAgent } from "./platform/userAgent";
import { LazyPanels } from "./platform/panels/lazyPanels";
import { AnyVisible } from "./platform/panels/visibility";
import { WindowActivity } from "./platform/windowActivity";
import { workspaceSettings } from "./settings/workspaceSettings";
import { createCalls } from "./services/calls";
import { createDemo } from "./services/demo";
import { createNodes } from "./services/nodes";
import { createServers } from "./services/servers";
import { createFormat } from "./shared/format";
import { systemClock } from "./util/clock";
import { type Disposable, DisposableStore } from "./util/disposable";
import { type Logger } from "./util/logger";
import { handleUnexpectedErrors } from "./util/unexpectedErrors";

export interface Services extends Disposable {
  /** Resolves when the command has ended; an error is shown to the user. */
  run(command: CommandId, args: readonly unknown[]): Promise<void>;
}

/**
 * The composition root: the only place where long-lived objects are made and wired. They are let go
 * of in reverse order, the log last.
 */
export function createServices(context: ExtensionContext): Services {
  if (vscodeL10n.bundle !== undefined) l10n.config({ contents: vscodeL10n.bundle });
  const store = new DisposableStore();
  try {
    return compose(store, context);
  } catch (error) {
    // What is registered already would be in the way of the next try.
    store.dispose();
    throw error;
  }
}

function compose(store: DisposableStore, context: ExtensionContext): Services {
  const log = store.add(new Log());
  store.add(handleUnexpectedErrors((error) => log.error("Unexpected error", error)));
  const settings = createSettings(store);
  const demo = store.add(createDemo(context, settings.servers, log));
  const fleet = store.add(createFleet(settings, ownUserAgent(context.extension), log));
  const notifications = createNotifications((error) => log.error("A notification failed", error));
  const messages = { notifications, execute: commands.executeCommand, logger: log };
  const registry = new CommandRegistry(commandErrorHandler(messages));
  const format = createFormat(env.language);
  const nodes = createNodes(store, context, { fleet, registry, demo, settings, format });
  const shared = { fleet, notifications, registry, servers: demo };
  const charts = createCharts(store, context, { ...shared, ...nodes, settings, log });
  store.add(new StatusBar(fleet, settings, format, systemClock));
  nodes.registerGoToNode(charts);
  const pages = createFleetPages(store, context, {
    ...shared,
    favorites: nodes.state,
    logger: log,
  });
  const chart = ({ subject, span }: ChartTarget) =>
    charts.use((panels) => panels.open(subject, { span }));
  const forgetCalls = createCalls(store, context, {
    ...messages,
    fleet,
    registry,
    chart,
    servers: demo,
    isStored: (serverId) => !demo.isDemo(serverId),
    timeoutMs: settings.callTimeout,
  });
  const closeServer = (serverId: string) =>
    Promise.all([charts.closeServer(serverId), pages.closeServer(serverId), forgetCalls(serverId)]);
  demo.onDidEnd((serverId) => {
    closeServer(serverId).catch((error: unknown) =>
      log.error("Resources of the demo could not be closed", error),
    );
  });
  const activity = store.add(new WindowActivity(window, systemClock));
  createServers(store, context, {
    fleet,
    messages,
    registry,
    log,
    demo,
    focusNodes,
    activity,
    servers: settings.servers,
    maxResponseBytes: settings.maxResponseBytes,
  });
  registerDemoCommands(registry, { demo, notifications, focusNodes });
  const { intervals, pauseAfter } = settings;
  const anyVisible = store.add(new AnyVisible([nodes.view, charts, pages]));
  store.add(new PollingControl(fleet, anyVisible, activity, intervals, pauseAfter, systemClock));
  return { run: (command, args) => registry.run(command, args), dispose: () => store.dispose() };
}

type AppSettings = ReturnType<typeof createSettings>;

function createSettings(store: DisposableStore) {
  const setting = <T>(read: (settings: config.Settings) => T) =>
    store.add(new Setting(workspaceSettings, read));
  return {
    servers: setting(config.readServers),
    maxResponseBytes: setting(config.readMaxResponseBytes),
    description: setting(config.readNodesDescription),
    badge: setting(config.readNodesBadge),
    statusBarClick: setting(config.readStatusBarClick),
    warnWhenOffline: setting(config.readWarnWhenOffline),
    intervals: setting(config.readPollIntervals),
    pauseAfter: setting(config.readPauseAfter),
    thresholds: setting(readThresholds),
    chartThresholds: setting(readChartThresholds),
    callTimeout: setting(config.readCallTimeout),
  };
}

function createFleet(
  { intervals, thresholds }: AppSettings,
  userAgent: string,
  logger: Logger,
): Fleet {
  const createSession = ({ id, tls, credential, maxResponseBytes }: ServerSpec) =>
    new Session({ baseUrl: id, tls, credential, maxResponseBytes, userAgent, logger });
  const plan = { attention: "background", intervals: intervals.value } as const;
  const fleet = new Fleet(createSession, plan, systemClock, logger);
  fleet.setThresholds(thresholds.value);
  thresholds.onDidChange((changed) => fleet.setThresholds(changed));
  return fleet;
}

function focusNodes(): Thenable<unknown> {
  return commands.executeCommand(`${viewIds.nodes}.focus`);
}

function createFleetPages(
  store: DisposableStore,
  { extensionUri, globalState }: ExtensionContext,
  {
    registry,
    ...parts
  }: Omit<FleetPanelsOptions, "extension" | "globalState"> & { readonly registry: CommandRegistry },
): LazyPanels<FleetPanels> {
  const pages = store.add(
    new LazyPanels(extensionUri, panelIds.fleet, async () => {
      const { FleetPanels } = await import("./features/fleet/fleetPanels");
      return new FleetPanels({ ...parts, extension: extensionUri, globalState });
    }),
  );
  registerFleetCommands(registry, pages);
  return pages;
}

interface ChartsContext {
  readonly fleet: Fleet;
  readonly settings: AppSettings;
  readonly notifications: Notifications;
  readonly registry: CommandRegistry;
  readonly log: Log;
  readonly tree: NodesTree;
  readonly state: NodesState;
  readonly servers: ChartPanelsOptions["servers"];
}

function createCharts(
  store: DisposableStore,
  { extensionUri, globalState }: ExtensionContext,
  { fleet, settings, notifications, registry, log, tree, state: favorites, servers }: ChartsContext,
): LazyPanels<ChartPanels> {
  const charts = store.add(
    new LazyPanels(extensionUri, panelIds.charts, async () => {
      const { ChartPanels } = await import("./features/charts/chartPanels");
      return new ChartPanels({
        extension: extensionUri,
        fleet,
        servers,
        globalState,
        thresholds: settings.chartThresholds,
        favorites,
        siblingsOf: (node) => tree.siblingsOf(node),
        notifications,
        logger: log,
      });
    }),
  );
  registerChartCommands(registry, charts, (...args) => chosenNodes(tree, ...args), systemClock);
  return charts;
}
