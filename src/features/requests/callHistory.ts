import { randomUUID } from "node:crypto";
import { type TextFiles } from "../../platform/textFiles";
import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { parseJson } from "../../util/json";
import { type Logger } from "../../util/logger";
import { isPastCall } from "./isPastCall";
import { type PastCall } from "./pastCall";

export const longestHistory = 200;
/** Bytes of JSON; a larger answer is not kept. */
export const largestKept = 256 * 1024;
/** Characters: the index holds those of all calls, and is written anew with each. */
export const longestParams = 32 * 1024;

const indexFile = "calls.json";
const answerFile = (id: string) => `answer-${id}.json`;

/**
 * The last calls and their answers. Whoever adds one has masked its secrets: what is handed in is
 * what is written. Files follow what is in memory; where they cannot, the log says so, and memory
 * stays right until the window is closed.
 */
export class CallHistory implements Disposable {
  readonly #changed = new Emitter<undefined>();
  #calls: readonly PastCall[];
  /** Answers that no file has, or none yet. */
  readonly #held = new Map<string, string>();
  readonly #toWrite = new Set<string>();
  readonly #toDelete = new Set<string>();
  #indexIsOld = false;
  #writing: Promise<void> | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param isStored whether calls of this server go to files; those of others are held in memory */
  static async load(
    files: TextFiles,
    logger: Logger,
    isStored: (serverId: string) => boolean = () => true,
  ): Promise<CallHistory> {
    const text = await attempt(logger, "The call history cannot be read", () =>
      files.read(indexFile),
    );
    const index = parseJson(text ?? "");
    const list: readonly unknown[] = Array.isArray(index) ? index : [];
    const calls = list.filter(isPastCall).slice(0, longestHistory);
    if (text !== undefined) await deleteOthers(calls, files, logger);
    return new CallHistory(calls, files, logger, isStored);
  }

  private constructor(
    calls: readonly PastCall[],
    private readonly files: TextFiles,
    private readonly logger: Logger,
    private readonly isStored: (serverId: string) => boolean,
  ) {
    this.#calls = calls;
  }

  /** The newest first. */
  get calls(): readonly PastCall[] {
    return this.#calls;
  }

  get(id: string): PastCall | undefined {
    return this.#calls.find((call) => call.id === id);
  }

  /**
   * Is in `calls` at once; resolves when it has been written, or could not be.
   * @param answer JSON, its secrets masked; undefined: there is none.
   */
  async add(call: Omit<PastCall, "id" | "kept">, answer: string | undefined): Promise<PastCall> {
    const id = randomUUID();
    const isKept = answer !== undefined && Buffer.byteLength(answer) <= largestKept;
    const past = { ...withShortParams(call), id, kept: isKept };
    if (isKept) {
      this.#held.set(id, answer);
      if (this.isStored(call.serverId)) this.#toWrite.add(id);
    }
    await this.#replace([past, ...this.#calls].slice(0, longestHistory));
    return past;
  }

  /** JSON; undefined: not kept, or lost. */
  async answerOf(id: string): Promise<string | undefined> {
    if (this.get(id)?.kept !== true) return undefined;
    return (
      this.#held.get(id) ??
      attempt(this.logger, "A response cannot be read", () => this.files.read(answerFile(id)))
    );
  }

  delete(ids: readonly string[]): Promise<void> {
    return this.#replace(this.#calls.filter(({ id }) => !ids.includes(id)));
  }

  deleteOf(serverId: string): Promise<void> {
    return this.#replace(this.#calls.filter((call) => call.serverId !== serverId));
  }

  clear(): Promise<void> {
    return this.#replace([]);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #replace(calls: readonly PastCall[]): Promise<void> {
    const staying = new Set(calls);
    for (const call of this.#calls) if (!staying.has(call)) this.#letGo(call);
    this.#calls = calls;
    this.#indexIsOld = true;
    this.#changed.fire(undefined);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  #letGo({ id, serverId, kept }: PastCall): void {
    this.#held.delete(id);
    this.#toWrite.delete(id);
    if (kept && this.isStored(serverId)) this.#toDelete.add(id);
  }

  /** One at a time, and again while more has come: the newest state is written last. */
  async #write(): Promise<void> {
    while (this.#indexIsOld) {
      this.#indexIsOld = false;
      for (const id of this.#toWrite) await this.#writeAnswer(id);
      await attempt(this.logger, "The call history cannot be written", () =>
        this.files.write(indexFile, JSON.stringify(this.#storedCalls())),
      );
      for (const id of this.#toDelete) {
        this.#toDelete.delete(id);
        await attempt(this.logger, "A response cannot be deleted", () =>
          this.files.delete(answerFile(id)),
        );
      }
    }
  }

  #storedCalls(): readonly PastCall[] {
    return this.#calls.filter(({ serverId }) => this.isStored(serverId));
  }

  async #writeAnswer(id: string): Promise<void> {
    this.#toWrite.delete(id);
    const answer = this.#held.get(id);
    if (answer === undefined) return;
    await attempt(this.logger, "A response cannot be written", async () => {
      await this.files.write(answerFile(id), answer);
      this.#held.delete(id);
    });
  }
}

/** Answers whose calls are not known: nobody would ever delete them, not even who clears the history. */
async function deleteOthers(
  calls: readonly PastCall[],
  files: TextFiles,
  logger: Logger,
): Promise<void> {
  const known = new Set(calls.map(({ id }) => answerFile(id)));
  await attempt(logger, "Responses without a call cannot be deleted", async () => {
    for (const name of await files.names()) {
      if (name.startsWith("answer-") && !known.has(name)) await files.delete(name);
    }
  });
}

function withShortParams(call: Omit<PastCall, "id" | "kept">): typeof call {
  const { params, ...rest } = call;
  const isLong = params !== undefined && params.length > longestParams;
  return isLong ? { ...rest, paramsForgotten: true } : call;
}

/** Undefined where it fails, and the log has the cause. */
async function attempt<T>(
  logger: Logger,
  failure: string,
  act: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    logger.warn(failure, error);
    return undefined;
  }
}
