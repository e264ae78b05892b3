import * as l10n from "@vscode/l10n";
import { pickOne } from "../../../platform/quickInput/pickOne";
import { type NodesState } from "../nodesState";
import { type GroupBy, groupings } from "../viewChoices";

export async function chooseGrouping(state: NodesState): Promise<void> {
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
