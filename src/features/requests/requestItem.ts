import * as l10n from "@vscode/l10n";
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { commandIds } from "../../contributions";
import { type Row } from "../nodes/nodeRow";
import { isRequestElement, type RequestsElement } from "./elements";

/** The row as VS Code wants it; without one it went away just as it was asked for. */
export function requestItem(element: RequestsElement, row: Row | undefined): TreeItem {
  const item = new TreeItem(row?.label ?? "");
  item.id = element.id;
  if (row === undefined) return item;
  item.description = row.description;
  item.contextValue = row.contextValue;
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.icon !== undefined) {
    item.iconPath = new ThemeIcon(row.icon.id, new ThemeColor(row.icon.color));
  }
  if (isRequestElement(element)) {
    const title = l10n.t("Open");
    item.command = { title, command: commandIds.openRequest, arguments: [element] };
  } else {
    item.collapsibleState = TreeItemCollapsibleState.Expanded;
  }
  return item;
}

/** Server text never becomes a link, an icon or HTML: none of that is switched on. */
export function requestTooltip(markdown: string): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = false;
  text.supportHtml = false;
  text.supportThemeIcons = false;
  return text;
}
