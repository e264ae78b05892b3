import * as l10n from "@vscode/l10n";
import { countPresences, type NodeState } from "../../fleet/presence";
import { singleLine } from "../../shared/singleLine";
import { type GroupKey } from "./arrange";
import { onlineCount, onlineSentence } from "./onlineCount";
import { presenceText } from "./presenceText";
import { type Row, type RowIcon } from "../../platform/treeRow";
import { presenceIcons } from "./rowIcon";
import { type GroupBy } from "./viewChoices";

export function groupRow(key: GroupKey, groupBy: GroupBy, nodes: readonly NodeState[]): Row {
  const label = groupLabel(key, groupBy);
  const counts = countPresences(nodes);
  return {
    label,
    description: onlineCount(counts),
    icon: groupIcon(key, groupBy),
    accessibleLabel: `${label}, ${onlineSentence(counts)}`,
    contextValue: "group",
  };
}

export function groupLabel(key: GroupKey, groupBy: GroupBy): string {
  switch (key.kind) {
    case "favorites":
      return l10n.t("Favorites");
    case "value":
      return singleLine(key.value).trim();
    case "presence":
      return capitalized(presenceText(key.presence));
    case "rest":
      return restLabel(groupBy);
  }
}

function restLabel(groupBy: GroupBy): string {
  switch (groupBy) {
    case "region":
      return l10n.t("No region");
    case "tag":
      return l10n.t("No tags");
    case "group":
    case "status":
    case "none":
      return l10n.t("No group");
  }
}

const groupingIcons = {
  group: "folder",
  region: "globe",
  tag: "tag",
  status: "pulse",
  none: "folder",
} as const satisfies Record<GroupBy, string>;

function groupIcon(key: GroupKey, groupBy: GroupBy): RowIcon {
  if (key.kind === "favorites") return { id: "star-full", color: "icon.foreground" };
  if (key.kind === "presence") return presenceIcons[key.presence];
  return { id: groupingIcons[groupBy], color: "icon.foreground" };
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
