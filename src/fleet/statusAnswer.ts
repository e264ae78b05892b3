import { type NodeStatus } from "../komari/model";

/** An answer of common:getNodesLatestStatus. */
export interface StatusAnswer {
  /** Undefined: it was asked for all nodes. One of them that has no status here has none. */
  readonly uuids: readonly string[] | undefined;
  readonly statuses: ReadonlyMap<string, NodeStatus>;
  /** Whether the pings were asked for; without them those last known stay. */
  readonly hasPings: boolean;
}

/** The nodes that it is about. A server may give more than it was asked for: that is as true. */
export function coveredBy(
  { uuids, statuses }: StatusAnswer,
  all: () => Iterable<string>,
): ReadonlySet<string> {
  return new Set([...statuses.keys(), ...(uuids ?? all())]);
}

/** What it says of a node, with the pings last known in place of those that were not asked for. */
export function statusIn(
  { statuses, hasPings }: StatusAnswer,
  uuid: string,
  before: NodeStatus | undefined,
): NodeStatus | undefined {
  const status = statuses.get(uuid);
  return hasPings || status === undefined ? status : { ...status, ping: before?.ping };
}
