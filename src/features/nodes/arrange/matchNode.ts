import { type KomariNode } from "../../../komari/model/model";
import { type Regions } from "./regions";
import { wordMatcher } from "../../../shared/wordMatcher";

/** A test whether all words of the filter occur in what a user knows a node by. */
export function nodeMatcher(filter: string, regions: Regions): (node: KomariNode) => boolean {
  if (filter.trim() === "") return () => true;
  const matches = wordMatcher(filter);
  return (node) => matches(searchText(node, regions));
}

function searchText(node: KomariNode, regions: Regions): string {
  return [
    node.name,
    node.group,
    node.region,
    regions.parse(node.region ?? "")?.name,
    node.os,
    node.ipv4,
    node.ipv6,
    node.uuid,
    node.remark,
    node.publicRemark,
    ...node.tags,
  ]
    .filter((part) => part !== undefined)
    .join("\n");
}
