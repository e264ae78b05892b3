import * as l10n from "@vscode/l10n";
import { joinList } from "../../../shared/joinList";
import { countPresences, type Health, type NodeState } from "../../../shared/nodes/presence";
import { type GroupKey } from "../arrange/arrange";
import { onlineCount, onlineSentence } from "../../common/onlineCount";
import { presenceText } from "../../../shared/nodes/presenceText";
import { flagOf } from "../arrange/regions";
import { type Row, type RowIcon } from "../../tree/row";
import { healthIcons, presenceIcons } from "./rowIcon";
import { type GroupBy } from "../arrange/viewChoices";
import { shownName } from "../../../shared/shownName";

export function groupRow(key: GroupKey, groupBy: GroupBy, nodes: readonly NodeState[]): Row {
  const label = groupLabel(key, groupBy);
  const [count, sentence] = countTexts(key, nodes);
  return {
    label,
    description: count,
    icon: groupIcon(key, groupBy),
    accessibleLabel: joinList([label, sentence]),
    contextValue: "group",
  };
}

/** A group that is named by the state of its nodes says only how many they are. */
function countTexts({ kind }: GroupKey, nodes: readonly NodeState[]): readonly [string, string] {
  if (kind === "presence" || kind === "health") {
    const { length } = nodes;
    return [`${length}`, length === 1 ? l10n.t("1 node") : l10n.t("{0} nodes", length)];
  }
  const counts = countPresences(nodes);
  return [onlineCount(counts), onlineSentence(counts)];
}

export function groupLabel(key: GroupKey, groupBy: GroupBy): string {
  switch (key.kind) {
    case "favorites":
      return l10n.t("Favorites");
    case "value":
      return shownName(key.value);
    case "region":
      return key.name;
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
    case "waiting":
      return l10n.t("Waiting for status");
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

function groupIcon(key: GroupKey, groupBy: GroupBy): RowIcon {
  switch (key.kind) {
    case "favorites":
      return { id: "star-full", color: "icon.foreground" };
    case "presence":
      return presenceIcons[key.presence];
    case "health":
      return healthIcons[key.health];
    case "region":
      return { id: "globe", color: "icon.foreground", emoji: flagOf(key.code) };
    case "value":
    case "rest":
      return { id: groupingIcons[groupBy], color: "icon.foreground" };
  }
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
