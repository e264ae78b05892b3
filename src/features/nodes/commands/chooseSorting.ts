import * as l10n from "@vscode/l10n";
import { pickOne } from "../../../platform/quickInput/pickOne";
import { charts, metrics } from "../../../shared/metrics";
import { type NodesState } from "../nodesState";
import { type SortBy, sortOrders } from "../viewChoices";

export async function chooseSorting(state: NodesState): Promise<void> {
  const sortBy = await pickOne({
    title: l10n.t("Sort Nodes By"),
    placeholder: l10n.t("Select the order of nodes in each group"),
    choices: sortOrders.map((value) => ({ value, ...sortingText(value) })),
    current: state.choices.sortBy,
  });
  if (sortBy !== undefined) await state.choose({ sortBy });
}

function sortingText(sortBy: SortBy): { label: string; description?: string } {
  const highest = { description: l10n.t("highest first") };
  switch (sortBy) {
    case "server":
      return { label: l10n.t("Server order"), description: l10n.t("same as in the dashboard") };
    case "trouble":
      return {
        label: l10n.t("Trouble first"),
        description: l10n.t("offline, over a threshold, expiring"),
      };
    case "name":
      return { label: l10n.t("Name") };
    case "cpu":
      return { label: metrics.cpu.label(), ...highest };
    case "memory":
      return { label: metrics.memory.label(), ...highest };
    case "disk":
      return { label: metrics.disk.label(), ...highest };
    case "traffic":
      return { label: charts.traffic.label(), ...highest };
    case "expiry":
      return { label: l10n.t("Expiry"), description: l10n.t("soonest first") };
  }
}
