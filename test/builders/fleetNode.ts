import { type FleetNode } from "../../src/shared/fleet/fleetApi";

/** A node of the fleet page; its name and UUID follow from its slot. */
export function buildFleetNode(slot: number, changed: Partial<FleetNode> = {}): FleetNode {
  return {
    slot,
    serverId: "https://home.example",
    uuid: `00000000-0000-4000-8000-${String(slot).padStart(12, "0")}`,
    name: `web-${String(slot).padStart(2, "0")}`,
    group: undefined,
    tags: [],
    weight: 0,
    region: undefined,
    os: undefined,
    ipv4: undefined,
    ipv6: undefined,
    agentVersion: undefined,
    remark: undefined,
    publicRemark: undefined,
    price: undefined,
    expiry: undefined,
    autoRenewal: false,
    trafficLimit: undefined,
    trafficLimitType: "sum",
    favorite: false,
    ...changed,
  };
}
