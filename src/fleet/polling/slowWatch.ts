import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";

/** After this time a server counts as slow. */
export const slowAfterMs = 10_000;

/** How often it is then asked whether the server is still there. */
const checkEveryMs = 20_000;

export interface SlowRequestEvents {
  /** The request under way has come to take long, or no longer does. */
  onDidChange(): void;
  /** Whether the server is reachable apart from the request; undefined: this cannot be told. */
  isReachable(signal: AbortSignal): Promise<boolean | undefined>;
  /** The server is gone: the request would wait for nothing. */
  onLost(): void;
}

/**
 * Watches requests that servers may work on for long. While a server does so it answers nothing else on
 * its socket, not even a ping: whether it is busy or gone shows elsewhere.
 */
export class SlowWatch implements Disposable {
  #request: AbortController | undefined;
  #timer: Disposable | undefined;
  #isSlow = false;

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
    const request = new AbortController();
    this.#request = request;
    this.#timer = this.clock.setTimeout(() => {
      this.#set(true);
      void this.#check(request);
    }, slowAfterMs);
  }

  end(): void {
    this.dispose();
    this.#set(false);
  }

  dispose(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#timer?.dispose();
    this.#timer = undefined;
  }

  async #check(request: AbortController): Promise<void> {
    const isReachable = await this.events.isReachable(request.signal);
    if (request.signal.aborted) return;
    if (isReachable === false) this.events.onLost();
    else this.#timer = this.clock.setTimeout(() => void this.#check(request), checkEveryMs);
  }

  #set(isSlow: boolean): void {
    if (isSlow === this.#isSlow) return;
    this.#isSlow = isSlow;
    this.events.onDidChange();
  }
}
