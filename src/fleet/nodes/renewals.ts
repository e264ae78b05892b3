/** When each node was last covered by a response, even one without a status of it. */
export class Renewals {
  /** Our time of the response, for nodes whose status is up to date, oldest first. */
  readonly #at = new Map<string, number>();
  readonly #covered = new Set<string>();

  /** Our time of the oldest response that is up to date. */
  get oldestAt(): number | undefined {
    const [oldest] = this.#at.values();
    return oldest;
  }

  /** Whether the status of the node is up to date. */
  isFresh(uuid: string): boolean {
    return this.#at.has(uuid);
  }

  wasRenewedSince(uuid: string, time: number): boolean {
    return (this.#at.get(uuid) ?? -Infinity) >= time;
  }

  /** Whether a response ever covered the node. */
  wasCovered(uuid: string): boolean {
    return this.#covered.has(uuid);
  }

  /** @returns the time of the previous response, unless that was outdated. */
  renew(uuid: string, time: number): number | undefined {
    const before = this.#at.get(uuid);
    this.#covered.add(uuid);
    this.#at.delete(uuid);
    this.#at.set(uuid, time);
    return before;
  }

  /** Marks all as outdated. */
  expireAll(): void {
    this.#at.clear();
  }

  /** Marks those renewed at `time` or before as outdated and returns them. */
  expire(time: number): readonly string[] {
    const expired: string[] = [];
    for (const [uuid, at] of this.#at) {
      if (at > time) break;
      expired.push(uuid);
    }
    for (const uuid of expired) this.#at.delete(uuid);
    return expired;
  }

  forget(uuid: string): void {
    this.#at.delete(uuid);
    this.#covered.delete(uuid);
  }
}
