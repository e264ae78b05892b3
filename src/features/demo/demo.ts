import * as l10n from "@vscode/l10n";
import { type Credential } from "../../komari/credential";
import { type ServersSetting } from "../../settings/config";
import { type ReadonlySetting } from "../../settings/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type Logger } from "../../util/logger";

/** What `dist/demo.js` exports. It is built from test/simulator/demo.ts. */
export interface DemoModule {
  startDemo(): Promise<DemoServer>;
}

/** A simulated Komari server on a loopback port of this machine. */
export interface DemoServer {
  readonly url: string;
  /** The API key of its administrator. */
  readonly apiKey: string;
  /** Closes the port with all its connections. */
  stop(): Promise<void>;
}

export interface DemoOptions {
  /** `komari.servers`. */
  readonly configured: ReadonlySetting<ServersSetting>;
  readonly load: () => Promise<DemoModule>;
  readonly setRunning: (running: boolean) => void;
  readonly logger: Logger;
}

/**
 * The servers of this window: those of the settings or, while it runs, the demo's alone. Its address and
 * its key are held in memory only. A server in the settings ends it.
 */
export class Demo implements ReadonlySetting<ServersSetting>, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<ServersSetting>());
  readonly #ended = this.#disposables.add(new Emitter<string>());
  #server: DemoServer | undefined;
  #starting: Promise<boolean> | undefined;
  /** URLs of all demos that this window has started. */
  readonly #urls = new Set<string>();

  readonly onDidChange = this.#changed.event;
  /** Fires with the id of the server that has gone. */
  readonly onDidEnd = this.#ended.event;

  constructor(private readonly options: DemoOptions) {
    this.#disposables.add(options.configured.onDidChange((value) => this.#follow(value)));
  }

  get value(): ServersSetting {
    const { configured } = this.options;
    if (this.#server === undefined) return configured.value;
    const { url } = this.#server;
    const server = { name: l10n.t("Demo"), baseUrl: url, url };
    return {
      servers: [{ ...server, acceptAnyCertificate: false, readOnly: false }],
      problems: configured.value.problems,
    };
  }

  get running(): boolean {
    return this.#server !== undefined;
  }

  /** Whether the server is or was a demo: nothing about it is stored. */
  isDemo(serverId: string): boolean {
    const isConfigured = this.options.configured.value.servers.some(
      ({ baseUrl }) => baseUrl === serverId,
    );
    return this.#urls.has(serverId) && !isConfigured;
  }

  /** Undefined: not the demo's address. */
  credentialOf(baseUrl: string): Credential | undefined {
    if (this.#server?.url !== baseUrl) return undefined;
    return { kind: "apiKey", apiKey: this.#server.apiKey };
  }

  /** Resolves to whether it runs. It does not while there are servers in the settings. */
  start(): Promise<boolean> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async end(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    this.options.setRunning(false);
    this.#changed.fire(this.value);
    this.#ended.fire(server.url);
    await server.stop();
  }

  dispose(): void {
    this.#server?.stop().catch((error: unknown) => this.#log(error));
    this.#server = undefined;
    this.#disposables.dispose();
  }

  async #start(): Promise<boolean> {
    if (this.#server !== undefined) return true;
    if (!this.#mayRun()) return false;
    const bundle = await this.options.load();
    const server = await bundle.startDemo();
    if (!this.#mayRun()) {
      await server.stop();
      return false;
    }
    this.#server = server;
    this.#urls.add(server.url);
    this.options.setRunning(true);
    this.#changed.fire(this.value);
    return true;
  }

  #mayRun(): boolean {
    return !this.#disposables.disposed && this.options.configured.value.servers.length === 0;
  }

  #follow(configured: ServersSetting): void {
    if (this.#server === undefined || configured.servers.length === 0)
      this.#changed.fire(this.value);
    else this.end().catch((error: unknown) => this.#log(error));
  }

  #log(error: unknown): void {
    this.options.logger.warn("The demo server did not stop", error);
  }
}
