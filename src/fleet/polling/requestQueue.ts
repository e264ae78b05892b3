/** The order in which the nodes of a server are requested. The cost of a step does not grow with their number. */
export class RequestQueue {
  #known: ReadonlySet<string> = new Set();
  /** To be requested as soon as possible, in this order. */
  #pending = new Set<string>();
  /** Our time of the request, of all other nodes, the oldest first. */
  readonly #requestedAt = new Map<string, number>();

  get known(): ReadonlySet<string> {
    return this.#known;
  }

  /** Whether a node is to be requested as soon as possible. */
  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  /** @param uuids new ones are requested in this order, after other pending ones. */
  setKnown(uuids: readonly string[]): void {
    this.#known = new Set(uuids);
    for (const uuid of this.#requestedAt.keys())
      if (!this.#known.has(uuid)) this.#requestedAt.delete(uuid);
    const pending = [...this.#pending].filter((uuid) => this.#known.has(uuid));
    this.#pending = new Set([...pending, ...uuids.filter((uuid) => !this.#requestedAt.has(uuid))]);
  }

  /** -Infinity: pending, or unknown. */
  requestedAt(uuid: string): number {
    return this.#requestedAt.get(uuid) ?? -Infinity;
  }

  /** Milliseconds since the first of these was requested; undefined if it is pending. */
  gapOf([first = ""]: readonly string[], now: number): number | undefined {
    const requestedAt = this.#requestedAt.get(first);
    return requestedAt === undefined ? undefined : now - requestedAt;
  }

  markRequested(uuids: Iterable<string>, time: number): void {
    for (const uuid of uuids) {
      if (!this.#known.has(uuid)) continue;
      this.#pending.delete(uuid);
      this.#requestedAt.delete(uuid);
      this.#requestedAt.set(uuid, time);
    }
  }

  /** Marks these as pending, after other pending ones. */
  requeue(uuids: Iterable<string>): void {
    for (const uuid of uuids) {
      if (!this.#known.has(uuid)) continue;
      this.#requestedAt.delete(uuid);
      this.#pending.add(uuid);
    }
  }

  /** Marks all as pending, the least recently requested first. */
  requeueAll(): void {
    this.requeue([...this.#requestedAt.keys()]);
  }

  /** All nodes, the next to be requested first. */
  *inOrder(): Iterable<string> {
    yield* this.#pending;
    yield* this.#requestedAt.keys();
  }

  /** Sorts nodes, the next to be requested first. */
  sorted(uuids: Iterable<string>): readonly string[] {
    return [...uuids].sort((a, b) => this.requestedAt(a) - this.requestedAt(b) || 0);
  }

  /**
   * Those requested up to our time `latest`; all if even the first was requested later.
   * @param uuids in order.
   */
  *due(uuids: Iterable<string>, latest: number): Iterable<string> {
    let hasDue: boolean | undefined;
    for (const uuid of uuids) {
      const isDue = this.requestedAt(uuid) <= latest;
      hasDue ??= isDue;
      if (hasDue && !isDue) return;
      yield uuid;
    }
  }
}
