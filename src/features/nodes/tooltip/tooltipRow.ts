import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { escapeMarkdown } from "../../../shared/markdown";
import { shownName } from "../../../shared/shownName";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type ReadingGroup } from "../../../komari/model/readings";
import { type CountedLosses } from "./lossCounts";
import { qualityText } from "./qualityText";
import { unknownMark } from "../rows/nodeRowTemplate";

/** A line of the tooltip: a label of ours and a value in Markdown, server text escaped. */
export type TooltipRow = readonly [label: string, value: string];

export interface TooltipContext {
  readonly format: Format;
  /** Milliseconds since the last report, by the server's clock; undefined: none. */
  readonly age: number | undefined;
  /** The server's clock, milliseconds since the epoch. */
  readonly serverTime: number;
  /** Whether the pings of a status cover only the last ping of every minute. */
  readonly onePingPerMinute?: boolean;
  /** The server's statistics over all pings; undefined: not known. */
  readonly losses?: CountedLosses | undefined;
}

/** Server text as Markdown, short enough for one line. */
export function shortText(text: string): string {
  return escapeMarkdown(shownName(text));
}

/** Markdown in VS Code's warning color. */
export function warningText(markdown: string): string {
  return `<span style="color:var(--vscode-list-warningForeground);">${markdown}</span>`;
}

/** Known facts only, undefined if there is none; with commas, unless a separator is given. */
export function joined(
  parts: readonly (string | undefined)[],
  separator?: string,
): string | undefined {
  const known = parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
  if (known.length === 0) return undefined;
  if (separator !== undefined) return known.join(separator);
  // Not as a list of names, which Chinese separates by another mark.
  return known.reduce((text, part) => l10n.t("{0}, {1}", text, part));
}

/** What VS Code's hover has room for beside the labels, in narrow characters. */
const lineWidth = 68;

/** How many lines these rows take: VS Code breaks what is wider than its hover. */
export function lineCount(rows: readonly TooltipRow[]): number {
  return rows.reduce((sum, [, value]) => {
    const text = value.replace(/<[^>]*>/g, "").replace(/&#\d+;/g, ".");
    const width = text.replace(/[\u2e80-\ud7ff\uf900-\uffef]/g, "..").length;
    return sum + Math.max(1, Math.ceil(width / lineWidth));
  }, 0);
}

/** Between values of one line. */
export const gap = "\u2002";

/** Why readings are unknown: "– unavailable". Undefined where they did not fail. */
export function failedText({ status }: NodeFacts, group: ReadingGroup): string | undefined {
  const word = status?.failed?.[group];
  return word === undefined ? undefined : `${unknownMark} ${shortText(qualityText(word))}`;
}

/** The row, unless there is nothing to say. */
export function row(label: string, value: string | undefined): readonly TooltipRow[] {
  return value === undefined ? [] : [[label, value]];
}
