import { type FleetNode } from "../../../../../src/shared/fleet/fleetApi";
import { type FleetFigure } from "../../../../../src/shared/fleet/fleetFigures";
import { type Presence } from "../../../../../src/shared/nodes/presence";
import { type Trouble } from "../../../../../src/shared/nodes/trouble";
import { buildFleetNode } from "../../../../builders/fleetNode";

export interface GivenNode extends Partial<FleetNode> {
  readonly presence?: Presence;
  readonly troubles?: readonly Trouble[];
  readonly figures?: Partial<Readonly<Record<FleetFigure, number>>>;
}

/** What the page's store tells of these nodes, whose slots are their places in the list. */
export function fleetSource(given: readonly GivenNode[], now = 0) {
  const nodes = given.map((node, slot) => buildFleetNode(slot, node));
  return {
    slots: () => given.map((_, slot) => slot),
    node: (slot: number) => nodes[slot],
    presence: (slot: number) => given[slot]?.presence ?? "online",
    troubles: (slot: number) => given[slot]?.troubles ?? [],
    figure: (figure: FleetFigure, slot: number) => given[slot]?.figures?.[figure] ?? NaN,
    serverTime: () => now,
    server: () => undefined,
    servers: [],
  };
}
