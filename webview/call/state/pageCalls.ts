import { type CallResponse, type ServerRow } from "../../../src/shared/call/callApi";

/** A call without a response yet. */
export interface PendingCall {
  readonly id: number;
  /** Undefined: not sent yet, as while the user confirms it. */
  readonly sentAt: number | undefined;
  readonly bytes: number;
}

const tickMs = 100;

/**
 * The calls of the page as the host reports them. Messages may arrive out of order: a completed call
 * never becomes pending again, and the response to the newest call stays.
 */
export class PageCalls {
  #pending: readonly PendingCall[] = [];
  readonly #completed = new Set<number>();
  /** Id of the response that is shown. */
  #shownId = 0;
  #rows: { readonly id: number; readonly list: readonly ServerRow[] } = { id: 0, list: [] };
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param onChange of the pending calls, and every 100 ms while there is one. */
  constructor(private readonly onChange: () => void) {}

  /** The newest is last. Calls run concurrently. */
  get pending(): readonly PendingCall[] {
    return this.#pending;
  }

  /** Whether the response that is shown is that of an earlier call. */
  get isOutdated(): boolean {
    return this.#pending.some(({ id }) => id > this.#shownId);
  }

  add(id: number): void {
    this.#set([...this.#pending, { id, sentAt: undefined, bytes: 0 }]);
  }

  /** Also of a call that was sent before the page was loaded again. */
  markSent(id: number): void {
    if (this.#completed.has(id)) return;
    const sent = { id, bytes: 0, sentAt: performance.now() };
    const isKnown = this.#pending.some((call) => call.id === id);
    this.#set(
      isKnown
        ? this.#pending.map((call) => (call.id === id ? { ...call, sentAt: sent.sentAt } : call))
        : [...this.#pending, sent],
    );
  }

  setProgress(id: number, bytes: number): void {
    this.#set(this.#pending.map((call) => (call.id === id ? { ...call, bytes } : call)));
  }

  /** @returns whether it is the newest, to be shown, and whether its call was pending. */
  complete({ id }: Pick<CallResponse, "id">): { isNewest: boolean; wasPending: boolean } {
    return { wasPending: this.#complete(id), isNewest: this.#show(id) };
  }

  /** @returns the rows to show; undefined: a newer response is shown. */
  startServers(id: number, servers: readonly string[]): readonly ServerRow[] | undefined {
    this.markSent(id);
    if (!this.#show(id)) return undefined;
    this.#rows = { id, list: servers.map((server) => ({ server, state: "running" })) };
    return this.#rows.list;
  }

  /** @returns the rows to show; undefined: a newer response is shown. */
  setServerRow(id: number, index: number, row: ServerRow): readonly ServerRow[] | undefined {
    if (this.#rows.id !== id || index >= this.#rows.list.length) return undefined;
    const list = this.#rows.list.with(index, row);
    this.#rows = { id, list };
    if (list.every(({ state }) => state !== "running")) this.#complete(id);
    return this.#show(id) ? list : undefined;
  }

  #show(id = this.#shownId): boolean {
    const isNewest = id >= this.#shownId;
    if (isNewest) this.#shownId = id;
    return isNewest;
  }

  #complete(id: number | undefined): boolean {
    if (id !== undefined) this.#completed.add(id);
    const wasPending = this.#pending.some((call) => call.id === id);
    if (wasPending) this.#set(this.#pending.filter((call) => call.id !== id));
    return wasPending;
  }

  #set(pending: readonly PendingCall[]): void {
    this.#pending = pending;
    if (pending.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= setInterval(this.onChange, tickMs);
    this.onChange();
  }
}
