import { type NodeStatus } from "../komari/model";
import { type PartSource } from "./polling/statusPart";

/** An answer of common:getNodesLatestStatus, or the recent reports of some nodes. */
export interface StatusAnswer {
  /** Undefined: it was asked for all nodes. One of them that has no status here has none. */
  readonly uuids: readonly string[] | undefined;
  readonly statuses: ReadonlyMap<string, NodeStatus>;
  /** Servers keep the last status of an offline node, but no reports of it; pings come with statuses alone. */
  readonly source: PartSource;
}

/** The nodes that it is about. A server may give more than it was asked for: that is as true. */
export function coveredBy(
  { uuids, statuses }: StatusAnswer,
  all: () => Iterable<string>,
): ReadonlySet<string> {
  return new Set([...statuses.keys(), ...(uuids ?? all())]);
}

/** What it says of a node, with what was last known in place of what was not asked for. */
export function statusIn(
  { statuses, source }: StatusAnswer,
  uuid: string,
  before: NodeStatus | undefined,
): NodeStatus | undefined {
  const status = statuses.get(uuid);
  if (status === undefined && source === "reports") return before && { ...before, online: false };
  if (status === undefined || source === "statuses") return status;
  return { ...status, ping: before?.ping };
}
