import { type FleetState, type Narrowing } from "../../../src/shared/fleet/fleetChoices";
import { healthOf } from "../../../src/shared/nodes/presence";
import { isExpiring, isHot } from "../../../src/shared/nodes/trouble";
import { type FleetStore } from "../data/fleetStore";

type States = Pick<FleetStore, "presence" | "troubles">;

/** Whether a node is in the state that a chip stands for. */
export function isInState(store: States, slot: number, state: FleetState): boolean {
  const presence = store.presence(slot);
  switch (state) {
    case "all":
      return true;
    case "online":
    case "offline":
    case "neverReported":
      return presence === state;
    case "trouble":
      return presence === "online" && isHot(store.troubles(slot));
    case "expiring":
      return isExpiring(store.troubles(slot));
    case "attention":
      return needsAttention(store, slot);
  }
}

/** Offline, over a threshold, or expiring. */
export function needsAttention(store: States, slot: number): boolean {
  const troubles = store.troubles(slot);
  const health = healthOf({ presence: store.presence(slot), troubles });
  return health === "offline" || health === "hot" || isExpiring(troubles);
}

/** The states that have a chip, in their order. */
export const chipStates = [
  "all",
  "online",
  "trouble",
  "offline",
  "neverReported",
  "expiring",
] as const satisfies readonly FleetState[];
export type ChipState = (typeof chipStates)[number];

export type StateCounts = Readonly<Record<ChipState, number>>;

/** @param slots those that pass the filter: the chips do not count each other. */
export function countStates(store: States, slots: Iterable<number>): StateCounts {
  const counts = { all: 0, online: 0, trouble: 0, offline: 0, neverReported: 0, expiring: 0 };
  for (const slot of slots) {
    for (const state of chipStates) if (isInState(store, slot, state)) counts[state] += 1;
  }
  return counts;
}

export interface NarrowingCount extends Narrowing {
  readonly count: number;
}

const offered = 2;

/**
 * The tags with most nodes, filled up with groups; a chosen one always. One that all nodes have would
 * narrow nothing down.
 * @param all slots of all nodes, so that chips keep their places while somebody filters.
 * @param slots those that pass the filter, which are counted.
 */
export function countNarrowings(
  store: Pick<FleetStore, "node">,
  all: readonly number[],
  slots: readonly number[],
  chosen: readonly Narrowing[],
): readonly NarrowingCount[] {
  const total = tally(store, all);
  const candidates = [
    ...ranked(total.tag, "tag", all.length),
    ...ranked(total.group, "group", all.length),
  ];
  const others = candidates.filter((each) => !chosen.some((narrowing) => isSame(narrowing, each)));
  const shown = tally(store, slots);
  return [...chosen, ...others.slice(0, Math.max(0, offered - chosen.length))].map(
    ({ by, value }) => ({
      by,
      value,
      count: shown[by].get(value) ?? 0,
    }),
  );
}

export function isSame(a: Narrowing, b: Narrowing): boolean {
  return a.by === b.by && a.value === b.value;
}

/** Whether a node has one of the chosen tags, and is in one of the chosen groups. */
export function isAmong(
  { group, tags }: { readonly group: string | undefined; readonly tags: readonly string[] },
  narrowedTo: readonly Narrowing[],
): boolean {
  const has = ({ by, value }: Narrowing) => (by === "tag" ? tags.includes(value) : group === value);
  return (["tag", "group"] as const).every((kind) => {
    const ofKind = narrowedTo.filter(({ by }) => by === kind);
    return ofKind.length === 0 || ofKind.some(has);
  });
}

function ranked(
  counts: ReadonlyMap<string, number>,
  by: Narrowing["by"],
  all: number,
): readonly Narrowing[] {
  return [...counts]
    .filter(([, count]) => count < all)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => ({ by, value }));
}

function tally(store: Pick<FleetStore, "node">, slots: readonly number[]) {
  const counts = { tag: new Map<string, number>(), group: new Map<string, number>() };
  const add = (by: Narrowing["by"], value: string) =>
    counts[by].set(value, (counts[by].get(value) ?? 0) + 1);
  for (const slot of slots) {
    const node = store.node(slot);
    for (const tag of new Set(node?.tags)) add("tag", tag);
    if (node?.group !== undefined) add("group", node.group);
  }
  return counts;
}
