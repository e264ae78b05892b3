import { type KomariNode, type NodeStatus } from "../komari/model";

/** What may honestly be said of a node now. `stale`: the server is not heard, so nobody knows. */
export type Presence = "online" | "offline" | "neverReported" | "stale";

export function presenceOf(
  node: KomariNode,
  status: NodeStatus | undefined,
  live: boolean,
): Presence {
  if (status === undefined && !hasEverReported(node)) return "neverReported";
  if (!live) return "stale";
  // A server forgets statuses when it restarts.
  return status?.online === true ? "online" : "offline";
}

/** What the agent said of its machine stays, whatever becomes of the statuses. */
function hasEverReported(node: KomariNode): boolean {
  return node.os !== undefined || node.memoryTotal !== undefined;
}

/** How many nodes are in each state. */
export type PresenceCounts = Readonly<Record<Presence, number>> & { readonly total: number };

export function countPresences(presences: Iterable<Presence>): PresenceCounts {
  const counts = { online: 0, offline: 0, neverReported: 0, stale: 0, total: 0 };
  for (const presence of presences) {
    counts[presence] += 1;
    counts.total += 1;
  }
  return counts;
}
