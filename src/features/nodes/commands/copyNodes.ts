import { env } from "vscode";
import { type KomariNode } from "../../../komari/model";

/** Copies one field of each node, a line each; nodes without it are left out. */
export async function copyNodes(
  nodes: readonly KomariNode[],
  field: (node: KomariNode) => string | undefined,
): Promise<void> {
  const lines = nodes.map(field).filter((line) => line !== undefined);
  if (lines.length > 0) await env.clipboard.writeText(lines.join("\n"));
}
