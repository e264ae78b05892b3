import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { type Failure } from "./failure";

export function timedOut(timeoutMs: number): Failure {
  return { code: "timeout", detail: `no response within ${timeoutMs} ms` };
}

export const canceledByCaller: Failure = { code: "aborted", detail: "canceled by the caller" };

/** Whatever may end a call early: its time, the signal of its caller, or `fail`. Dispose it with the call. */
export class CallDeadline implements Disposable {
  readonly #signal: AbortSignal | undefined;
  readonly #timer: Disposable;
  #failure: Failure | undefined;
  #disposed = false;
  #listener: ((failure: Failure) => void) | undefined;

  constructor(clock: Clock, timeoutMs: number, signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.#timer = clock.setTimeout(() => this.fail(timedOut(timeoutMs)), timeoutMs);
    if (signal?.aborted === true) this.fail(canceledByCaller);
    else if (timeoutMs <= 0) this.fail(timedOut(timeoutMs));
    else signal?.addEventListener("abort", this.#onAbort);
  }

  /** Why it is over, once it is. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** The one listener; replaces the one before. */
  set listener(listener: (failure: Failure) => void) {
    this.#listener = listener;
  }

  fail(failure: Failure): void {
    if (this.#failure !== undefined || this.#disposed) return;
    const listener = this.#listener;
    this.#failure = failure;
    this.dispose();
    listener?.(failure);
  }

  dispose(): void {
    this.#disposed = true;
    this.#timer.dispose();
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.fail(canceledByCaller);
}
