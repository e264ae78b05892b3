import { type Health, healthOf, type Presence } from "../../../shared/nodes/presence";
import { type KomariNode, type OfflinePosition } from "../../../komari/model/model";
import { compareBy, healthOrder } from "./compareNodes";
import { nodeMatcher } from "./matchNode";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { plainKey, type Regions } from "./regions";
import { type Arrangement, type LeafGroup } from "../../tree/groupedRows";
import { type ViewChoices } from "./viewChoices";

/** What a group row stands for. */
export type GroupKey =
  | { readonly kind: "favorites" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "region"; readonly code: string; readonly name: string }
  | { readonly kind: "presence"; readonly presence: Presence }
  | { readonly kind: "health"; readonly health: Health }
  /** Nodes without a group, region or tag. */
  | { readonly kind: "rest" };

export interface ArrangeInput {
  readonly nodes: readonly NodeFacts[];
  readonly choices: ViewChoices;
  readonly favorites: ReadonlySet<string>;
  readonly offlinePosition: OfflinePosition;
  readonly collator: Intl.Collator;
  readonly regions: Regions;
}

/** The rows of one server, in order. Without groups the nodes stand directly below it. */
export function arrange(input: ArrangeInput): Arrangement<GroupKey> {
  const { choices, favorites } = input;
  const matches = nodeMatcher(choices.filter, input.regions);
  const compare = compareBy(choices.sortBy, input.offlinePosition, input.collator);
  const sorted = input.nodes.filter(({ node }) => matches(node)).sort(compare);
  const [starred, others] = partition(sorted, ({ node }) => favorites.has(node.uuid));
  const groups = groupNodes(sorted, input);
  const counts = { shown: sorted.length, total: input.nodes.length };
  if (groups === undefined) {
    return { groups: [], leaves: [...starred, ...others].map(uuidOf), ...counts };
  }
  const pinned = { key: { kind: "favorites" } as const, leaves: starred.map(uuidOf) };
  return {
    groups: starred.length > 0 ? [pinned, ...groups] : groups,
    leaves: [],
    ...counts,
  };
}

/** Undefined without grouping, or if the nodes have nothing to group by. */
function groupNodes(
  sorted: readonly NodeFacts[],
  { choices, collator, regions }: ArrangeInput,
): LeafGroup<GroupKey>[] | undefined {
  switch (choices.groupBy) {
    case "none":
      return undefined;
    case "status":
      return byState(presenceOrder, sorted, (facts, presence) => facts.presence === presence).map(
        ([presence, leaves]) => ({ key: { kind: "presence", presence }, leaves }),
      );
    case "trouble":
      return byState(healthOrder, sorted, (facts, health) => healthOf(facts) === health).map(
        ([health, leaves]) => ({ key: { kind: "health", health }, leaves }),
      );
    case "group":
      return byKeys(sorted, ({ group }) => keysOf([group ?? ""]), byCodeUnits);
    case "region":
      return byKeys(
        sorted,
        ({ region }) => regionKeys(region ?? "", regions),
        (a, b) => collator.compare(nameOf(a), nameOf(b)) || byCodeUnits(a, b),
      );
    case "tag":
      return byKeys(sorted, ({ tags }) => keysOf(tags), byCodeUnits);
  }
}

const presenceOrder: readonly Presence[] = [
  "offline",
  "stale",
  "neverReported",
  "waiting",
  "online",
];

function byState<State>(
  order: readonly State[],
  sorted: readonly NodeFacts[],
  isIn: (facts: NodeFacts, state: State) => boolean,
): (readonly [State, readonly string[]])[] {
  return order
    .map((state) => [state, sorted.filter((facts) => isIn(facts, state)).map(uuidOf)] as const)
    .filter(([, uuids]) => uuids.length > 0);
}

type NamedKey = Extract<GroupKey, { readonly kind: "value" | "region" }>;

/** Each once. */
function keysOf(texts: readonly string[]): readonly NamedKey[] {
  const values = new Set(texts.map(plainKey).filter((value) => value !== ""));
  return Array.from(values, (value) => ({ kind: "value", value }));
}

function regionKeys(written: string, regions: Regions): readonly NamedKey[] {
  const region = regions.parse(written);
  if (region === undefined) return [];
  const { code, name } = region;
  return [code === undefined ? { kind: "value", value: name } : { kind: "region", code, name }];
}

function nameOf(key: NamedKey): string {
  return key.kind === "region" ? key.name : key.value;
}

/** As the official page sorts its tabs. */
function byCodeUnits(a: NamedKey, b: NamedKey): number {
  const [first, second] = [nameOf(a), nameOf(b)];
  return first < second ? -1 : Number(first > second);
}

function byKeys(
  sorted: readonly NodeFacts[],
  keysOfNode: (node: KomariNode) => readonly NamedKey[],
  compare: (a: NamedKey, b: NamedKey) => number,
): LeafGroup<GroupKey>[] | undefined {
  const groups = new Map<string, { readonly key: NamedKey; readonly leaves: string[] }>();
  const rest: string[] = [];
  for (const { node } of sorted) {
    const keys = keysOfNode(node);
    if (keys.length === 0) rest.push(node.uuid);
    for (const key of keys) {
      const id = JSON.stringify(key);
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { key, leaves: [node.uuid] });
      else group.leaves.push(node.uuid);
    }
  }
  if (groups.size === 0) return undefined;
  const named = [...groups.values()].sort((a, b) => compare(a.key, b.key));
  return rest.length > 0 ? [...named, { key: { kind: "rest" }, leaves: rest }] : named;
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
