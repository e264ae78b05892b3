import { type NodeStatus } from "../komari/model";

/** After this time a newer, smaller estimate replaces a larger one. */
const keepMs = 60_000;

/**
 * How far the server's clock is ahead of ours. The newest report of an online node is at most seconds old,
 * so it approximates the server's time; with few nodes it may be older, so the largest recent estimate counts.
 * A report that was there before says nothing new: a node that falls silent ages.
 */
export class ServerClock {
  #offset = 0;
  #estimatedAt = -Infinity;
  /** Times of the reports that are known, by node. */
  readonly #reports = new Map<string, number>();

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
    const newest = this.#newestReport(statuses);
    if (isWhole) this.#forgetOthers(statuses);
    if (newest === undefined) return;
    const offset = newest - receivedAt;
    const isOld = Math.abs(receivedAt - this.#estimatedAt) >= keepMs;
    if (!isWhole && !isOld && offset < this.#offset) return;
    this.#offset = offset;
    this.#estimatedAt = receivedAt;
  }

  /** Of the reports that were not known. */
  #newestReport(statuses: ReadonlyMap<string, NodeStatus>): number | undefined {
    let newest: number | undefined;
    for (const [uuid, { online, time }] of statuses) {
      if (!online || time === undefined || this.#reports.get(uuid) === time) continue;
      this.#reports.set(uuid, time);
      if (newest === undefined || time > newest) newest = time;
    }
    return newest;
  }

  #forgetOthers(statuses: ReadonlyMap<string, NodeStatus>): void {
    for (const uuid of this.#reports.keys()) if (!statuses.has(uuid)) this.#reports.delete(uuid);
  }
}
