import { type Endpoint, originsOf } from "./endpoint";

/** Which Origin headers a socket is tried with: the accepted one first, and not all of them each time that all are refused. */
export class OriginChoice {
  #origins: readonly string[];
  #wereAllRefused = false;

  constructor(endpoint: Endpoint) {
    this.#origins = originsOf(endpoint);
  }

  next(): readonly string[] {
    const origins = this.#wereAllRefused ? this.#origins.slice(0, 1) : this.#origins;
    this.#wereAllRefused = false;
    return origins;
  }

  accepted(origin: string): void {
    this.#origins = [origin, ...this.#origins.filter((other) => other !== origin)];
  }

  refused(origins: readonly string[]): void {
    this.#wereAllRefused = origins.length === this.#origins.length;
  }
}
