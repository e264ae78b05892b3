import { commandIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { type KomariNode } from "../../komari/model/model";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type RowsChoice } from "./commands/chooseRows";
import { copyNodes } from "./commands/copyNodes";
import { openInDashboard } from "./commands/openInDashboard";
import { nodesOf, selectedElements } from "./commands/selectedNodes";
import { nodeLabel } from "../common/nodeLabel";
import { type NodesState } from "./nodesState";
import { type NodesView } from "./nodesView";
import { type OpenHint } from "./openHint";

export interface NodeCommandOptions {
  readonly rows: RowsChoice;
  readonly hint: Pick<OpenHint, "dismiss">;
}

export function registerNodeCommands(
  registry: CommandRegistry,
  fleet: Fleet,
  state: NodesState,
  view: NodesView,
  { rows, hint }: NodeCommandOptions,
): void {
  const selected = (clicked: unknown, all: unknown) =>
    selectedElements(clicked, all, view.selection);
  const copy = (field: (node: KomariNode) => string | undefined) => {
    return (clicked: unknown, all: unknown) =>
      copyNodes(nodesOf(fleet, selected(clicked, all)), field);
  };
  const favorite = (isFavorite: boolean) => {
    return (clicked: unknown, all: unknown) =>
      state.setFavorite(
        selected(clicked, all).map(({ uuid }) => uuid),
        isFavorite,
      );
  };
  const ask = async (name: "chooseGrouping" | "chooseSorting" | "enterFilter") =>
    (await viewCommands())[name](state);
  registry.register(commandIds.copyNodeName, copy(nodeLabel));
  registry.register(
    commandIds.copyNodeUuid,
    copy(({ uuid }) => uuid),
  );
  registry.register(
    commandIds.copyNodeIpv4,
    copy(({ ipv4 }) => ipv4),
  );
  registry.register(
    commandIds.copyNodeIpv6,
    copy(({ ipv6 }) => ipv6),
  );
  registry.register(commandIds.copyNode, async (clicked) => {
    const [node] = nodesOf(fleet, selected(clicked, undefined));
    if (node !== undefined) await (await viewCommands()).copyNode(node);
  });
  registry.register(commandIds.addFavorite, favorite(true));
  registry.register(commandIds.removeFavorite, favorite(false));
  registry.register(commandIds.openNodeInDashboard, async (clicked) => {
    for (const element of selected(clicked, undefined)) await openInDashboard(element);
  });
  registry.register(commandIds.groupNodes, () => ask("chooseGrouping"));
  registry.register(commandIds.sortNodes, () => ask("chooseSorting"));
  registry.register(commandIds.chooseRows, async () => {
    await (await viewCommands()).chooseRows(fleet, rows);
  });
  registry.register(commandIds.dismissHint, () => hint.dismiss());
  registry.register(commandIds.filterNodes, () => ask("enterFilter"));
  registry.register(commandIds.clearFilter, () => state.choose({ filter: "" }));
  registry.register(commandIds.refresh, () => {
    for (const server of fleet.servers) server.refresh();
  });
}

async function viewCommands() {
  return (await import("./viewCommands")).viewCommands;
}
