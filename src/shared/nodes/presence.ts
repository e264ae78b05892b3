import { isExpiring, isHot, type Trouble } from "./trouble";

/**
 * The known state of a node. `waiting`: its first status has not come yet, so nothing is known. `stale`: it
 * was online at its last known status. A node that was offline then stays offline.
 */
export type Presence = "online" | "offline" | "neverReported" | "stale" | "waiting";

/** A node as it is counted and marked. */
export interface NodeState {
  readonly presence: Presence;
  /** The worst first; of a stale node as last known. */
  readonly troubles: readonly Trouble[];
}

/** The state by which nodes in trouble are found; a stale node counts by its last known state. */
export type Health = "offline" | "hot" | "expiring" | "calm" | "neverReported" | "waiting";

/** What an agent has said of a node's machine, if it ever reported. */
interface Machine {
  readonly os: string | undefined;
  readonly memoryTotal: number | undefined;
}

/**
 * @param fresh whether the status is being kept up to date.
 * @param hasResponse whether the server ever returned a response that covers the node. A server that restarted
 * lists no statuses of offline nodes.
 */
export function presenceOf(
  node: Machine,
  status: { readonly online: boolean } | undefined,
  fresh: boolean,
  hasResponse = fresh,
): Presence {
  if (status === undefined && !hasResponse) return "waiting";
  if (status === undefined && !hasEverReported(node)) return "neverReported";
  if (status?.online === true) return fresh ? "online" : "stale";
  return "offline";
}

/** What the agent said of its machine stays, whatever becomes of the statuses. */
function hasEverReported(node: Machine): boolean {
  return node.os !== undefined || node.memoryTotal !== undefined;
}

export function healthOf({ presence, troubles }: NodeState): Health {
  if (presence === "offline" || presence === "neverReported" || presence === "waiting") {
    return presence;
  }
  if (isHot(troubles)) return "hot";
  return isExpiring(troubles) ? "expiring" : "calm";
}

/** As a node is drawn: a stale one has a shape of its own, for its health is that of before. */
export function shownHealth(node: NodeState): Health | "stale" {
  return node.presence === "stale" ? "stale" : healthOf(node);
}

/** How many nodes are in each state. A node may be both hot and expiring. */
export interface PresenceCounts extends Readonly<Record<Presence, number>> {
  readonly total: number;
  /** Online and over a threshold of use, quota or loss. */
  readonly hot: number;
  readonly expiring: number;
}

type MutableCounts = { -readonly [key in keyof PresenceCounts]: PresenceCounts[key] };

export function noCounts(): MutableCounts {
  return {
    online: 0,
    offline: 0,
    neverReported: 0,
    stale: 0,
    waiting: 0,
    total: 0,
    hot: 0,
    expiring: 0,
  };
}

/** Adds a node to the counts, or removes it with -1. */
export function count(counts: MutableCounts, node: NodeState, sign: 1 | -1 = 1): void {
  counts[node.presence] += sign;
  counts.total += sign;
  if (node.presence === "online" && isHot(node.troubles)) counts.hot += sign;
  if (isExpiring(node.troubles)) counts.expiring += sign;
}

export function countPresences(nodes: Iterable<NodeState>): PresenceCounts {
  const counts = noCounts();
  for (const node of nodes) count(counts, node);
  return counts;
}

/** Nodes known to have reported: the total of "3/5". */
export function countReported({ total, neverReported, waiting }: PresenceCounts): number {
  return total - neverReported - waiting;
}
