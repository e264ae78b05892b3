/** Neither the request nor the work of this side becomes too large. */
const maxNodes = 1_000;

/** If so few are known, the server has refused another number of nodes than that. */
const maxNamed = 20;

/** More nodes than were refused are tried after so long, and ever less often while they are refused again. */
const trialMs = { min: 2_000, max: 10 * 60_000, growth: 4 } as const;

/** As many nodes as a server takes in one request, found out by what it refuses. */
export class PartLimit {
  #nodes = maxNodes;
  #refusedAt = -Infinity;
  #waitMs: number = trialMs.min;
  /** Whether more are requested than were refused last; fewer are refused for another reason than their number. */
  #isTrying = false;
  #takesWhole = true;

  get nodes(): number {
    return this.#nodes;
  }

  /** Whether a request may name no nodes, which asks for all that the server has. */
  get takesWhole(): boolean {
    return this.#takesWhole;
  }

  /** @param isWhole the request named none: how many the server has is not known. */
  refuse(nodes: number, isWhole: boolean, now: number): void {
    const waitMs = this.#isTrying ? this.#waitMs * trialMs.growth : trialMs.min;
    this.#waitMs = Math.min(waitMs, trialMs.max);
    this.#isTrying = false;
    this.#refusedAt = now;
    this.#takesWhole = false;
    if (!isWhole || nodes > maxNamed) this.#nodes = Math.max(1, Math.floor(nodes / 2));
  }

  /** A refusal may have been for a while: a server that starts again refuses anything. */
  recordSuccess(now: number): void {
    if (this.#nodes === maxNodes && this.#takesWhole) return;
    if (now - this.#refusedAt < this.#waitMs) return;
    this.#isTrying = true;
    this.#takesWhole = true;
    this.#nodes = Math.min(maxNodes, this.#nodes * 2);
  }
}
