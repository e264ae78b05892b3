import * as l10n from "@vscode/l10n";
import { shownName } from "../../shared/shownName";
import { isRecord } from "../../util/json";

export interface NodeRef {
  readonly serverId: string;
  readonly uuid: string;
}

export function nodeKey({ serverId, uuid }: NodeRef): string {
  return JSON.stringify([serverId, uuid]);
}

/** Whether an argument of a command is the row of a node, or a link in its tooltip. */
export function isNodeRow(value: unknown): value is NodeRef & { readonly kind: "node" } {
  return (
    isRecord(value) &&
    value.kind === "node" &&
    typeof value.serverId === "string" &&
    typeof value.uuid === "string"
  );
}

export function nodeLabel(node: { readonly name: string; readonly uuid: string }): string {
  const name = shownName(node.name);
  return name === "" ? l10n.t("Unnamed node {0}", node.uuid.slice(0, 8)) : name;
}
