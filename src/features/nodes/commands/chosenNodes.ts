import { isRecord } from "../../../util/json";
import { type NodeRef } from "../../common/nodeRef";
import { selectedRows } from "../../tree/selectedRows";
import { type NodesElement } from "../nodeElements";
import { type NodesTree } from "../nodesTree";

/** What rows stand for: nodes of several servers perhaps. */
export interface ChosenNodes {
  /** The label of a single row that is not a node's; else empty. */
  readonly label: string;
  readonly nodes: readonly NodeRef[];
}

/**
 * All nodes that a menu command is for: those of the clicked row, or of all that are selected. None
 * when it was called from elsewhere.
 */
export function chosenNodes(
  tree: Pick<NodesTree, "nodesOf">,
  clicked: unknown,
  all: unknown,
): ChosenNodes {
  const rows = selectedRows(clicked, all)
    .filter(isElement)
    .flatMap((element) => {
      const row = tree.nodesOf(element);
      return row === undefined ? [] : [{ ...row, serverId: element.serverId }];
    });
  const [first] = rows;
  return {
    label: rows.length === 1 ? (first?.label ?? "") : "",
    nodes: rows.flatMap(({ serverId, uuids }) => uuids.map((uuid) => ({ serverId, uuid }))),
  };
}

function isElement(value: unknown): value is NodesElement {
  return isRecord(value) && "kind" in value && "serverId" in value;
}
