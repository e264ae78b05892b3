import * as l10n from "@vscode/l10n";
import { countPresences, type Health, type NodeState } from "../../fleet/presence";
import { type GroupKey } from "./arrange";
import { onlineCount, onlineSentence } from "./onlineCount";
import { presenceText } from "./presenceText";
import { flagOf } from "./regions";
import { type Row, type RowIcon } from "../../platform/treeRow";
import { healthIcons, presenceIcons } from "./rowIcon";
import { type GroupBy } from "./viewChoices";

export function groupRow(key: GroupKey, groupBy: GroupBy, nodes: readonly NodeState[]): Row {
  const label = groupLabel(key, groupBy);
  const counts = countPresences(nodes);
  return {
    label,
    description: onlineCount(counts),
    icon: groupIcon(key, groupBy),
    // Readers spell flags, and would say the name twice.
    accessibleLabel: `${key.kind === "region" ? key.name : label}, ${onlineSentence(counts)}`,
    contextValue: "group",
  };
}

export function groupLabel(key: GroupKey, groupBy: GroupBy): string {
  switch (key.kind) {
    case "favorites":
      return l10n.t("Favorites");
    case "value":
      return key.value;
    case "region":
      return `${flagOf(key.code)} ${key.name}`;
    case "presence":
      return capitalized(presenceText(key.presence));
    case "health":
      return healthText(key.health);
    case "rest":
      return restLabel(groupBy);
  }
}

function healthText(health: Health): string {
  switch (health) {
    case "offline":
      return l10n.t("Offline");
    case "hot":
      return l10n.t("Over a threshold");
    case "expiring":
      return l10n.t("Expiring");
    case "calm":
      return l10n.t("Healthy");
    case "neverReported":
      return l10n.t("Never reported");
  }
}

function restLabel(groupBy: GroupBy): string {
  switch (groupBy) {
    case "region":
      return l10n.t("No region");
    case "tag":
      return l10n.t("No tags");
    case "group":
    case "trouble":
    case "status":
    case "none":
      return l10n.t("No group");
  }
}

const groupingIcons = {
  group: "folder",
  region: "globe",
  tag: "tag",
  trouble: "warning",
  status: "pulse",
  none: "folder",
} as const satisfies Record<GroupBy, string>;

/** A region's flag stands in the place of an icon. */
function groupIcon(key: GroupKey, groupBy: GroupBy): RowIcon | undefined {
  switch (key.kind) {
    case "favorites":
      return { id: "star-full", color: "icon.foreground" };
    case "presence":
      return presenceIcons[key.presence];
    case "health":
      return healthIcons[key.health];
    case "region":
      return undefined;
    case "value":
    case "rest":
      return { id: groupingIcons[groupBy], color: "icon.foreground" };
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
