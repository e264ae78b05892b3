import { BusyBudget, type PartKind, partKinds, backoff } from "./pollPolicy";

interface EndedRequest {
  readonly tookMs: number;
  readonly endedAt: number;
  readonly failed: boolean;
  /** How often there is such a request at most. */
  readonly intervalMs: number;
  readonly isWatched: boolean;
  /** No room is left after it: everything is to come as fast as the server can give it. */
  readonly isHurried: boolean;
}

/** Until when, by our time, a server is left alone between requests for statuses. */
export class PollPauses {
  readonly #budgets = {
    visible: new BusyBudget("visible"),
    pings: new BusyBudget("pings"),
    rest: new BusyBudget("rest"),
  };
  readonly #until = { visible: -Infinity, pings: -Infinity, rest: -Infinity };
  #serverUntil = -Infinity;
  #failures = 0;

  /** Whether the last request failed. */
  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  /** The server has requested a pause until then (Retry-After). */
  get serverUntil(): number {
    return this.#serverUntil;
  }

  until(kind: PartKind): number {
    return this.#until[kind];
  }

  /** Nothing holds the next request back but what the server wants. */
  reset(): void {
    this.pauseUntil(-Infinity);
    this.#failures = 0;
  }

  pauseUntil(time: number): void {
    for (const kind of partKinds) this.#until[kind] = time;
  }

  obeyUntil(time: number): void {
    this.#serverUntil = time;
  }

  finish(
    kind: PartKind,
    { tookMs, endedAt, failed, intervalMs, isWatched, isHurried }: EndedRequest,
  ): void {
    this.#failures = failed ? this.#failures + 1 : 0;
    const roomMs = isHurried ? 0 : this.#budgets[kind].spend(tookMs, endedAt);
    // A pause that the response itself requires stays.
    const until = Math.max(endedAt + roomMs, this.#until[kind]);
    if (!failed) this.#until[kind] = until;
    else this.pauseUntil(Math.max(until, endedAt + backoff(intervalMs, this.#failures, isWatched)));
  }
}
