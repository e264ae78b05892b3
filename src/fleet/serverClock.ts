import { type NodeStatus } from "../komari/model";

/** After this time a newer, smaller estimate replaces a larger one. */
const keepMs = 60_000;

/**
 * How far the server's clock is ahead of ours. The newest report of an online node is at most seconds old,
 * so it approximates the server's time; with few nodes it may be older, so the largest recent estimate counts.
 */
export class ServerClock {
  #offset = 0;
  #estimatedAt = -Infinity;

  /** False until a node has reported. */
  get isKnown(): boolean {
    return this.#estimatedAt !== -Infinity;
  }

  /** @param localTime ours, in milliseconds since the epoch. */
  at(localTime: number): number {
    return localTime + this.#offset;
  }

  /** @param isWhole whether these are the statuses of all nodes. */
  learn(statuses: ReadonlyMap<string, NodeStatus>, receivedAt: number, isWhole: boolean): void {
    const newest = newestReport(statuses);
    if (newest === undefined) return;
    const offset = newest - receivedAt;
    const isOld = Math.abs(receivedAt - this.#estimatedAt) >= keepMs;
    if (!isWhole && !isOld && offset < this.#offset) return;
    this.#offset = offset;
    this.#estimatedAt = receivedAt;
  }
}

function newestReport(statuses: ReadonlyMap<string, NodeStatus>): number | undefined {
  let newest: number | undefined;
  for (const { online, time } of statuses.values()) {
    if (online && time !== undefined && (newest === undefined || time > newest)) newest = time;
  }
  return newest;
}
