import * as l10n from "@vscode/l10n";
import { escapeMarkdown, table } from "../../../shared/markdown";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import { nodeLabel } from "../nodeRow";
import { presenceText } from "../presenceText";
import { contractRows } from "./contractRows";
import { networkRows } from "./networkRows";
import { systemRows } from "./systemRows";
import { type TooltipContext } from "./tooltipRow";
import { usageRows } from "./usageRows";

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
  const region = node.region === undefined ? "" : `${escapeMarkdown(node.region.trim())} `;
  const report = age === undefined ? "" : ` · ${l10n.t("last report {0}", format.ago(age))}`;
  return `${region}**${escapeMarkdown(nodeLabel(node))}** · ${presenceText(presence)}${report}`;
}
