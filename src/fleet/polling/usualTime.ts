import { statusTimeoutMs } from "../../komari/statusQuery";

/** Requests take up to so many times as long as expected. */
const tolerance = 4;
const minMs = 2_000;

/**
 * What requests cost a server, by how long they took. One that took far longer than expected, and than the one before,
 * says nothing of the server: the way to it, or the server as a whole, stood still.
 */
export class UsualTime {
  #previousMs = 0;

  /** Milliseconds that a request is taken to have cost. */
  plausible(passedMs: number, expectedMs: number): number {
    // No request takes as long: the computer slept meanwhile.
    const tookMs = passedMs > statusTimeoutMs ? 0 : passedMs;
    const limitMs = Math.max(tolerance * expectedMs, this.#previousMs, minMs);
    this.#previousMs = tookMs;
    return Math.min(tookMs, limitMs);
  }
}
