import { type FleetNode } from "../../../src/shared/fleet/fleetApi";
import { type FleetState, type Narrowing } from "../../../src/shared/fleet/fleetChoices";
import { wordMatcher } from "../../../src/shared/wordMatcher";
import { type FleetStore } from "../data/fleetStore";
import { isAmong, isInState } from "./chips";

type Source = Pick<FleetStore, "slots" | "node" | "presence" | "troubles">;

/** The slots of nodes in which all words of the filter occur: what chips count. */
export function filterByText(source: Pick<Source, "slots" | "node">, filter: string): number[] {
  const slots = [...source.slots()];
  if (filter.trim() === "") return slots;
  const matches = wordMatcher(filter);
  return slots.filter((slot) => {
    const node = source.node(slot);
    return node !== undefined && matches(searchText(node));
  });
}

/** What a user knows a node by, as in the tree's filter. */
function searchText(node: FleetNode): string {
  const { name, group, region, os, ipv4, ipv6, uuid, remark, publicRemark, tags } = node;
  const parts = [
    name,
    group,
    region?.code,
    region?.name,
    os,
    ipv4,
    ipv6,
    uuid,
    remark,
    publicRemark,
  ];
  return [...parts, ...tags].filter((part) => part !== undefined).join("\n");
}

/** Of these slots the ones that the chosen chips leave. */
export function filterByChips(
  source: Omit<Source, "slots">,
  slots: readonly number[],
  { state, narrowedTo }: { readonly state: FleetState; readonly narrowedTo: readonly Narrowing[] },
): readonly number[] {
  if (state === "all" && narrowedTo.length === 0) return slots;
  return slots.filter((slot) => {
    const node = source.node(slot);
    return node !== undefined && isInState(source, slot, state) && isAmong(node, narrowedTo);
  });
}
