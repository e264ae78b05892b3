import { type FleetView } from "../../../src/shared/fleet/fleetChoices";
import { type FleetStore } from "../data/fleetStore";
import { filterByChips, filterByText } from "./filterNodes";
import { groupNodes, type NodeGroup } from "./groupNodes";
import { type NodeSorter } from "./sortNodes";

/** Which nodes are shown, in order. */
export interface Arranged {
  /** Slots that pass the text filter: what the chips count. */
  readonly found: readonly number[];
  /** Of those, what the chips leave. */
  readonly shown: readonly number[];
  /** Undefined without grouping. */
  readonly groups: readonly NodeGroup[] | undefined;
  readonly rows: readonly TableRow[];
}

export type TableRow =
  | { readonly kind: "group"; readonly group: NodeGroup; readonly folded: boolean }
  | { readonly kind: "node"; readonly slot: number; readonly group: NodeGroup | undefined };

export function arrange(
  store: Pick<FleetStore, "slots" | "node" | "presence" | "troubles" | "server" | "servers">,
  sorter: NodeSorter,
  view: Pick<FleetView, "filter" | "state" | "narrowedTo" | "sort" | "groupBy">,
  folded: ReadonlySet<string>,
  collator: Intl.Collator,
): Arranged {
  const found = filterByText(store, view.filter);
  const shown = sorter.sort(filterByChips(store, found, view), view.sort);
  const groups = groupNodes(store, shown, view.groupBy, collator);
  return { found, shown, groups, rows: rowsOf(shown, groups, folded) };
}

function rowsOf(
  shown: readonly number[],
  groups: readonly NodeGroup[] | undefined,
  folded: ReadonlySet<string>,
): readonly TableRow[] {
  const nodes = (slots: readonly number[], group?: NodeGroup) =>
    slots.map((slot): TableRow => ({ kind: "node", slot, group }));
  if (groups === undefined) return nodes(shown);
  return groups.flatMap((group): readonly TableRow[] => {
    const isFolded = folded.has(group.key);
    const head: TableRow = { kind: "group", group, folded: isFolded };
    return isFolded ? [head] : [head, ...nodes(group.slots, group)];
  });
}
