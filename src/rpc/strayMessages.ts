import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { hasNoId, isUnread } from "./batch";
import { type Failure, type Outcome } from "./failure";
import { type Reply, type RequestId } from "./message";

/** The true response may come after a message that is none. */
const strayGraceMs = 1_000;

const garbled: Failure = {
  code: "malformed",
  detail: "the message is no response to a request that was sent",
  fate: "unknown",
};

export const garbledOutcome: Outcome = { ok: false, failure: garbled };

/** A message that may be the response to a call with an id below `nextId`, and how that call would have ended. */
interface Stray {
  readonly nextId: RequestId;
  readonly outcome: Outcome;
}

/**
 * Messages over a socket that no call waits for, and that may be responses all the same: garbled, or of a server that
 * could not read the id. Responses to notifications and late ones are none of these.
 */
export class StrayMessages implements Disposable {
  readonly #clock: Clock;
  readonly #onOverdue: (stray: Stray) => void;
  #first: Stray | undefined;
  /** The last one since; however many there are, one timer serves all. */
  #last: Stray | undefined;
  #timer: Disposable | undefined;

  /** @param onOverdue called when the true response had its time to come. */
  constructor(clock: Clock, onOverdue: (stray: Stray) => void) {
    this.#clock = clock;
    this.#onOverdue = onOverdue;
  }

  /** @param nextId that of the next request: all below have been used. */
  add(reply: Reply | undefined, nextId: RequestId): void {
    const outcome = outcomeOfStray(reply, nextId);
    if (outcome === undefined) return;
    const stray = { nextId, outcome };
    if (this.#first !== undefined) {
      this.#last = stray;
      return;
    }
    this.#first = stray;
    this.#startTimer();
  }

  dispose(): void {
    this.#timer?.dispose();
  }

  #startTimer(): void {
    this.#timer = this.#clock.setTimeout(() => this.#expire(), strayGraceMs);
  }

  #expire(): void {
    const stray = this.#first;
    this.#first = this.#last;
    this.#last = undefined;
    if (this.#first !== undefined) this.#startTimer();
    if (stray !== undefined) this.#onOverdue(stray);
  }
}

function outcomeOfStray(reply: Reply | undefined, nextId: RequestId): Outcome | undefined {
  if (reply === undefined) return garbledOutcome;
  if (hasNoId(reply)) {
    // A server that could not read a request does not know its id.
    if (isUnread(reply)) return reply;
    return reply.id === null ? garbledOutcome : undefined;
  }
  const { id } = reply;
  const wasUsed = typeof id === "number" && Number.isInteger(id) && id > 0 && id < nextId;
  return wasUsed ? undefined : garbledOutcome;
}
