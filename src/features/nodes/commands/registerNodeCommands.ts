import { env } from "vscode";
import { type Fleet } from "../../../fleet/fleet";
import { type KomariNode } from "../../../komari/model/model";
import { commandIds } from "../../../manifest/contributions";
import { type CommandRegistry } from "../../../platform/commandRegistry";
import { openExternal } from "../../../platform/openExternal";
import { isNodeRow, nodeKey, nodeLabel, type NodeRef } from "../../common/nodeRef";
import { selectedRows } from "../../tree/selectedRows";
import { type NodesState } from "../arrange/viewChoices";
import { type GoToNodeOptions } from "../goTo/goToNode";
import { type NodesView } from "../nodesView";
import { type OpenHint } from "../openHint";
import { type RowsChoice } from "./chooseRows";
import { copiedText } from "./copiedText";

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
    eachOnce(selectedRows(clicked, all, view.selection).filter(isNodeRow));
  const copy = (field: (node: KomariNode) => string | undefined) => {
    return async (clicked: unknown, all: unknown) => {
      const text = copiedText(nodesOf(fleet, selected(clicked, all)), field);
      if (text !== "") await env.clipboard.writeText(text);
    };
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
    for (const { serverId, uuid } of selected(clicked, undefined)) {
      await openExternal(`${serverId}/instance/${encodeURIComponent(uuid)}`);
    }
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

/** The quick pick over all nodes, which leads into the tree and to the charts. */
export function registerGoToNode(
  registry: Pick<CommandRegistry, "register">,
  options: GoToNodeOptions,
): void {
  registry.register(commandIds.goToNode, async () => {
    // The code of the box is read when it is first opened.
    const { goToNode } = await import("../goTo/goToNode");
    await goToNode(options);
  });
}

async function viewCommands() {
  return (await import("./viewCommands")).viewCommands;
}

function nodesOf(fleet: Fleet, nodes: readonly NodeRef[]): readonly KomariNode[] {
  return nodes.flatMap(({ serverId, uuid }) => fleet.get(serverId)?.nodes.get(uuid) ?? []);
}

/** One node may stand in several groups, and so be selected twice. */
function eachOnce(nodes: readonly NodeRef[]): readonly NodeRef[] {
  return [...new Map(nodes.map((node) => [nodeKey(node), node])).values()];
}
