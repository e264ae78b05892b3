import * as l10n from "@vscode/l10n";
import { commandIds } from "../../../manifest/contributions";
import { factTable } from "../../../shared/markdown";
import { nodeLabel, type NodeRef } from "../../common/nodeRef";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { presenceText } from "../../../shared/nodes/presenceText";
import { commandLink } from "../../common/commandLink";
import { factRows } from "./factRows";
import { networkRows, pingRows } from "./networkRows";
import { joined, lineCount, shortText, type TooltipContext } from "./tooltipRow";
import { usageRows } from "./usageRows";

/** Commands that a node's tooltip links to. */
export const nodeLinkCommands = [
  commandIds.openCharts,
  commandIds.callMethod,
  commandIds.copyNode,
] as const;

/** With the title: what fits without scrolling. */
const maxLines = 12;

/** Markdown for a node's hover: title and links, then what matters now in at most eleven lines. */
export function nodeTooltip(element: NodeRef, facts: NodeFacts, context: TooltipContext): string {
  const before = [...usageRows(facts, context), ...networkRows(facts, context)];
  const after = factRows(facts, context);
  const room = maxLines - 1 - lineCount(before) - lineCount(after);
  const rows = [...before, ...pingRows(facts, context, Math.min(2, room)), ...after];
  const title = `${titleText(facts, context)}\u2003${links(element)}`;
  return [title, factTable(rows)].filter(Boolean).join("\n\n");
}

function titleText({ node, presence }: NodeFacts, { format, age }: TooltipContext): string {
  const since = age === undefined ? undefined : ageText(presence, format.ago(age));
  const hidden = node.hidden ? l10n.t("hidden from guests") : undefined;
  const state = joined([presenceText(presence), since, hidden]) ?? "";
  return `**${shortText(nodeLabel(node))}** ${state}`;
}

function ageText(presence: NodeFacts["presence"], ago: string): string {
  return presence === "offline" ? l10n.t("last report {0}", ago) : ago;
}

function links({ serverId, uuid }: NodeRef): string {
  const node = { kind: "node", serverId, uuid };
  return [
    commandLink(l10n.t("Charts"), commandIds.openCharts, node),
    commandLink(l10n.t("Call Method"), commandIds.callMethod, node),
    commandLink(l10n.t("Copy"), commandIds.copyNode, node),
  ].join("\u2002");
}
