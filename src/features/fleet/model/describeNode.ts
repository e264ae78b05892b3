import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type FleetNode } from "../../../shared/fleet/fleetApi";
import { nodeLabel } from "../../common/nodeRef";
import { plainKey, type Regions } from "../../nodes/arrange/regions";

/** What the page is told of a node besides its reports. */
export function describeNode(
  { node }: NodeFacts,
  { serverId, slot }: { readonly serverId: string; readonly slot: number },
  { regions, favorites }: { readonly regions: Regions; readonly favorites: ReadonlySet<string> },
): FleetNode {
  const group = plainKey(node.group ?? "");
  return {
    slot,
    serverId,
    uuid: node.uuid,
    name: nodeLabel(node),
    group: group === "" ? undefined : group,
    tags: node.tags.map(plainKey).filter((tag) => tag !== ""),
    weight: node.weight,
    region: regions.parse(node.region ?? ""),
    os: node.os,
    ipv4: node.ipv4,
    ipv6: node.ipv6,
    agentVersion: node.agentVersion,
    remark: node.remark,
    publicRemark: node.publicRemark,
    price: node.price,
    expiry: node.expiry,
    autoRenewal: node.autoRenewal,
    trafficLimit: node.trafficLimit,
    trafficLimitType: node.trafficLimitType,
    favorite: favorites.has(node.uuid),
  };
}
