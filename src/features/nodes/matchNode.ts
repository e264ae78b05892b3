import { type KomariNode } from "../../komari/model";

/** A test whether all words of the filter occur in what a user knows a node by. */
export function nodeMatcher(filter: string): (node: KomariNode) => boolean {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (node) => {
    const text = searchText(node);
    return words.every((word) => text.includes(word));
  };
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
    .join("\n")
    .toLocaleLowerCase();
}
