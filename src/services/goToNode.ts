import { env } from "vscode";
import { type Charts } from "../features/charts/charts";
import { registerGoToNode } from "../features/nodes/goTo/registerGoToNode";
import { type NodesTree } from "../features/nodes/nodesTree";
import { type NodesView } from "../features/nodes/nodesView";
import { Regions } from "../features/nodes/regions";
import { type Fleet } from "../fleet/fleet";
import { type CommandRegistry } from "../platform/commandRegistry";
import { quickInputs } from "../platform/quickInputs";
import { createFormat } from "../shared/format";
import { systemClock } from "../util/clock";

export interface GoToNodeContext {
  readonly registry: CommandRegistry;
  readonly fleet: Fleet;
  readonly tree: NodesTree;
  readonly view: NodesView;
  readonly charts: Charts;
  readonly template: { readonly value: string };
}

/** The quick pick over all nodes, which leads into the tree and to the charts. */
export function createGoToNode(context: GoToNodeContext): void {
  const { registry, fleet, tree, view, charts, template } = context;
  registerGoToNode(registry, () => ({
    inputs: quickInputs,
    fleet,
    index: tree.index,
    template,
    format: createFormat(env.language),
    regions: new Regions(env.language),
    collator: new Intl.Collator(env.language, { numeric: true }),
    clock: systemClock,
    open: (node) => charts.open({ kind: "node", ...node }, { preview: true }),
    reveal: ({ serverId, uuid }) => view.reveal(serverId, uuid),
    compare: (node) => charts.compare(node),
  }));
}
