/** Where statuses can be had without pings, the pings of nodes out of sight are asked for this often. */
const pingsEveryMs = 5 * 60_000;

/** When the pings of each node were asked for last. */
export class PingTurns {
  readonly #askedAt = new Map<string, number>();

  /** Whether pings are due for one of these nodes. The first time they are not: the statuses are to come soon. */
  areDue(uuids: readonly string[], now: number): boolean {
    let areDue = false;
    for (const uuid of uuids) {
      const askedAt = this.#askedAt.get(uuid);
      if (askedAt === undefined) this.#askedAt.set(uuid, now);
      else areDue ||= now - askedAt >= pingsEveryMs;
    }
    return areDue;
  }

  note(uuids: readonly string[], now: number): void {
    for (const uuid of uuids) this.#askedAt.set(uuid, now);
  }

  keepOnly(known: ReadonlyMap<string, unknown>): void {
    for (const uuid of this.#askedAt.keys()) if (!known.has(uuid)) this.#askedAt.delete(uuid);
  }
}
