import { type ServerFleet } from "../../../fleet/serverFleet";
import { plainLabel } from "../../../platform/plainText";
import { singleLine } from "../../../shared/singleLine";
import { nodeLabel } from "../../common/nodeRef";
import { ageOf, factsOf } from "../nodeRows";
import { nodeRow, type RowContext } from "../rows/nodeRow";
import { type Regions } from "../arrange/regions";

/** A node as a row to choose: its state and name, where it is, and what its row in the tree says. */
export interface NodeEntry {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly node: { readonly serverId: string; readonly uuid: string };
}

export interface EntriesContext extends Pick<RowContext, "format" | "template"> {
  readonly regions: Pick<Regions, "parse">;
  readonly collator: Intl.Collator;
}

/** The nodes of all servers by name; the name of the server stands there if there are several. */
export function nodeEntries(
  servers: readonly ServerFleet[],
  context: EntriesContext,
): readonly NodeEntry[] {
  const named = servers.flatMap((server) =>
    Array.from(server.nodes.values(), (node) => ({ server, node, name: nodeLabel(node) })),
  );
  named.sort((a, b) => context.collator.compare(a.name, b.name));
  return named.flatMap(({ server, node, name }) => {
    const facts = factsOf(server, node.uuid);
    if (facts === undefined) return [];
    const [age, serverTime] = [ageOf(server, facts), server.serverTime()];
    const row = nodeRow(facts, { ...context, isFavorite: false, age, serverTime });
    const region = node.region === undefined ? undefined : context.regions.parse(node.region)?.name;
    const serverName = servers.length > 1 ? server.name : undefined;
    const place = [node.group, region, serverName, node.ipv4 ?? node.ipv6];
    return {
      key: JSON.stringify([server.id, node.uuid]),
      label: `$(${row.icon?.id ?? "blank"}) ${plainLabel(name)}`,
      description: plainLabel(joined(place)),
      detail: plainLabel(row.description),
      node: { serverId: server.id, uuid: node.uuid },
    };
  });
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => singleLine(part ?? "").trim())
    .filter((part) => part !== "")
    .join(" · ");
}
