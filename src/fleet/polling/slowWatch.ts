import { type Reachability } from "../../komari/reachability";
import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { reportUnexpectedError } from "../../util/unexpectedErrors";

/** After this time a server counts as slow. */
const slowAfterMs = 10_000;

/** After this time a separate request checks whether the server is still there. */
const firstCheckMs = 4_000;
const checkEveryMs = 20_000;
/** After this time, or twice what requests took lately, it is found out whether the way there is dead. */
const minCompareMs = 8_000;

export interface SlowRequestEvents {
  /** The request under way has come to take long, or no longer does. */
  onDidChange(): void;
  /** Whether the server is reachable apart from the request. */
  reach(signal: AbortSignal): Promise<Reachability>;
  /**
   * Compares the way of the request with a fresh one. `dead`: it carries nothing, and the request was given up;
   * `closed`: no fresh one can be had.
   */
  compare(
    elapsedMs: () => number,
    isPostThere: boolean,
    signal: AbortSignal,
  ): Promise<"alive" | "dead" | "closed">;
  /** The server is gone: the request would wait for nothing. */
  onLost(): void;
}

/**
 * Watches requests that servers may work on for long. While a server does so it responds to nothing else on
 * its socket, not even a ping: whether it is busy or gone shows elsewhere.
 */
export class SlowWatch implements Disposable {
  #request: AbortController | undefined;
  #startedAt = 0;
  #timers: readonly Disposable[] = [];
  #checkTimer: Disposable | undefined;
  #isSlow = false;
  #isChecking = false;
  /** What a request took lately, at most. */
  #usualMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly events: SlowRequestEvents,
  ) {}

  /** Whether the request under way takes long. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  begin(): void {
    this.end();
    this.#request = new AbortController();
    this.#startedAt = this.clock.now();
    this.#timers = [this.clock.setTimeout(() => this.#set(true), slowAfterMs)];
    this.#checkLater(firstCheckMs);
  }

  /** Checks at once. */
  checkNow(): void {
    if (this.#request === undefined || this.#isChecking) return;
    this.#checkTimer?.dispose();
    void this.#check(this.#request.signal);
  }

  /** The response has been received. */
  recordResponse(): void {
    this.#usualMs = Math.max(this.#elapsedMs(), this.#usualMs / 2);
    this.end();
  }

  end(): void {
    this.dispose();
    this.#set(false);
  }

  dispose(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#isChecking = false;
    for (const timer of this.#timers) timer.dispose();
    this.#checkTimer?.dispose();
  }

  #elapsedMs(): number {
    return this.clock.now() - this.#startedAt;
  }

  #checkLater(delayMs: number): void {
    this.#checkTimer = this.clock.setTimeout(() => this.checkNow(), delayMs);
  }

  async #check(signal: AbortSignal): Promise<void> {
    this.#isChecking = true;
    try {
      await this.#compare(signal);
    } catch (error) {
      reportUnexpectedError(error);
      if (this.#request?.signal === signal) this.#checkLater(checkEveryMs);
    } finally {
      if (this.#request?.signal === signal) this.#isChecking = false;
    }
  }

  async #compare(signal: AbortSignal): Promise<void> {
    const reach = await this.events.reach(signal);
    if (signal.aborted) return;
    if (reach === "gone") {
      this.events.onLost();
      return;
    }
    const patienceMs = Math.max(minCompareMs, 2 * this.#usualMs) - this.#elapsedMs();
    if (reach === "there" && patienceMs > 0) {
      this.#checkLater(patienceMs);
      return;
    }
    const way = await this.events.compare(() => this.#elapsedMs(), reach === "there", signal);
    if (this.#request?.signal !== signal) return;
    if (way === "closed" && reach === "silent") this.events.onLost();
    else if (way !== "dead") this.#checkLater(checkEveryMs);
  }

  #set(isSlow: boolean): void {
    if (isSlow === this.#isSlow) return;
    this.#isSlow = isSlow;
    this.events.onDidChange();
  }
}
