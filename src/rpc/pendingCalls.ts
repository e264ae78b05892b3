import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { canceledByCaller, timedOut } from "./callDeadline";
import { type Failure, type Outcome } from "./failure";
import { type Reply, type RequestId } from "./message";
import { garbledOutcome } from "./strayMessages";
import { type TransportCallOptions } from "./transport";

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly deadline: number;
  readonly timeoutMs: number;
  readonly raw: boolean | undefined;
  readonly repeatable: boolean | undefined;
  readonly stopListening: (() => void) | undefined;
}

/**
 * The calls waiting for a response on a socket. One timer serves the deadlines of all: it is set for
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

  add(
    id: RequestId,
    { timeoutMs, signal, raw, repeatable }: TransportCallOptions,
  ): Promise<Outcome> {
    return new Promise((resolve) => {
      const deadline = this.#clock.now() + timeoutMs;
      const stopListening = signal === undefined ? undefined : this.#listen(id, signal);
      this.#waiting.set(id, { resolve, deadline, timeoutMs, raw, repeatable, stopListening });
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

  /**
   * For calls with an id below `nextId`, one of which may have had its response: if there is only one, `outcome` is its
   * own. Of several none is known to be it: those that can be repeated are.
   */
  settleStray(nextId: RequestId, outcome: Outcome): void {
    const ids = [...this.#waiting.keys()].filter((id) => id < nextId);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      this.#finish(only, outcome);
      return;
    }
    for (const id of ids) {
      if (this.#waiting.get(id)?.repeatable === true) this.#finish(id, garbledOutcome);
    }
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
      this.#finish(id, { ok: false, failure: canceledByCaller });
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
