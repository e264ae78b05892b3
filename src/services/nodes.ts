import { env, type ExtensionContext, window } from "vscode";
import { settingIds } from "../manifest/contributions";
import { type ChartPanels } from "../features/charts/chartPanels";
import { type LazyPanels } from "../platform/panels/lazyPanels";
import { type Demo } from "../features/demo/demo";
import { NodesTree } from "../features/nodes/nodesTree";
import { NodesView } from "../features/nodes/nodesView";
import { OpenHint } from "../features/nodes/openHint";
import { Regions } from "../features/nodes/arrange/regions";
import {
  registerGoToNode,
  registerNodeCommands,
} from "../features/nodes/commands/registerNodeCommands";
import { VisibleRows } from "../features/nodes/visibleRows";
import {
  defaultChoices,
  isViewChoices,
  type NodesState,
} from "../features/nodes/arrange/viewChoices";
import { isNameList, ViewState } from "../features/tree/viewState";
import { type Fleet } from "../fleet/fleet";
import { type CommandRegistry } from "../platform/commandRegistry";
import { isBoolean, MementoValue } from "../platform/mementoValue";
import { quickInputs } from "../platform/quickInput/quickInputs";
import { dimmedRows, rowProbe } from "../features/tree/rowDecorations";
import { type Setting } from "../settings/setting";
import { writeSetting } from "../settings/workspaceSettings";
import { type Format } from "../shared/format";
import { systemClock } from "../util/clock";
import { type DisposableStore } from "../util/disposable";

export interface NodesContext {
  readonly fleet: Fleet;
  readonly registry: CommandRegistry;
  readonly demo: Demo;
  readonly settings: {
    /** `komari.nodes.description`. */
    readonly description: Setting<string>;
    readonly badge: Setting<boolean>;
  };
  readonly format: Format;
}

export interface Nodes {
  readonly tree: NodesTree;
  readonly view: NodesView;
  /** What the user has chosen for it, favorites included. */
  readonly state: NodesState;
  /** The quick pick over all nodes, which leads into the tree and to the charts. */
  readonly registerGoToNode: (charts: LazyPanels<ChartPanels>) => void;
}

/** The Nodes view and the commands about nodes. */
export function createNodes(
  store: DisposableStore,
  { workspaceState, globalState }: ExtensionContext,
  { fleet, registry, demo, settings, format }: NodesContext,
): Nodes {
  const state = store.add(
    new ViewState(
      new MementoValue(workspaceState, "nodes.choices", isViewChoices, defaultChoices),
      new MementoValue(globalState, "nodes.favorites", isNameList, []),
    ),
  );
  const showFavorites = () => fleet.setVisibleNodes("favorites", state.favorites);
  store.add(state.onDidChange(showFavorites));
  showFavorites();
  const wasShown = new MementoValue(globalState, "nodes.hintShown", isBoolean, false);
  const hint = store.add(new OpenHint(fleet, wasShown));
  const common = {
    format,
    collator: new Intl.Collator(env.language, { numeric: true }),
    regions: new Regions(env.language),
    clock: systemClock,
    template: settings.description,
    visibleRows: store.add(new VisibleRows(systemClock)),
  };
  const { visibleRows } = common;
  const tree = store.add(new NodesTree(fleet, { ...common, state, hint }));
  const probe = rowProbe(visibleRows.onDidProbe, (key) => visibleRows.setDrawn(key));
  store.add(window.registerFileDecorationProvider(dimmedRows));
  store.add(window.registerFileDecorationProvider(probe));
  const view = store.add(
    new NodesView(fleet, tree, state, settings.badge, demo, hint, visibleRows, systemClock),
  );
  store.add(visibleRows.onDidChange(() => fleet.setVisibleNodes("rows", visibleRows.uuids)));
  const rows = {
    template: settings.description,
    write: (template: string) => writeSetting(settingIds.nodesDescription, template),
    format,
  };
  registerNodeCommands(registry, fleet, state, view, { rows, hint });
  return {
    tree,
    view,
    state,
    registerGoToNode: (charts) =>
      registerGoToNode(registry, {
        ...common,
        inputs: quickInputs,
        fleet,
        open: (node) =>
          charts.use((panels) => panels.open({ kind: "node", ...node }, { preview: true })),
        reveal: ({ serverId, uuid }) => view.reveal(serverId, uuid),
        compare: (node) => charts.use((panels) => panels.choose(node)),
      }),
  };
}
