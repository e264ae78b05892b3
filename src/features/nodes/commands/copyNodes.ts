import { env } from "vscode";
import { type KomariNode } from "../../../komari/model/model";
import { copiedText } from "./copiedText";

/** Copies one field of each node, a line each. */
export async function copyNodes(
  nodes: readonly KomariNode[],
  field: (node: KomariNode) => string | undefined,
): Promise<void> {
  const text = copiedText(nodes, field);
  if (text !== "") await env.clipboard.writeText(text);
}
