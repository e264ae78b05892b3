import { type NodeFacts } from "../../src/fleet/nodes/nodeFacts";
import { presenceOf } from "../../src/shared/nodes/presence";
import { type Trouble } from "../../src/shared/nodes/trouble";
import { type KomariNode, type NodeStatus } from "../../src/komari/model/model";
import { buildNode } from "./node";
import { buildStatus } from "./status";

/** An online node; with `null` for the status one that has not reported since the server started. */
export function buildFacts(
  node: Partial<KomariNode> = {},
  status: Partial<NodeStatus> | null = {},
  troubles: readonly Trouble[] = [],
): NodeFacts {
  const built = buildNode(node);
  const report = status === null ? undefined : buildStatus({ uuid: built.uuid, ...status });
  return { node: built, status: report, presence: presenceOf(built, report, true), troubles };
}
