import { type SecretStorage } from "vscode";
import { type Credential, isSameCredential } from "../komari/credential";
import { type Clock } from "../util/clock";
import { OverdueError, withDeadline } from "../util/deadline";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { isRecord, parseJson } from "../util/json";
import { type Logger } from "../util/logger";
import { WriteError } from "../util/writeError";
import { type SignInRecords } from "./signInRecords";

const prefix = "komari.credential:";

/** A keychain may ask the user to unlock it, or never answer at all. */
const deadlineMs = 5_000;

const guest: Credential = { kind: "guest" };

/**
 * Credentials in the system's keychain, one per base URL. The key is the base URL, so that another
 * URL never finds the secret of the old one. Nothing here rejects or waits for long, whatever the
 * keychain does.
 */
export class CredentialStore implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<string>());
  /** Pending reads: others of the same key share them, and do not wait once they are late. */
  readonly #reads = new Map<string, Promise<string | undefined>>();
  /** Results that came too late, and are not used yet. */
  readonly #lateReads = new Map<string, Promise<string | undefined>>();
  /** What holds in this window though the keychain could not be written. */
  readonly #held = new Map<string, Credential>();

  /** Fires with the base URL, also for changes made in another window and for late responses. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly storage: SecretStorage,
    private readonly records: SignInRecords,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    const subscription = storage.onDidChange(({ key }) => {
      if (!key.startsWith(prefix)) return;
      const baseUrl = key.slice(prefix.length);
      this.#forgetReads(baseUrl);
      this.#held.delete(baseUrl);
      this.#changed.fire(baseUrl);
    });
    this.#disposables.add(subscription);
  }

  /** @param isMarked the settings say that there is a sign-in: a guest has then lost it. */
  async get(baseUrl: string, isMarked = false): Promise<Credential> {
    const held = this.#held.get(baseUrl);
    if (held !== undefined) return held;
    try {
      const text = await this.#read(baseUrl);
      if (text === undefined) {
        return this.records.expects(baseUrl, isMarked) ? { kind: "guest", lost: "missing" } : guest;
      }
      const credential = parseCredential(text);
      this.records.set(baseUrl, "signedIn");
      if (credential !== undefined) return credential;
      this.logger.warn(`The saved sign-in of ${baseUrl} is damaged and is ignored.`);
      return { kind: "guest", lost: "unreadable" };
    } catch (error) {
      this.logger.error(`The saved sign-in of ${baseUrl} cannot be read`, error);
      return { kind: "guest", lost: error instanceof OverdueError ? "pending" : "unreadable" };
    }
  }

  /** @returns why it could not be saved, and holds in this window only; undefined: it is saved. */
  async set(baseUrl: string, credential: Credential): Promise<WriteError | undefined> {
    if (credential.kind === "guest") return this.delete(baseUrl);
    this.records.set(baseUrl, "signedIn");
    const text = JSON.stringify(credential);
    return this.#write(baseUrl, credential, () => this.storage.store(prefix + baseUrl, text));
  }

  /** @returns why something is left, which this window does not use; undefined: nothing is left. */
  async delete(baseUrl: string): Promise<WriteError | undefined> {
    this.records.set(baseUrl, "signedOut");
    const failure = await this.#write(baseUrl, guest, () => this.storage.delete(prefix + baseUrl));
    // A keychain says nothing of a secret that it did not have.
    if (failure === undefined) this.#changed.fire(baseUrl);
    return failure;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #read(baseUrl: string): Promise<string | undefined> {
    const late = this.#lateReads.get(baseUrl);
    this.#lateReads.delete(baseUrl);
    return late ?? this.#reads.get(baseUrl) ?? this.#startRead(baseUrl);
  }

  #startRead(baseUrl: string): Promise<string | undefined> {
    const work = promiseOf(() => this.storage.get(prefix + baseUrl));
    const response = withDeadline(work, deadlineMs, this.clock);
    this.#reads.set(baseUrl, response);
    let isLate = false;
    response.catch((error: unknown) => {
      isLate = error instanceof OverdueError;
    });
    const end = (): void => {
      // The secret has changed since.
      if (this.#reads.get(baseUrl) !== response) return;
      this.#reads.delete(baseUrl);
      if (!isLate) return;
      this.#lateReads.set(baseUrl, work);
      this.#changed.fire(baseUrl);
    };
    work.then(end, end);
    return response;
  }

  #forgetReads(baseUrl: string): void {
    this.#reads.delete(baseUrl);
    this.#lateReads.delete(baseUrl);
  }

  async #write(
    baseUrl: string,
    credential: Credential,
    write: () => PromiseLike<void>,
  ): Promise<WriteError | undefined> {
    const work = promiseOf(write);
    try {
      await withDeadline(work, deadlineMs, this.clock);
      this.#forgetReads(baseUrl);
      this.#held.delete(baseUrl);
      return undefined;
    } catch (error) {
      this.logger.error(`The sign-in of ${baseUrl} cannot be written`, error);
      this.#held.set(baseUrl, credential);
      this.#changed.fire(baseUrl);
      const release = (): void => {
        const held = this.#held.get(baseUrl);
        if (held !== undefined && isSameCredential(held, credential)) this.#held.delete(baseUrl);
      };
      work.then(release, () => undefined);
      return new WriteError("state", error);
    }
  }
}

/** A storage may throw at once too. */
async function promiseOf<T>(act: () => PromiseLike<T>): Promise<T> {
  return act();
}

function parseCredential(text: string): Credential | undefined {
  const value = parseJson(text);
  if (!isRecord(value)) return undefined;
  const { kind, apiKey, token, username } = value;
  if (kind === "apiKey" && isFilled(apiKey)) return { kind, apiKey };
  if (kind === "session" && isFilled(token)) {
    return { kind, token, ...(isFilled(username) && { username }) };
  }
  return undefined;
}

function isFilled(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
