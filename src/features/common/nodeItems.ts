import { type ServerFleet } from "../../fleet/serverFleet";
import { plainLabel } from "../../platform/plainText";
import { shownName } from "../../shared/shownName";
import { nodeKey, nodeLabel, type NodeRef } from "./nodeRef";

export interface NodeItem {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** As the label, for titles. */
  readonly name: string;
  readonly node: NodeRef;
}

/** Every node as a row to choose, with its group and, where there are several, its server. */
export function nodeItems(
  servers: readonly Pick<ServerFleet, "id" | "name" | "nodes">[],
  collator: Intl.Collator,
): readonly NodeItem[] {
  return servers.flatMap(({ id, name: server, nodes }) => {
    const items = Array.from(nodes.values(), (node) => {
      const name = nodeLabel(node);
      const group = shownName(node.group ?? "");
      const place = [group, servers.length > 1 ? server : ""].filter((part) => part !== "");
      const ref = { serverId: id, uuid: node.uuid };
      return {
        key: nodeKey(ref),
        label: plainLabel(name),
        description: plainLabel(place.join(" · ")),
        name,
        node: ref,
      };
    });
    return items.sort((a, b) => collator.compare(a.name, b.name));
  });
}
