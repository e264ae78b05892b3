/** The server's clock, as the host knows it; between two messages it goes on by monotonic time. */
export class ServerClock {
  #aheadMs: number | undefined;

  /** @param now by the server's clock, milliseconds since the epoch. */
  set(now: number): void {
    this.#aheadMs = now - performance.now();
  }

  /** Milliseconds since the epoch; the computer's until the server's is known. */
  now(): number {
    return this.#aheadMs === undefined ? Date.now() : performance.now() + this.#aheadMs;
  }
}
