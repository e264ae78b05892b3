import { isRecord } from "../util/json";
import { type Logger } from "../util/logger";
import { type MementoValue } from "./mementoValue";

/** What this computer last knew of a server's sign-in; holds no secret. */
export type SignInRecord = "signedIn" | "signedOut";

export type RecordsByUrl = Readonly<Record<string, SignInRecord>>;

/** By base URL: distinguishes a lost sign-in from none, and from one that was ended on purpose. */
export class SignInRecords {
  constructor(
    private readonly memory: Pick<MementoValue<RecordsByUrl>, "get" | "set">,
    private readonly logger: Logger,
  ) {}

  /** @param isMarked the settings say so, perhaps those of another computer. */
  expects(baseUrl: string, isMarked: boolean): boolean {
    const record = this.#of(baseUrl);
    return record === "signedIn" || (isMarked && record === undefined);
  }

  set(baseUrl: string, record: SignInRecord): void {
    if (this.#of(baseUrl) === record) return;
    this.memory.set({ ...this.memory.get(), [baseUrl]: record }).catch((error: unknown) => {
      this.logger.warn(`What is known of the sign-in of ${baseUrl} could not be kept`, error);
    });
  }

  #of(baseUrl: string): SignInRecord | undefined {
    const records = this.memory.get();
    return Object.hasOwn(records, baseUrl) ? records[baseUrl] : undefined;
  }
}

export function isRecordsByUrl(value: unknown): value is RecordsByUrl {
  return (
    isRecord(value) &&
    Object.values(value).every((record) => record === "signedIn" || record === "signedOut")
  );
}
