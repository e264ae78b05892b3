import { type TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../manifest/contributions";
import { rowUri } from "../../platform/rowDecorations";
import { type Row, rowItem } from "../../platform/treeRow";
import { type NodeElement, type NodesElement, type NoticeElement } from "./elements";
import { noticeRow } from "./noticeRow";
import { type ServerMessage } from "./serverMessage";

/** The row as VS Code expects it; undefined rows are of nodes or servers removed since the request. */
export function treeItem(element: NodesElement, row?: Row, initiallyExpanded = false): TreeItem {
  const item = rowItem(element.id, row);
  if (row === undefined) return item;
  item.collapsibleState = collapsibleState(element, initiallyExpanded);
  // The counts of a group are cut where the side bar is narrow.
  if (element.kind === "group") item.tooltip = row.accessibleLabel;
  return item;
}

/** @param key of the row's decoration, which VS Code requests when it draws the row. */
export function nodeItem(element: NodeElement, row?: Row, key?: string): TreeItem {
  const item = treeItem(element, row);
  if (row === undefined) return item;
  if (key !== undefined) item.resourceUri = rowUri(row.dimmed ?? false, key);
  // VS Code runs it on a click and on Enter, if nothing else is selected.
  item.command = { command: commandIds.openNode, title: row.label, arguments: [element] };
  return item;
}

function collapsibleState(element: NodesElement, expanded: boolean): TreeItemCollapsibleState {
  if (element.kind !== "server" && element.kind !== "group") return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

export function noticeItem({ id, notice }: NoticeElement): TreeItem {
  const { row, command } = noticeRow(notice);
  const item = rowItem(id, row);
  item.tooltip = row.label;
  if (command !== undefined) item.command = { command, title: row.label };
  return item;
}

export function messageItem({ id }: NodesElement, { row, action }: ServerMessage): TreeItem {
  const item = rowItem(id, row);
  item.tooltip = row.accessibleLabel;
  if (action !== undefined) item.command = action;
  return item;
}
