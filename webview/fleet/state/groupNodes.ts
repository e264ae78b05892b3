import * as l10n from "@vscode/l10n";
import { type FleetNode } from "../../../src/shared/fleet/fleetApi";
import { type FleetGrouping } from "../../../src/shared/fleet/fleetChoices";
import { type Health, healthOf } from "../../../src/shared/nodes/presence";
import { type FleetStore } from "../data/fleetStore";

type Source = Pick<FleetStore, "node" | "presence" | "troubles" | "server" | "servers">;

export interface NodeGroup {
  /** The same for the same group as long as the grouping is; what stays folded is kept by it. */
  readonly key: string;
  readonly label: string;
  /** In the order that they were given in. */
  readonly slots: readonly number[];
}

const healthOrder: readonly Health[] = [
  "offline",
  "hot",
  "expiring",
  "calm",
  "waiting",
  "neverReported",
];

/**
 * Undefined without grouping. A node with several tags is in several groups; those without any come last.
 * Groups stand in the order of their names, servers as in the settings, states with the worst first.
 */
export function groupNodes(
  source: Source,
  slots: readonly number[],
  groupBy: FleetGrouping,
  collator: Intl.Collator,
): readonly NodeGroup[] | undefined {
  if (groupBy === "none") return undefined;
  const groups = new Map<string, number[]>();
  for (const slot of slots) {
    const node = source.node(slot);
    if (node === undefined) continue;
    for (const key of keysOf(source, node, groupBy)) {
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [slot]);
      else members.push(slot);
    }
  }
  const places = fixedOrder(source, groupBy);
  const byLanguage = groupBy === "region" || groupBy === "os";
  const compareLabels = byLanguage ? collator.compare : compareCodeUnits;
  return [...groups]
    .map(([key, members]) => ({ key, label: labelOf(source, key, groupBy), slots: members }))
    .sort(
      (a, b) =>
        Number(a.key === "") - Number(b.key === "") ||
        (places === undefined
          ? compareLabels(a.label, b.label)
          : places.indexOf(a.key) - places.indexOf(b.key)),
    );
}

/** As the tree, and the official page with its tabs, has groups and tags. */
function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function keysOf(source: Source, node: FleetNode, groupBy: FleetGrouping): readonly string[] {
  switch (groupBy) {
    case "none":
      return [];
    case "group":
      return [node.group?.trim() ?? ""];
    case "region":
      return [node.region?.name ?? ""];
    case "server":
      return [node.serverId];
    case "tag":
      return node.tags.length === 0 ? [""] : [...new Set(node.tags)];
    case "os":
      return [node.os ?? ""];
    case "state": {
      const { slot } = node;
      return [healthOf({ presence: source.presence(slot), troubles: source.troubles(slot) })];
    }
  }
}

function fixedOrder(source: Source, groupBy: FleetGrouping): readonly string[] | undefined {
  if (groupBy === "server") return source.servers.map(({ id }) => id);
  return groupBy === "state" ? healthOrder : undefined;
}

function labelOf(source: Source, key: string, groupBy: FleetGrouping): string {
  if (groupBy === "server") return source.server(key)?.name ?? key;
  if (groupBy === "state")
    return healthLabel(healthOrder.find((health) => health === key) ?? "calm");
  return key === "" ? restLabel(groupBy) : key;
}

function restLabel(groupBy: FleetGrouping): string {
  switch (groupBy) {
    case "region":
      return l10n.t("No region");
    case "tag":
      return l10n.t("No tags");
    case "os":
      return l10n.t("Unknown OS");
    case "group":
    case "server":
    case "state":
    case "none":
      return l10n.t("No group");
  }
}

function healthLabel(health: Health): string {
  switch (health) {
    case "offline":
      return l10n.t("Offline");
    case "hot":
      return l10n.t("Over a threshold");
    case "expiring":
      return l10n.t("Expiring");
    case "calm":
      return l10n.t("Calm");
    case "waiting":
      return l10n.t("Waiting for status");
    case "neverReported":
      return l10n.t("Never reported");
  }
}
