import { type TextFiles } from "../../../platform/textFiles";
import { type Clock } from "../../../util/clock";
import { type Disposable } from "../../../util/disposable";
import { Emitter } from "../../../util/emitter";
import { type Logger } from "../../../util/logger";
import { CallFiles } from "./callFiles";
import { callId, timeOfId } from "./callId";
import { type PastCall } from "./pastCall";

const maxCalls = 200;
/** Bytes of JSON; larger responses are not stored. */
const maxResponseBytes = 256 * 1024;
/** Characters: memory holds those of all calls. */
const maxParamsLength = 32 * 1024;

export interface CallHistoryOptions {
  /** Other windows may use them too. */
  readonly files: TextFiles;
  readonly logger: Logger;
  readonly clock: Pick<Clock, "wallTime">;
  /** Whether calls of this server go to files; those of others are held in memory. */
  readonly isStored?: (serverId: string) => boolean;
}

/**
 * The last calls and their responses, of all windows that share the folder. Callers mask secrets
 * before they add a call: it is written as passed. Files follow memory; a failed write is logged
 * and retried at the next change.
 */
export class CallHistory implements Disposable {
  readonly #changed = new Emitter<undefined>();
  readonly #files: CallFiles;
  #calls: readonly PastCall[] = [];
  /** Responses that are not stored, or not written yet. */
  readonly #responses = new Map<string, string>();
  readonly #callsToWrite = new Set<string>();
  readonly #responsesToWrite = new Set<string>();
  readonly #toDelete = new Set<string>();
  #mustDeleteAll = false;
  #isOutdated = false;
  #syncing: Promise<void> | undefined;
  /** Messages of failures that persist: each is logged once. */
  readonly #activeFailures = new Set<string>();

  readonly onDidChange = this.#changed.event;

  static async load(options: CallHistoryOptions): Promise<CallHistory> {
    const history = new CallHistory(options);
    await history.#loadLegacy();
    return history;
  }

  private constructor(private readonly options: CallHistoryOptions) {
    this.#files = new CallFiles(options.files, options.logger);
  }

  /** The newest first. */
  get calls(): readonly PastCall[] {
    return this.#calls;
  }

  get(id: string): PastCall | undefined {
    return this.#calls.find((call) => call.id === id);
  }

  /**
   * The call is in `calls` at once; resolves when it has been written, or writing has failed.
   * @param response JSON, its secrets masked; undefined: there is none.
   */
  async add(call: Omit<PastCall, "id" | "kept">, response: string | undefined): Promise<PastCall> {
    const id = this.#newId();
    const isKept = response !== undefined && Buffer.byteLength(response) <= maxResponseBytes;
    const past = { ...withShortParams(call), id, kept: isKept };
    const isStored = this.#isStored(past);
    if (isStored) this.#callsToWrite.add(id);
    if (isKept) this.#responses.set(id, response);
    if (isKept && isStored) this.#responsesToWrite.add(id);
    this.#replace([past, ...this.#calls]);
    await this.refresh();
    return past;
  }

  /** JSON; undefined: not stored, or lost. */
  async responseOf(id: string): Promise<string | undefined> {
    if (this.get(id)?.kept !== true) return undefined;
    return (
      this.#responses.get(id) ??
      this.#attempt("A response cannot be read", () => this.#files.responseOf(id))
    );
  }

  async delete(ids: readonly string[]): Promise<void> {
    for (const call of this.#calls) if (ids.includes(call.id)) this.#discard(call);
    this.#replace(this.#calls.filter(({ id }) => !ids.includes(id)));
    await this.refresh();
  }

  deleteOfServer(serverId: string): Promise<void> {
    const calls = this.#calls.filter((call) => call.serverId === serverId);
    return this.delete(calls.map(({ id }) => id));
  }

  /** Those of other windows too, also what they have written and this one has not read. */
  async clear(): Promise<void> {
    for (const call of this.#calls) this.#discard(call);
    this.#mustDeleteAll = true;
    this.#replace([]);
    await this.refresh();
  }

  /** Takes in what other windows have written and deleted, and writes what could not be written before. */
  async refresh(): Promise<void> {
    this.#isOutdated = true;
    this.#syncing ??= this.#sync().finally(() => {
      this.#syncing = undefined;
    });
    await this.#syncing;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Newer than every other: the order stays, also when the clock is set back. */
  #newId(): string {
    const [newest] = this.#calls;
    const newestTime = (newest && timeOfId(newest.id)) ?? -1;
    return callId(Math.max(this.options.clock.wallTime(), newestTime + 1));
  }

