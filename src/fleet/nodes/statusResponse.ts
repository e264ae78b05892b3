import { type NodeStatus } from "../../komari/model/model";

/** Statuses bring pings along, which some servers take long to work out, unless they can leave them out. */
export type PartSource = "statuses" | "statusesWithoutPings" | "reports";

/** A response of common:getNodesLatestStatus, or the recent reports of some nodes. */
export interface StatusResponse {
  /** Undefined: all nodes were requested. Requested nodes without a status here have none. */
  readonly uuids: readonly string[] | undefined;
  readonly statuses: ReadonlyMap<string, NodeStatus>;
  /** Servers keep the last status of an offline node, but no reports of it; pings come with statuses alone. */
  readonly source: PartSource;
}

/** The nodes that the response covers. A server may return more than requested, which is just as valid. */
export function coveredBy(
  { uuids, statuses }: StatusResponse,
  all: () => Iterable<string>,
): ReadonlySet<string> {
  return new Set([...statuses.keys(), ...(uuids ?? all())]);
}

/** The status of a node, completed with last known values that were not requested. */
export function statusIn(
  { statuses, source }: StatusResponse,
  uuid: string,
  before: NodeStatus | undefined,
): NodeStatus | undefined {
  const status = statuses.get(uuid);
  if (status === undefined && source === "reports") return before && { ...before, online: false };
  if (status === undefined || source === "statuses") return status;
  return { ...status, ping: before?.ping };
}
