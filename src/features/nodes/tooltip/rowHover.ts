import { type MarkdownString } from "vscode";
import { rowTooltip } from "../../tree/row";
import { type Format } from "../../../shared/format";
import { type Clock } from "../../../util/clock";
import { type NodeRef } from "../../common/nodeRef";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type CountingServer, hasOnePingPerMinute, type LossCounts } from "./lossCounts";
import { nodeLinkCommands, nodeTooltip } from "./nodeTooltip";
import { type FactsSession, readServerFacts } from "../../common/serverFacts";
import { serverLinkCommands, serverTooltip, type TooltipServer } from "./serverTooltip";
import { type TooltipContext } from "./tooltipRow";

interface Counting {
  readonly server: CountingServer;
  readonly counts: LossCounts;
  readonly token: Parameters<LossCounts["get"]>[2];
}

/** With the server's ping statistics, if it has some and responds in time. */
export async function nodeHover(
  element: NodeRef,
  facts: NodeFacts,
  context: TooltipContext,
  { server, counts, token }: Counting,
): Promise<MarkdownString> {
  const hasPings = facts.presence !== "offline" && (facts.status?.ping ?? []).length > 0;
  const losses = hasPings ? await counts.get(server, element.uuid, token) : undefined;
  const onePingPerMinute = hasOnePingPerMinute(server);
  const text = nodeTooltip(element, facts, { ...context, onePingPerMinute, losses });
  return rowTooltip(text, nodeLinkCommands, true);
}

export async function serverHover(
  server: TooltipServer & { readonly session: FactsSession },
  format: Format,
  clock: Clock,
): Promise<MarkdownString> {
  const facts = await readServerFacts(server.session, clock);
  return rowTooltip(serverTooltip(server, facts, format), serverLinkCommands);
}
