import { type NodeElement } from "../elements";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import { chartsLink } from "./chartsLink";
import { nodeTooltip } from "./nodeTooltip";
import { type TooltipContext } from "./tooltipRow";

/** Markdown: all that is known of a node, and the way to its charts. */
export function nodeHover(
  element: Pick<NodeElement, "serverId" | "uuid">,
  facts: NodeFacts,
  context: TooltipContext,
): string {
  return [nodeTooltip(facts, context), chartsLink(element)].join("\n\n");
}
