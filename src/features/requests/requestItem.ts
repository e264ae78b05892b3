import * as l10n from "@vscode/l10n";
import { type TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../manifest/contributions";
import { type Row, rowItem } from "../../platform/treeRow";
import { isRequestElement, type RequestsElement } from "./elements";

/** Converts a row to a tree item; without a row the request was removed meanwhile. */
export function requestItem(element: RequestsElement, row: Row | undefined): TreeItem {
  const item = rowItem(element.id, row);
  if (row === undefined) return item;
  if (isRequestElement(element)) {
    const title = l10n.t("Open");
    item.command = { title, command: commandIds.openRequest, arguments: [element] };
  } else {
    item.collapsibleState = TreeItemCollapsibleState.Expanded;
  }
  return item;
}
