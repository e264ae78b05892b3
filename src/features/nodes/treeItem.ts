import { type TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../contributions";
import { type Row, rowItem } from "../../platform/treeRow";
import { type NodesElement } from "./elements";

/** The row as VS Code wants it; without one its node or server went away just as it was asked for. */
export function treeItem(element: NodesElement, row?: Row, initiallyExpanded = false): TreeItem {
  const item = rowItem(element.id, row);
  if (row === undefined) return item;
  item.collapsibleState = collapsibleState(element, initiallyExpanded);
  if (element.kind === "node") {
    // VS Code runs it on a click and on Enter, if nothing else is selected.
    item.command = { command: commandIds.openNode, title: row.label, arguments: [element] };
  }
  return item;
}

function collapsibleState(element: NodesElement, expanded: boolean): TreeItemCollapsibleState {
  if (element.kind === "node" || element.kind === "message") return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
