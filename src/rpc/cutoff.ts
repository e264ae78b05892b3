import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { type Failure } from "./failure";

export function timedOut(timeoutMs: number): Failure {
  return { code: "timeout", detail: `no response within ${timeoutMs} ms` };
}

export const abortedByCaller: Failure = { code: "aborted", detail: "canceled by the caller" };

/** What may end a call early, as one thing: its time, its caller's signal, or `cut` itself. Dispose it with the call. */
export class Cutoff implements Disposable {
  readonly #signal: AbortSignal | undefined;
  readonly #timer: Disposable;
  #failure: Failure | undefined;
  #disposed = false;
  #listener: ((failure: Failure) => void) | undefined;

  constructor(clock: Clock, timeoutMs: number, signal: AbortSignal | undefined) {
    this.#signal = signal;
    this.#timer = clock.setTimeout(() => this.cut(timedOut(timeoutMs)), timeoutMs);
    if (signal?.aborted === true) this.cut(abortedByCaller);
    else if (timeoutMs <= 0) this.cut(timedOut(timeoutMs));
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

  cut(failure: Failure): void {
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

  readonly #onAbort = (): void => this.cut(abortedByCaller);
}
