/** When the status of each node was answered last, be it by none. */
export class Renewals {
  /** Our time of the answer, of nodes whose status is not out of date, the oldest first. */
  readonly #at = new Map<string, number>();
  readonly #answered = new Set<string>();

  /** Our time of the oldest answer that is not out of date. */
  get oldestAt(): number | undefined {
    const [oldest] = this.#at.values();
    return oldest;
  }

  /** Whether the status of the node is not out of date. */
  isFresh(uuid: string): boolean {
    return this.#at.has(uuid);
  }

  wasRenewedSince(uuid: string, time: number): boolean {
    return (this.#at.get(uuid) ?? -Infinity) >= time;
  }

  /** Whether it was ever answered. */
  wasAnswered(uuid: string): boolean {
    return this.#answered.has(uuid);
  }

  /** @returns the time of the answer before, unless that was out of date. */
  renew(uuid: string, time: number): number | undefined {
    const before = this.#at.get(uuid);
    this.#answered.add(uuid);
    this.#at.delete(uuid);
    this.#at.set(uuid, time);
    return before;
  }

  /** From here on all are out of date. */
  expireAll(): void {
    this.#at.clear();
  }

  /** From here on those answered at `time` or before are out of date: returns them. */
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
    this.#answered.delete(uuid);
  }
}
