import { type Fleet } from "../../../fleet/fleet";
import { type KomariNode } from "../../../komari/model/model";
import { isNodeElement, type NodeElement } from "../elements";

/**
 * The nodes a menu command is for. VS Code passes the clicked row and, when several are selected,
 * all of them; without a row the view's selection counts.
 */
export function selectedElements(
  clicked: unknown,
  all: unknown,
  selection: readonly unknown[],
): readonly NodeElement[] {
  const candidates: readonly unknown[] =
    Array.isArray(all) && all.length > 0 ? all : clicked === undefined ? selection : [clicked];
  return uniqueByNode(candidates.filter(isNodeElement));
}

export function nodesOf(fleet: Fleet, elements: readonly NodeElement[]): readonly KomariNode[] {
  return elements.flatMap(({ serverId, uuid }) => fleet.get(serverId)?.nodes.get(uuid) ?? []);
}

/** One node may stand in several groups, and so be selected twice. */
function uniqueByNode(elements: readonly NodeElement[]): NodeElement[] {
  const byNode = new Map(
    elements.map((element) => [`${element.serverId} ${element.uuid}`, element]),
  );
  return [...byNode.values()];
}
