import { type SecretStorage } from "vscode";
import { type Credential } from "../komari/credential";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { isRecord, parseJson } from "../util/json";
import { type Logger } from "../util/logger";

const prefix = "komari.credential:";

/**
 * Credentials in the system's keychain, one per base URL. The key is the base URL, so that another
 * URL never finds the secret of the old one.
 */
export class CredentialStore implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<string>());

  /** Fires with the base URL, also for changes made in another window. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly storage: SecretStorage,
    private readonly logger: Logger,
  ) {
    const subscription = storage.onDidChange(({ key }) => {
      if (key.startsWith(prefix)) this.#changed.fire(key.slice(prefix.length));
    });
    this.#disposables.add(subscription);
  }

  /** Guest when there is none or it cannot be understood; rejects when the keychain fails. */
  async get(baseUrl: string): Promise<Credential> {
    const text = await this.storage.get(prefix + baseUrl);
    if (text === undefined) return { kind: "guest" };
    const credential = parseCredential(text);
    if (credential !== undefined) return credential;
    this.logger.warn(`The saved sign-in of ${baseUrl} is damaged and is ignored.`);
    return { kind: "guest" };
  }

  async set(baseUrl: string, credential: Credential): Promise<void> {
    if (credential.kind === "guest") return this.delete(baseUrl);
    await this.storage.store(prefix + baseUrl, JSON.stringify(credential));
  }

  async delete(baseUrl: string): Promise<void> {
    await this.storage.delete(prefix + baseUrl);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
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
