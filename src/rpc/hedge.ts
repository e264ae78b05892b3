import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { type Failure } from "./failure";
import { type SocketTransport } from "./transport";
import { type Dial, type DialEvents, type Dialled } from "./webSocketDial";

/**
 * An attempt without an outcome after this time gets another beside it. A connection that was made during an outage may
 * be lost while a new one is well at once; a slow server keeps its time.
 */
const hedgeAfterMs = 4_000;

const superseded: Failure = { code: "aborted", detail: "another attempt had its outcome first" };

/** Attempts side by side: the first outcome, good or bad, is that of all. */
export async function hedged<T>(
  clock: Clock,
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const ended = new AbortController();
  const signals = AbortSignal.any([signal, ended.signal]);
  let timer: Disposable | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const start = (): void => {
        timer = clock.setTimeout(start, hedgeAfterMs);
        attempt(signals).then(resolve, reject);
      };
      start();
    });
  } finally {
    timer?.dispose();
    ended.abort();
  }
}

/** The same of sockets. */
export function hedgedDial(dial: Dial, clock: Clock): Dial {
  return (events) => new HedgedDial(dial, clock, events);
}

class HedgedDial implements Dialled {
  readonly #dialled = new Set<Dialled>();
  #timer: Disposable | undefined;
  /** The one that opened. */
  #open: Dialled | undefined;

  constructor(
    private readonly dial: Dial,
    private readonly clock: Clock,
    private readonly events: DialEvents,
  ) {
    this.#start();
  }

  close(failure: Failure): void {
    this.#timer?.dispose();
    for (const dialled of this.#dialled) dialled.close(failure);
    this.#dialled.clear();
  }

  #start(): void {
    this.#timer = this.clock.setTimeout(() => this.#start(), hedgeAfterMs);
    const dialled: Dialled = this.dial({
      onOpen: (socket) => this.#settle(dialled, socket),
      onFail: (failure) => this.#settle(dialled, failure),
      onLost: (failure, wasIdle) => {
        if (this.#open === dialled) this.events.onLost(failure, wasIdle);
      },
    });
    this.#dialled.add(dialled);
  }

  #settle(dialled: Dialled, outcome: SocketTransport | Failure): void {
    // Closed, or superseded.
    if (!this.#dialled.delete(dialled)) return;
    this.close(superseded);
    if ("code" in outcome) {
      this.events.onFail(outcome);
    } else {
      this.#open = dialled;
      this.#dialled.add(dialled);
      this.events.onOpen(outcome);
    }
  }
}
