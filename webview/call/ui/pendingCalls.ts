import {
  updateCall,
  type PendingCallList,
  complete,
  newPendingCall,
  markSent,
} from "../state/pendingCall";

const tickMs = 100;

/** The pending calls. Notifies of every change, and every 100 ms while there is one. */
export class PendingCalls {
  #calls: PendingCallList = [];
  /** Messages may arrive out of order: a completed call never becomes pending again. */
  readonly #completed = new Set<number>();
  #timer: number | undefined;

  constructor(private readonly onChange: () => void) {}

  get list(): PendingCallList {
    return this.#calls;
  }

  has(id: number | undefined): boolean {
    return this.#calls.some((call) => call.id === id);
  }

  add(id: number): void {
    this.#set([...this.#calls, newPendingCall(id)]);
  }

  /** Also for a call that was sent before the page was reloaded. */
  markSent(id: number): void {
    if (!this.#completed.has(id)) this.#set(markSent(this.#calls, id, performance.now()));
  }

  setProgress(id: number, bytes: number): void {
    this.#set(updateCall(this.#calls, id, { bytes }));
  }

  /** @returns whether it was pending. */
  complete(id: number | undefined): boolean {
    if (id !== undefined) this.#completed.add(id);
    const wasPending = this.has(id);
    if (wasPending) this.#set(complete(this.#calls, id));
    return wasPending;
  }

  #set(calls: PendingCallList): void {
    this.#calls = calls;
    if (calls.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= window.setInterval(this.onChange, tickMs);
    this.onChange();
  }
}
