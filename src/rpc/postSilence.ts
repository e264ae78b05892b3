import { type Clock } from "../util/clock";
import { RpcLocalError } from "./errors";
import { type PostTransport, type TransportCallOptions } from "./transport";

/** The pause before POST is tried again doubles from try to try. */
const retryMs = { min: 15_000, max: 5 * 60_000 } as const;
/** How long POST may take for a call before it is asked whether it answers at all. */
const patienceMs = 5_000;
/** How long it may take to response that. */
export const probeTimeoutMs = 5_000;

/** Whether POST gets no answer at all while a socket is well, which then carries all: some proxies swallow it. */
export class PostSilence {
  readonly #clock: Clock;
  #pauseMs: number | undefined;
  #retryAt = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** While it is silent it is tried again beside the calls. */
  isSilent(http: PostTransport): boolean {
    if (this.#pauseMs === undefined) return false;
    if (this.#clock.now() >= this.#retryAt) {
      this.#note();
      void this.probe(http, {});
    }
    return true;
  }

  /** Finds out whether POST answers anything, be it an error. */
  async probe(
    http: PostTransport,
    { timeoutMs = probeTimeoutMs, signal }: Partial<TransportCallOptions>,
  ): Promise<void> {
    const outcome = await http.probe({ timeoutMs: Math.min(timeoutMs, probeTimeoutMs), signal });
    if (signal?.aborted === true) return;
    if (outcome instanceof RpcLocalError && outcome.code === "timeout") this.#note();
    else this.end();
  }

  /** Carries out `post`, and gives it up when POST turns out to be silent; a slow call is waited for. */
  async watch<T>(
    http: PostTransport,
    limits: TransportCallOptions,
    post: (limits: TransportCallOptions) => Promise<T>,
  ): Promise<T> {
    const silent = new AbortController();
    const ended = new AbortController();
    const probe = async (): Promise<void> => {
      await this.probe(http, { signal: ended.signal });
      if (!ended.signal.aborted && this.#pauseMs !== undefined) silent.abort();
    };
    const patience = Math.min(patienceMs, limits.timeoutMs / 3);
    const timer = this.#clock.setTimeout(() => void probe(), patience);
    const signals = limits.signal === undefined ? [] : [limits.signal];
    try {
      return await post({ ...limits, signal: AbortSignal.any([...signals, silent.signal]) });
    } catch (error) {
      throw silent.signal.aborted ? new RpcLocalError("unreachable", "POST is silent") : error;
    } finally {
      timer.dispose();
      ended.abort();
    }
  }

  end(): void {
    this.#pauseMs = undefined;
  }

  #note(): void {
    this.#pauseMs =
      this.#pauseMs === undefined ? retryMs.min : Math.min(2 * this.#pauseMs, retryMs.max);
    this.#retryAt = this.#clock.now() + this.#pauseMs;
  }
}
