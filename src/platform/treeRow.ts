import { MarkdownString, ThemeColor, ThemeIcon, TreeItem } from "vscode";
import { dimmedUri } from "./dimmedRows";

/** A codicon and a theme colour; shapes differ too, for those who do not see the colours. */
export interface RowIcon {
  readonly id: string;
  readonly color: string;
}

/** All that a tree row shows; two equal rows need no redraw. */
export interface Row {
  readonly label: string;
  readonly description: string;
  readonly icon: RowIcon | undefined;
  /** A full sentence for screen readers. */
  readonly accessibleLabel: string;
  /** Words that menus in package.json look for. */
  readonly contextValue: string;
  /** What it says may no longer be so. */
  readonly dimmed?: boolean;
}

/** The row as VS Code wants it; without one it went away just as it was asked for. */
export function rowItem(id: string, row: Row | undefined): TreeItem {
  const item = new TreeItem(row?.label ?? "");
  item.id = id;
  if (row === undefined) return item;
  item.description = row.description;
  item.contextValue = row.contextValue;
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.dimmed) item.resourceUri = dimmedUri;
  if (row.icon !== undefined) {
    item.iconPath = new ThemeIcon(row.icon.id, new ThemeColor(row.icon.color));
  }
  return item;
}

/**
 * For tooltips. Server text in them never becomes a link, an icon or HTML: it is escaped, so that only
 * our own links run these commands and only our own spans are HTML.
 */
export function rowTooltip(
  markdown: string,
  enabledCommands: readonly string[] = [],
  supportHtml = false,
): MarkdownString {
  const text = new MarkdownString(markdown);
  text.isTrusted = enabledCommands.length > 0 && { enabledCommands };
  text.supportHtml = supportHtml;
  text.supportThemeIcons = false;
  return text;
}
