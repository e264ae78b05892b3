import { type Presence } from "../../fleet/presence";
import { type KomariNode, type OfflinePosition } from "../../komari/model";
import { compareBy } from "./compareNodes";
import { nodeMatcher } from "./matchNode";
import { type NodeFacts } from "../../fleet/nodeFacts";
import { type GroupBy, type ViewChoices } from "./viewChoices";

/** What a group row stands for. */
export type GroupKey =
  | { readonly kind: "favorites" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "presence"; readonly presence: Presence }
  /** Nodes without a group, region or tag. */
  | { readonly kind: "rest" };

export interface NodeGroup {
  readonly key: GroupKey;
  readonly uuids: readonly string[];
}

/** The rows of one server, in order. Without groups the nodes stand directly below it. */
export interface Arrangement {
  readonly groups: readonly NodeGroup[];
  readonly uuids: readonly string[];
  /** Nodes that pass the filter. */
  readonly shown: number;
}

export interface ArrangeInput {
  readonly nodes: readonly NodeFacts[];
  readonly choices: ViewChoices;
  readonly favorites: ReadonlySet<string>;
  readonly offlinePosition: OfflinePosition;
  readonly collator: Intl.Collator;
}

export function arrange(input: ArrangeInput): Arrangement {
  const { choices, favorites } = input;
  const matches = nodeMatcher(choices.filter);
  const compare = compareBy(choices.sortBy, input.offlinePosition, input.collator);
  const sorted = input.nodes.filter(({ node }) => matches(node)).sort(compare);
  const [starred, others] = partition(sorted, ({ node }) => favorites.has(node.uuid));
  const groups = groupNodes(sorted, choices.groupBy);
  if (groups === undefined) {
    return { groups: [], uuids: [...starred, ...others].map(uuidOf), shown: sorted.length };
  }
  const pinned = { key: { kind: "favorites" } as const, uuids: starred.map(uuidOf) };
  return {
    groups: starred.length > 0 ? [pinned, ...groups] : groups,
    uuids: [],
    shown: sorted.length,
  };
}

/** Undefined when there is nothing to tell groups apart by. */
function groupNodes(sorted: readonly NodeFacts[], groupBy: GroupBy): NodeGroup[] | undefined {
  switch (groupBy) {
    case "none":
      return undefined;
    case "status":
      return byPresence(sorted);
    case "group":
      return byValues(sorted, ({ group }) => (group === undefined ? [] : [group]));
    case "region":
      return byValues(sorted, ({ region }) => (region === undefined ? [] : [region]));
    case "tag":
      return byValues(sorted, ({ tags }) => [...new Set(tags.map(({ text }) => text))]);
  }
}

const presenceOrder: readonly Presence[] = ["offline", "stale", "neverReported", "online"];

function byPresence(sorted: readonly NodeFacts[]): NodeGroup[] {
  return presenceOrder
    .map((presence) => ({
      key: { kind: "presence" as const, presence },
      uuids: sorted.filter((facts) => facts.presence === presence).map(uuidOf),
    }))
    .filter(({ uuids }) => uuids.length > 0);
}

function byValues(
  sorted: readonly NodeFacts[],
  valuesOf: (node: KomariNode) => readonly string[],
): NodeGroup[] | undefined {
  const byValue = new Map<string, string[]>();
  const rest: string[] = [];
  for (const { node } of sorted) {
    const values = valuesOf(node);
    if (values.length === 0) rest.push(node.uuid);
    for (const value of values) {
      const uuids = byValue.get(value);
      if (uuids === undefined) byValue.set(value, [node.uuid]);
      else uuids.push(node.uuid);
    }
  }
  if (byValue.size === 0) return undefined;
  const groups: NodeGroup[] = [...byValue]
    // By code units, as the official page sorts its tabs.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, uuids]) => ({ key: { kind: "value", value }, uuids }));
  if (rest.length > 0) groups.push({ key: { kind: "rest" }, uuids: rest });
  return groups;
}

function uuidOf({ node }: NodeFacts): string {
  return node.uuid;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
