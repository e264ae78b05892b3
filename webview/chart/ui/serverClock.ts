/** The server's clock, as far as its data tell it. */
export class ServerClock {
  #latest: { readonly server: number; readonly own: number } | undefined;

  /** @param time the end of what was just recorded, by the server's clock. */
  tell(time: number): void {
    this.#latest = { server: time, own: Date.now() };
  }

  /** Milliseconds since the epoch; ours until the server's is known. */
  now(): number {
    const own = Date.now();
    return this.#latest === undefined ? own : this.#latest.server + (own - this.#latest.own);
  }
}
