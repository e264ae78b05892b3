import { type KomariNode } from "../../../komari/model/model";
import { singleLine } from "../../../shared/singleLine";

/**
 * One field of each node, a line each; nodes without it are left out. Agents and servers wrote these
 * values, and a line break in one would run as a command where it is pasted into a terminal.
 */
export function copiedText(
  nodes: readonly KomariNode[],
  field: (node: KomariNode) => string | undefined,
): string {
  return nodes
    .map((node) => singleLine(field(node) ?? "").trim())
    .filter((line) => line !== "")
    .join("\n");
}
