import { commandIds } from "../../manifest/contributions";
import { type NodeAction } from "../../shared/fleet/fleetApi";
import { type NodeRef } from "../common/nodeRef";

export type FleetActions = Readonly<
  Record<NodeAction, (nodes: readonly NodeRef[]) => Promise<unknown>>
>;

/** The commands of the Nodes view, as if the nodes were selected there. */
export function fleetActions(
  execute: (command: string, ...args: unknown[]) => PromiseLike<unknown>,
): FleetActions {
  const run = (command: string) => async (nodes: readonly NodeRef[]) => {
    const rows = nodes.map((node) => ({ kind: "node", ...node }));
    await execute(command, rows[0], rows);
  };
  const openBeside = run(commandIds.openChartsInNewPanel);
  return {
    openCharts: run(commandIds.openCharts),
    openChartsBeside: async (nodes) => {
      await openBeside(nodes);
      await execute("workbench.action.moveEditorToNextGroup");
    },
    compare: run(commandIds.openCharts),
    callMethod: run(commandIds.callMethod),
    addFavorite: run(commandIds.addFavorite),
    removeFavorite: run(commandIds.removeFavorite),
    openDashboard: run(commandIds.openNodeInDashboard),
    copy: run(commandIds.copyNodeName),
  };
}
