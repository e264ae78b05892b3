import { type TextFiles } from "../../../platform/textFiles";
import { isRecord, parseJson } from "../../../util/json";
import { type Logger } from "../../../util/logger";
import { callId, timeOfId } from "./callId";
import { isPastCall, type PastCall } from "./pastCall";

const namePattern = /^(call|response)-(.+)\.json$/;
const callFile = (id: string) => `call-${id}.json`;
const responseFile = (id: string) => `response-${id}.json`;

/** Versions before one file per call had an index of all, and these files beside it. */
const legacyIndex = "calls.json";
const legacyResponse = /^answer-.+\.json$/;

/**
 * The history as files: one per call and one per response, written once, so that windows that share
 * the folder never write the same one.
 */
export class CallFiles {
  readonly #unreadable = new Set<string>();

  constructor(
    private readonly files: TextFiles,
    private readonly logger: Logger,
  ) {}

  /** Of all calls, readable or not. */
  async ids(): Promise<ReadonlySet<string>> {
    const names = await this.files.names();
    return new Set(names.flatMap((name) => idOf(name, "call") ?? []));
  }

  /** Files that cannot be read stay as they are, and the log says so once. */
  async read(ids: readonly string[]): Promise<readonly PastCall[]> {
    const failures: unknown[] = [];
    const calls = await Promise.all(
      ids.map((id) =>
        this.#readOne(id).catch((error: unknown) => {
          if (!this.#unreadable.has(id)) failures.push(error);
          this.#unreadable.add(id);
          return undefined;
        }),
      ),
    );
    if (failures.length > 0) {
      this.logger.warn(`${failures.length} files of the call history cannot be read`, failures[0]);
    }
    return calls.filter((call) => call !== undefined);
  }

  async write({ id, ...call }: PastCall): Promise<void> {
    await this.files.write(callFile(id), JSON.stringify(call));
  }

  responseOf(id: string): Promise<string | undefined> {
    return this.files.read(responseFile(id));
  }

  /** Comes after its call: a response without a call would never be deleted. */
  writeResponse(id: string, json: string): Promise<void> {
    return this.files.write(responseFile(id), json);
  }

  async delete(id: string): Promise<void> {
    await this.files.delete(responseFile(id));
    await this.files.delete(callFile(id));
  }

  /** Whatever there is of calls, also what cannot be read. */
  async deleteAll(): Promise<void> {
    const names = await this.files.names();
    // The index first: what it lists must not come back.
    if (names.includes(legacyIndex)) await this.files.delete(legacyIndex);
    const isOurs = (name: string) => legacyResponse.test(name) || idOf(name) !== undefined;
    for (const name of names.filter(isOurs)) await this.files.delete(name);
  }

  /** The calls of the former index, under new ids; undefined where there is none. Rejects when it cannot be read. */
  async legacyCalls(): Promise<readonly PastCall[] | undefined> {
    const text = await this.files.read(legacyIndex);
    if (text === undefined) return undefined;
    const list = parseJson(text);
    if (!Array.isArray(list)) throw new Error(`${legacyIndex} is not a list of calls`);
    return list.filter(isPastCall).map((call) => ({ ...call, id: callId(call.sentAt, call.id) }));
  }

  /** Another window may have moved some already. Rejects when one cannot be moved. */
  async moveLegacyResponses(calls: readonly PastCall[]): Promise<true> {
    for (const { id } of calls.filter(({ kept }) => kept)) {
      const formerId = id.slice(id.indexOf("-") + 1);
      await this.files.rename(`answer-${formerId}.json`, responseFile(id));
    }
    return true;
  }

  async deleteLegacyIndex(): Promise<void> {
    await this.files.delete(legacyIndex);
  }

  /** Undefined where it has been deleted. */
  async #readOne(id: string): Promise<PastCall | undefined> {
    const text = await this.files.read(callFile(id));
    if (text === undefined) return undefined;
    const value = parseJson(text);
    const call: unknown = isRecord(value) ? { ...value, id } : undefined;
    if (!isPastCall(call)) throw new Error(`${callFile(id)} is not a call`);
    return call;
  }
}

function idOf(name: string, kind?: "call"): string | undefined {
  const [, found, id] = namePattern.exec(name) ?? [];
  if (id === undefined || (kind !== undefined && found !== kind)) return undefined;
  return timeOfId(id) === undefined ? undefined : id;
}
