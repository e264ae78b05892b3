import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { abortedByCaller, timedOut } from "./cutoff";
import { type Failure, type Outcome } from "./failure";
import { type Reply, type RequestId } from "./message";
import { type TransportCallOptions } from "./transport";

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly deadline: number;
  readonly timeoutMs: number;
  readonly raw: boolean | undefined;
  readonly stopListening: (() => void) | undefined;
}

/**
 * The calls waiting for an answer on a socket. One timer serves the deadlines of all: it is set for
 * the earliest and never touched when calls come and go, which keeps a call cheap.
 */
export class PendingCalls {
  readonly #clock: Clock;
  readonly #waiting = new Map<RequestId, Waiting>();
  #timer: Disposable | undefined;
  #timerAt = Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** The id of the call that waits longest. */
  get oldest(): RequestId | undefined {
    return this.#waiting.keys().next().value;
  }

  add(id: RequestId, { timeoutMs, signal, raw }: TransportCallOptions): Promise<Outcome> {
    return new Promise((resolve) => {
      const deadline = this.#clock.now() + timeoutMs;
      const stopListening = signal === undefined ? undefined : this.#listen(id, signal);
      this.#waiting.set(id, { resolve, deadline, timeoutMs, raw, stopListening });
      if (deadline < this.#timerAt) this.#setTimer(deadline);
    });
  }

  /** Whether the call that waits for this reply wants its result raw. */
  wantsRaw({ id }: Reply): boolean {
    return typeof id === "number" && this.#waiting.get(id)?.raw === true;
  }

  /** Whether a call waited for this reply. */
  settle(reply: Reply): boolean {
    return typeof reply.id === "number" && this.#finish(reply.id, reply);
  }

  failAll(failure: Failure): void {
    this.#timer?.dispose();
    this.#timerAt = Infinity;
    for (const id of [...this.#waiting.keys()]) this.#finish(id, { ok: false, failure });
  }

  #finish(id: RequestId, outcome: Outcome): boolean {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return false;
    this.#waiting.delete(id);
    waiting.stopListening?.();
    waiting.resolve(outcome);
    return true;
  }

  #listen(id: RequestId, signal: AbortSignal): () => void {
    const onAbort = (): void => {
      this.#finish(id, { ok: false, failure: abortedByCaller });
    };
    signal.addEventListener("abort", onAbort);
    return () => signal.removeEventListener("abort", onAbort);
  }

  #setTimer(at: number): void {
    this.#timer?.dispose();
    this.#timerAt = at;
    const delay = Math.max(0, at - this.#clock.now());
    this.#timer = this.#clock.setTimeout(() => this.#sweep(), delay);
  }

  #sweep(): void {
    const now = this.#clock.now();
    let next = Infinity;
    this.#timerAt = Infinity;
    for (const [id, { deadline, timeoutMs }] of [...this.#waiting]) {
      if (deadline <= now) this.#finish(id, { ok: false, failure: timedOut(timeoutMs) });
      else next = Math.min(next, deadline);
    }
    if (next < this.#timerAt) this.#setTimer(next);
  }
}
