import { BusyBudget, leftOf, noPause, type PartKind, type Pause, retreat } from "./pollPolicy";

interface EndedRequest {
  readonly tookMs: number;
  readonly endedAt: number;
  readonly failed: boolean;
  /** How often there is such a request at most. */
  readonly intervalMs: number;
  /** No room is left after it: everything is to come as fast as the server can give it. */
  readonly isHurried: boolean;
}

/** How long a server is left alone between requests for statuses. */
export class PollPauses {
  readonly #budgets = { sight: new BusyBudget("sight"), rest: new BusyBudget("rest") };
  readonly #pauses: Record<PartKind, Pause> = { sight: noPause, rest: noPause };
  /** The one that the server has asked for. */
  #serverPause = noPause;
  #failures = 0;

  /** Whether the last request failed. */
  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  /** Nothing holds the next request back but what the server wants. */
  reset(): void {
    this.pause(noPause);
    this.#failures = 0;
  }

  pause(pause: Pause): void {
    this.#pauses.sight = this.#pauses.rest = pause;
  }

  /** The server wants no request for so long. */
  rest(pause: Pause): void {
    this.#serverPause = pause;
  }

  finish(kind: PartKind, { tookMs, endedAt, failed, intervalMs, isHurried }: EndedRequest): void {
    this.#failures = failed ? this.#failures + 1 : 0;
    const roomMs = isHurried ? 0 : this.#budgets[kind].spend(tookMs, endedAt);
    // One that the response itself has asked for stays.
    const ms = Math.max(roomMs, this.left(kind, endedAt));
    if (!failed) this.#pauses[kind] = { since: endedAt, ms };
    else this.pause({ since: endedAt, ms: Math.max(ms, retreat(intervalMs, this.#failures)) });
  }

  /** Milliseconds. */
  left(kind: PartKind, now: number): number {
    return leftOf(this.#pauses[kind], now);
  }

  /** Milliseconds that the server wants. */
  leftForServer(now: number): number {
    return leftOf(this.#serverPause, now);
  }
}
