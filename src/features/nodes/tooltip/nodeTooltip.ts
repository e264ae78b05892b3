import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { type NodeFacts } from "../nodeFacts";
import { nodeLabel } from "../nodeRow";
import { presenceText } from "../presenceText";
import { contractRows } from "./contractRows";
import { escapeMarkdown, table } from "../../../shared/markdown";
import { networkRows } from "./networkRows";
import { systemRows } from "./systemRows";
import { usageRows } from "./usageRows";

/** A line of the tooltip: a name of ours and a value in Markdown, server text escaped. */
export type TooltipRow = readonly [name: string, value: string];

export interface TooltipContext {
  readonly format: Format;
  /** Milliseconds since the last report, by the server's clock; undefined: none. */
  readonly age: number | undefined;
  /** The server's clock, milliseconds since the epoch. */
  readonly serverTime: number;
}

/** Markdown for a node's hover: everything known, nothing made up, nothing clickable. */
export function nodeTooltip(facts: NodeFacts, context: TooltipContext): string {
  const rows = [
    ...usageRows(facts, context.format),
    ...networkRows(facts, context.format),
    ...systemRows(facts, context.format),
    ...contractRows(facts, context),
  ];
  return [title(facts, context), table(rows)].filter(Boolean).join("\n\n");
}

function title({ node, presence }: NodeFacts, { format, age }: TooltipContext): string {
  const region = node.region === undefined ? "" : `${escapeMarkdown(node.region)} `;
  const report = age === undefined ? "" : ` · ${l10n.t("last report {0}", format.ago(age))}`;
  return `${region}**${escapeMarkdown(nodeLabel(node))}** · ${presenceText(presence)}${report}`;
}
