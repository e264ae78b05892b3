import * as l10n from "@vscode/l10n";
import { shownName } from "../../shared/shownName";

export function nodeLabel(node: { readonly name: string; readonly uuid: string }): string {
  const name = shownName(node.name);
  return name === "" ? l10n.t("Unnamed node {0}", node.uuid.slice(0, 8)) : name;
}
