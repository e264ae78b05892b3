import { type ServerFleet } from "../../fleet/serverFleet";
import { type NodesElement } from "./elements";
import { groupLabel } from "./groupRow";
import { type ServerRows } from "./serverRows";
import { type GroupBy } from "./viewChoices";

export interface NodesOfRow {
  /** Empty for a single node, which has its own name. */
  readonly label: string;
  readonly uuids: readonly string[];
}

interface RowPlace {
  readonly server: Pick<ServerFleet, "name" | "nodes">;
  readonly rows: Pick<ServerRows, "uuidsOf">;
  readonly groupBy: GroupBy;
}

/** The nodes that a row stands for now, and what the row is called. */
export function nodesOfRow(
  element: NodesElement,
  { server, rows, groupBy }: RowPlace,
): NodesOfRow | undefined {
  switch (element.kind) {
    case "message":
    case "notice":
      return undefined;
    case "node":
      return { label: "", uuids: [element.uuid] };
    case "server":
      return { label: server.name, uuids: [...server.nodes.keys()] };
    case "group":
      return { label: groupLabel(element.key, groupBy), uuids: rows.uuidsOf(element) };
  }
}
