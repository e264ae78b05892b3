import {
  type Command,
  type IconPath,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from "vscode";
import { rowUri } from "./rowDecorations";

const { Expanded, Collapsed } = TreeItemCollapsibleState;

/** A codicon and a theme colour; shapes differ too, for those who do not see the colours. */
export interface RowIcon {
  readonly id: string;
  readonly color: string;
  /** Drawn in place of the codicon; never text of a server. */
  readonly emoji?: string;
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

/** A row with what it does and has beyond its text. */
export interface RowItem {
  /** Undefined: it was removed since the request. */
  readonly row: Row | undefined;
  /** Whether its children are shown at first; undefined: it has none. */
  readonly expanded?: boolean | undefined;
  readonly tooltip?: string;
  /** Run on a click. */
  readonly command?: Command | undefined;
  /** See `rowUri`. */
  readonly key?: string | undefined;
}

/** The row as VS Code expects it. */
export function treeItem(id: string, { row, expanded, tooltip, command, key }: RowItem): TreeItem {
  const item = new TreeItem(row?.label ?? "");
  item.id = id;
  if (row === undefined) return item;
  if (expanded !== undefined) item.collapsibleState = expanded ? Expanded : Collapsed;
  item.description = row.description;
  item.contextValue = row.contextValue;
  item.accessibilityInformation = { label: row.accessibleLabel };
  if (row.dimmed || key !== undefined) item.resourceUri = rowUri(row.dimmed ?? false, key);
  if (row.icon !== undefined) item.iconPath = iconPath(row.icon);
  if (tooltip !== undefined) item.tooltip = tooltip;
  if (command !== undefined) item.command = command;
  return item;
}

function iconPath({ id, color, emoji }: RowIcon): IconPath {
  if (emoji === undefined) return new ThemeIcon(id, new ThemeColor(color));
  return { light: emojiImage(emoji, "#424242"), dark: emojiImage(emoji, "#c5c5c5") };
}

/** @param letters their color where the system has no picture for the emoji, as Windows for flags. */
function emojiImage(emoji: string, letters: string): Uri {
  const text = `<text y="13" font-size="13" textLength="16" lengthAdjust="spacingAndGlyphs" fill="${letters}">${emoji}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${text}</svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`);
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
