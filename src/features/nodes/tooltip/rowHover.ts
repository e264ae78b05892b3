import { type MarkdownString } from "vscode";
import { rowTooltip } from "../../../platform/treeRow";
import { type Format } from "../../../shared/format";
import { type Clock } from "../../../util/clock";
import { type NodeElement } from "../elements";
import { type NodeFacts } from "../../../fleet/nodeFacts";
import { nodeLinkCommands, nodeTooltip } from "./nodeTooltip";
import { type AskedSession, readServerFacts } from "./serverFacts";
import { serverLinkCommands, serverTooltip, type TooltipServer } from "./serverTooltip";
import { type TooltipContext } from "./tooltipRow";

export function nodeHover(
  element: Pick<NodeElement, "serverId" | "uuid">,
  facts: NodeFacts,
  context: TooltipContext,
): MarkdownString {
  return rowTooltip(nodeTooltip(element, facts, context), nodeLinkCommands, true);
}

export async function serverHover(
  server: TooltipServer & { readonly session: AskedSession },
  format: Format,
  clock: Clock,
): Promise<MarkdownString> {
  const facts = await readServerFacts(server.session, clock);
  return rowTooltip(serverTooltip(server, facts, format), serverLinkCommands);
}
