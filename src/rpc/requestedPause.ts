import { type Clock } from "../util/clock";
import { maxRetryAfterMs } from "./backoff";
import { type Failure, unsent } from "./failure";

/** A pause that a server has requested, in which nothing is sent. */
export class RequestedPause {
  readonly #clock: Clock;
  #pause: { readonly until: number; readonly failure: Failure } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The failure of calls while it lasts: that which began it, with what is left of the time. */
  get failure(): Failure | undefined {
    if (this.#pause === undefined) return undefined;
    const { until, failure } = this.#pause;
    const retryAfterMs = until - this.#clock.now();
    return retryAfterMs > 0 ? unsent({ ...failure, retryAfterMs }) : undefined;
  }

  /** Requests that were under way may be refused without a time: the longest pause counts. */
  begin(failure: Failure): void {
    const until = this.#clock.now() + Math.min(failure.retryAfterMs ?? 0, maxRetryAfterMs);
    if (until > (this.#pause?.until ?? -Infinity)) this.#pause = { until, failure };
  }

  end(): void {
    this.#pause = undefined;
  }
}
