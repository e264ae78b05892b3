import * as l10n from "@vscode/l10n";
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../contributions";
import { type Row } from "../nodes/nodeRow";
import { type MethodsElement } from "./elements";

/** The row as VS Code wants it. */
export function methodTreeItem(element: MethodsElement, row: Row, expanded: boolean): TreeItem {
  const item = new TreeItem(row.label, collapsibleState(element, expanded));
  item.id = element.id;
  item.description = row.description;
  item.contextValue = row.contextValue;
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.icon !== undefined) {
    item.iconPath = new ThemeIcon(row.icon.id, new ThemeColor(row.icon.color));
  }
  if (element.kind === "method") {
    const title = l10n.t("Call Method");
    item.command = { command: commandIds.callMethod, title, arguments: [element] };
  }
  return item;
}

/** A row that was asked for just as its method or server went away. */
export function goneMethodItem(element: MethodsElement): TreeItem {
  const item = new TreeItem("");
  item.id = element.id;
  return item;
}

/** Server text never becomes a link, an icon or HTML: it is escaped, and none of that is switched on. */
export function methodHover(markdown: string): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = false;
  text.supportHtml = false;
  text.supportThemeIcons = false;
  return text;
}

function collapsibleState(element: MethodsElement, expanded: boolean): TreeItemCollapsibleState {
  if (element.kind === "method" || element.kind === "message") return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
