/** When each node of a server was asked for, and so whose turn it is: a step costs the same however many there are. */
export class AskQueue {
  #known: ReadonlySet<string> = new Set();
  /** To be asked as soon as possible, in this order. */
  #unasked = new Set<string>();
  /** Our time of the request, of all other nodes, the oldest first. */
  readonly #askedAt = new Map<string, number>();

  get known(): ReadonlySet<string> {
    return this.#known;
  }

  /** Whether a node waits to be asked for as soon as possible. */
  get hasUnasked(): boolean {
    return this.#unasked.size > 0;
  }

  /** @param uuids in the order in which those that are new are asked for, after others that wait. */
  setKnown(uuids: readonly string[]): void {
    this.#known = new Set(uuids);
    for (const uuid of this.#askedAt.keys()) if (!this.#known.has(uuid)) this.#askedAt.delete(uuid);
    const unasked = [...this.#unasked].filter((uuid) => this.#known.has(uuid));
    this.#unasked = new Set([...unasked, ...uuids.filter((uuid) => !this.#askedAt.has(uuid))]);
  }

  /** -Infinity: it is to be asked for as soon as possible. */
  askedAt(uuid: string): number {
    return this.#askedAt.get(uuid) ?? -Infinity;
  }

  /** Milliseconds since the first of these was asked for; undefined: it is to be asked for as soon as possible. */
  gapOf([first = ""]: readonly string[], now: number): number | undefined {
    const askedAt = this.#askedAt.get(first);
    return askedAt === undefined ? undefined : now - askedAt;
  }

  markAsked(uuids: Iterable<string>, time: number): void {
    for (const uuid of uuids) {
      if (!this.#known.has(uuid)) continue;
      this.#unasked.delete(uuid);
      this.#askedAt.delete(uuid);
      this.#askedAt.set(uuid, time);
    }
  }

  /** These are to be asked for as soon as possible, after those that are already. */
  askAgain(uuids: Iterable<string>): void {
    for (const uuid of uuids) {
      if (!this.#known.has(uuid)) continue;
      this.#askedAt.delete(uuid);
      this.#unasked.add(uuid);
    }
  }

  /** All are, those asked for longest ago first. */
  askAll(): void {
    this.askAgain([...this.#askedAt.keys()]);
  }

  /** All nodes, those to be asked for first at first. */
  *inOrder(): Iterable<string> {
    yield* this.#unasked;
    yield* this.#askedAt.keys();
  }

  /** What is to be asked first at first. */
  sorted(uuids: Iterable<string>): readonly string[] {
    return [...uuids].sort((a, b) => this.askedAt(a) - this.askedAt(b) || 0);
  }

  /**
   * Those asked for up to our time `latest`; all if not even the first was.
   * @param uuids in order.
   */
  *due(uuids: Iterable<string>, latest: number): Iterable<string> {
    let hasDue: boolean | undefined;
    for (const uuid of uuids) {
      const isDue = this.askedAt(uuid) <= latest;
      hasDue ??= isDue;
      if (hasDue && !isDue) return;
      yield uuid;
    }
  }
}
