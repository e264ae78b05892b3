import { minute, second } from "./fleet/simNode";

const refillMs = 5 * minute;

/** So many attempts to log in at once, and then one every five minutes. */
export class LoginThrottle {
  #used = 0;
  #since = -Infinity;

  /** Seconds until the next attempt, where this is one too many. */
  refuse(max: number, now: number): number | undefined {
    const regained = Math.min(this.#used, Math.floor((now - this.#since) / refillMs));
    this.#used -= regained;
    this.#since = this.#used === 0 ? now : this.#since + regained * refillMs;
    if (this.#used >= max) return Math.ceil((this.#since + refillMs - now) / second);
    this.#used += 1;
    return undefined;
  }
}