  #isStored({ serverId }: Pick<PastCall, "serverId">): boolean {
    return this.options.isStored?.(serverId) !== false;
  }

  /** Deletes what is more than the history may hold. */
  #replace(calls: readonly PastCall[]): void {
    for (const call of calls.slice(maxCalls)) this.#discard(call);
    this.#calls = calls.slice(0, maxCalls);
    this.#changed.fire(undefined);
  }

  #discard(call: PastCall): void {
    this.#removeFromMemory(call);
    if (this.#isStored(call)) this.#toDelete.add(call.id);
  }

  #removeFromMemory({ id }: PastCall): void {
    this.#responses.delete(id);
    this.#callsToWrite.delete(id);
    this.#responsesToWrite.delete(id);
  }

  /** One at a time, and again while more has come: the newest state is written last. */
  async #sync(): Promise<void> {
    while (this.#isOutdated) {
      this.#isOutdated = false;
      if (this.#mustDeleteAll) await this.#deleteAll();
      await this.#read();
      for (const id of [...this.#callsToWrite]) await this.#write(id);
      for (const id of [...this.#responsesToWrite]) await this.#writeResponse(id);
      for (const id of [...this.#toDelete]) await this.#delete(id);
    }
  }

  /** What other windows have added comes, what they have deleted goes. */
  async #read(): Promise<void> {
    const ids = await this.#attempt("The call history cannot be read", () => this.#files.ids());
    if (ids === undefined) return;
    const known = new Set(this.#calls.map(({ id }) => id));
    const isNew = (id: string) => !known.has(id) && !this.#toDelete.has(id);
    const read = await this.#files.read([...ids].filter(isNew));
    // Here, too, calls have come and gone while they were read.
    const added = read.filter(({ id }) => !this.#toDelete.has(id) && !this.#mustDeleteAll);
    const isGone = (call: PastCall) =>
      this.#isStored(call) && !this.#callsToWrite.has(call.id) && !ids.has(call.id);
    const gone = this.#calls.filter(isGone);
    if (added.length + gone.length === 0) return;
    for (const call of gone) this.#removeFromMemory(call);
    const calls = [...this.#calls.filter((call) => !isGone(call)), ...added];
    this.#replace(sorted(calls));
  }

  async #write(id: string): Promise<void> {
    const call = this.get(id);
    if (call === undefined) return;
    await this.#attempt("The call history cannot be written", async () => {
      await this.#files.write(call);
      this.#callsToWrite.delete(id);
    });
  }

  async #writeResponse(id: string): Promise<void> {
    const json = this.#responses.get(id);
    if (json === undefined || this.#callsToWrite.has(id)) return;
    await this.#attempt("A response cannot be written", async () => {
      await this.#files.writeResponse(id, json);
      this.#responsesToWrite.delete(id);
      this.#responses.delete(id);
    });
  }

  async #delete(id: string): Promise<void> {
    await this.#attempt("A call cannot be deleted from the history", async () => {
      await this.#files.delete(id);
      this.#toDelete.delete(id);
    });
  }

  async #deleteAll(): Promise<void> {
    this.#mustDeleteAll = false;
    await this.#attempt("The call history cannot be cleared", () => this.#files.deleteAll());
  }

  /** Calls of a former version are as calls that were just made; several windows may do so at a time. */
  async #loadLegacy(): Promise<void> {
    const failure = "The former call history cannot be read";
    const calls = await this.#attempt(failure, () => this.#files.legacyCalls());
    const isMoved = await this.#attempt("A former response cannot be moved", () =>
      this.#files.moveLegacyResponses(calls ?? []),
    );
    for (const { id } of calls ?? []) this.#callsToWrite.add(id);
    this.#replace(sorted(calls ?? []));
    await this.refresh();
    if (calls === undefined || isMoved !== true || this.#callsToWrite.size > 0) return;
    await this.#attempt(failure, () => this.#files.deleteLegacyIndex());
  }

  /** Undefined where it fails; the log has the cause, once until it succeeds. */
  async #attempt<T>(failure: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await act();
      this.#activeFailures.delete(failure);
      return result;
    } catch (error) {
      if (!this.#activeFailures.has(failure)) this.options.logger.warn(failure, error);
      this.#activeFailures.add(failure);
      return undefined;
    }
  }
}

function withShortParams(call: Omit<PastCall, "id" | "kept">): typeof call {
  const { params, ...rest } = call;
  const isLong = params !== undefined && params.length > maxParamsLength;
  return isLong ? { ...rest, paramsForgotten: true } : call;
}

function sorted(calls: readonly PastCall[]): readonly PastCall[] {
  return [...calls].sort((a, b) => (a.id < b.id ? 1 : -1));
}
