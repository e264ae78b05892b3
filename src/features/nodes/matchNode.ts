import { type KomariNode } from "../../komari/model";
import { wordMatcher } from "../../util/wordMatcher";

/** A test whether all words of the filter occur in what a user knows a node by. */
export function nodeMatcher(filter: string): (node: KomariNode) => boolean {
  if (filter.trim() === "") return () => true;
  const matches = wordMatcher(filter);
  return (node) => matches(searchText(node));
}

function searchText(node: KomariNode): string {
  return [
    node.name,
    node.group,
    node.region,
    node.os,
    node.ipv4,
    node.ipv6,
    node.uuid,
    node.remark,
    node.publicRemark,
    ...node.tags.map(({ text }) => text),
  ]
    .filter((part) => part !== undefined)
    .join("\n");
}
