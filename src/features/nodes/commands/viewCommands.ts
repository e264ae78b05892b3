import * as l10n from "@vscode/l10n";
import { liveInput } from "../../../platform/quickInput/liveInput";
import { pickOne } from "../../../platform/quickInput/pickOne";
import { charts, metrics } from "../../../shared/metrics";
import {
  type GroupBy,
  groupings,
  type NodesState,
  type SortBy,
  sortOrders,
} from "../arrange/viewChoices";
import { chooseRows } from "./chooseRows";
import { copyNode } from "./copyNode";

/** The commands that ask for a choice: read with the first of them. */
export const viewCommands = {
  chooseGrouping,
  chooseRows,
  chooseSorting,
  copyNode,
  enterFilter,
} as const;

async function chooseGrouping(state: NodesState): Promise<void> {
  const groupBy = await pickOne({
    title: l10n.t("Group Nodes By"),
    placeholder: l10n.t("Select how to group nodes"),
    choices: groupings.map((value) => ({ value, label: groupingText(value) })),
    current: state.choices.groupBy,
  });
  if (groupBy !== undefined) await state.choose({ groupBy });
}

function groupingText(groupBy: GroupBy): string {
  switch (groupBy) {
    case "group":
      return l10n.t("Group");
    case "region":
      return l10n.t("Region");
    case "tag":
      return l10n.t("Tag");
    case "trouble":
      return l10n.t("Trouble");
    case "status":
      return l10n.t("Status");
    case "none":
      return l10n.t("Nothing");
  }
}

async function chooseSorting(state: NodesState): Promise<void> {
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

/** Filters while the user types; Escape brings the former filter back. */
async function enterFilter(state: NodesState): Promise<void> {
  await liveInput({
    title: l10n.t("Filter Nodes"),
    prompt: l10n.t(
      "Matches all words in a node's name, group, tags, region, system, address or remark",
    ),
    placeholder: l10n.t("Example: tokyo debian"),
    value: state.choices.filter,
    apply: (filter) => state.choose({ filter }),
  });
}
