import { type KomariNode, type NodeStatus } from "../komari/model";
import { isExpiring, isHot, type Trouble } from "./trouble";

/**
 * The known state of a node. `stale`: it was online when the server last reported. A node that was
 * offline then stays offline.
 */
export type Presence = "online" | "offline" | "neverReported" | "stale";

/** A node as it is counted and marked. */
export interface NodeState {
  readonly presence: Presence;
  /** The worst first; of a stale node as last known. */
  readonly troubles: readonly Trouble[];
}

/** The state by which nodes in trouble are found; a stale node counts by its last known state. */
export type Health = "offline" | "hot" | "expiring" | "calm" | "neverReported";

/**
 * @param live whether the statuses are being kept up to date.
 * @param heard whether statuses ever came. A server that restarted lists none for who is offline.
 */
export function presenceOf(
  node: KomariNode,
  status: NodeStatus | undefined,
  live: boolean,
  heard = live,
): Presence {
  if (status === undefined && !hasEverReported(node)) return "neverReported";
  if (status?.online === true) return live ? "online" : "stale";
  return heard || status !== undefined ? "offline" : "stale";
}

/** What the agent said of its machine stays, whatever becomes of the statuses. */
function hasEverReported(node: KomariNode): boolean {
  return node.os !== undefined || node.memoryTotal !== undefined;
}

export function healthOf({ presence, troubles }: NodeState): Health {
  if (presence === "offline" || presence === "neverReported") return presence;
  if (isHot(troubles)) return "hot";
  return isExpiring(troubles) ? "expiring" : "calm";
}

/** How many nodes are in each state. A node may be both hot and expiring. */
export interface PresenceCounts extends Readonly<Record<Presence, number>> {
  readonly total: number;
  /** Online and over a threshold of use, quota or loss. */
  readonly hot: number;
  readonly expiring: number;
}

export function countPresences(nodes: Iterable<NodeState>): PresenceCounts {
  const counts = {
    online: 0,
    offline: 0,
    neverReported: 0,
    stale: 0,
    total: 0,
    hot: 0,
    expiring: 0,
  };
  for (const { presence, troubles } of nodes) {
    counts[presence] += 1;
    counts.total += 1;
    if (presence === "online" && isHot(troubles)) counts.hot += 1;
    if (isExpiring(troubles)) counts.expiring += 1;
  }
  return counts;
}

/** Nodes that have ever reported: what the online ones are counted against. */
export function countReported({ total, neverReported }: PresenceCounts): number {
  return total - neverReported;
}
