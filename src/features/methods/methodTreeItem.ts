import * as l10n from "@vscode/l10n";
import { type TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../manifest/contributions";
import { type Row, rowItem } from "../../platform/treeRow";
import { type MethodsElement } from "./elements";

/** Converts a row to a tree item; without a row the method or server was removed meanwhile. */
export function methodTreeItem(element: MethodsElement, row?: Row, expanded = false): TreeItem {
  const item = rowItem(element.id, row);
  if (row === undefined) return item;
  item.collapsibleState = collapsibleState(element, expanded);
  if (element.kind === "method") {
    const title = l10n.t("Call Method");
    item.command = { command: commandIds.callMethod, title, arguments: [element] };
  }
  return item;
}

function collapsibleState(element: MethodsElement, expanded: boolean): TreeItemCollapsibleState {
  if (element.kind === "method" || element.kind === "message") return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
