import { elementId, type GroupElement, type TreeElement } from "../tree/elements";
import { type GroupKey } from "./arrange/arrange";

export type NodesElement = TreeElement<GroupKey, NodeElement>;

export interface NodeElement {
  readonly kind: "node";
  readonly id: string;
  readonly serverId: string;
  readonly uuid: string;
  /** The same node may stand in several groups. */
  readonly group: GroupElement<GroupKey> | undefined;
}

export function nodeElement(
  serverId: string,
  uuid: string,
  group: GroupElement<GroupKey> | undefined,
): NodeElement {
  return { kind: "node", id: elementId("node", serverId, group?.key, uuid), serverId, uuid, group };
}
