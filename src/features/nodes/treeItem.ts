import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../contributions";
import { type NodesElement } from "./elements";
import { type Row } from "./nodeRow";

/** The row as VS Code wants it. */
export function treeItem(element: NodesElement, row: Row, initiallyExpanded: boolean): TreeItem {
  const item = new TreeItem(row.label, collapsibleState(element, initiallyExpanded));
  item.id = element.id;
  item.description = row.description;
  item.contextValue = row.contextValue;
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.icon !== undefined) {
    item.iconPath = new ThemeIcon(row.icon.id, new ThemeColor(row.icon.color));
  }
  return item;
}

/** A row that was asked for just as its node or server went away. */
export function goneItem(element: NodesElement): TreeItem {
  const item = new TreeItem("");
  item.id = element.id;
  return item;
}

/**
 * Server text never becomes a link, an icon or HTML: it is escaped, and none of that is switched on
 * but the one command of our own link.
 */
export function tooltip(markdown: string): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = { enabledCommands: [commandIds.openCharts] };
  text.supportHtml = false;
  text.supportThemeIcons = false;
  return text;
}

function collapsibleState(element: NodesElement, expanded: boolean): TreeItemCollapsibleState {
  if (element.kind === "node" || element.kind === "message") return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
