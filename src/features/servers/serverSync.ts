import * as l10n from "@vscode/l10n";
import { type Fleet, type ServerSpec } from "../../fleet/fleet";
import { type Credential } from "../../komari/credential";
import { type ServerConfig, type ServersSetting } from "../../platform/config";
import { type CredentialStore } from "../../platform/secrets";
import { type ReadonlySetting } from "../../platform/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { certificateOf, type ReadCaFile, tlsOf } from "./certificateChoice";
import { caFileText, serversProblemText } from "./text/inputText";

export interface ServerSyncOptions {
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly maxResponseBytes: ReadonlySetting<number>;
  readonly credentials: Pick<CredentialStore, "get" | "onDidChange">;
  readonly fleet: Pick<Fleet, "announceServers" | "setServers">;
  readonly readCa: ReadCaFile;
  /** Tells the user what is newly wrong with the settings. */
  readonly report: (problems: readonly string[]) => void;
  readonly logger: Logger;
}

/** Keeps the fleet equal to the settings, the saved credentials and the CA files. */
export class ServerSync implements Disposable {
  readonly #disposables = new DisposableStore();
  #running: Promise<void> | undefined;
  #generation = 0;
  #reported: ReadonlySet<string> = new Set();

  constructor(private readonly options: ServerSyncOptions) {
    const sync = () => void this.sync();
    this.#disposables.add(options.servers.onDidChange(sync));
    this.#disposables.add(options.maxResponseBytes.onDidChange(sync));
    this.#disposables.add(
      options.credentials.onDidChange((baseUrl) => {
        if (options.servers.value.servers.some((server) => server.baseUrl === baseUrl)) sync();
      }),
    );
  }

  /** Reads everything anew; what changes meanwhile is read again, so that the last state wins. */
  sync(): Promise<void> {
    this.#generation += 1;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #run(): Promise<void> {
    for (let read = -1; read !== this.#generation && !this.#disposables.disposed;) {
      read = this.#generation;
      const { servers, problems } = this.options.servers.value;
      const texts = problems.map(serversProblemText);
      this.options.fleet.announceServers(servers.map((server) => this.#bareSpecOf(server)));
      const specs = await Promise.all(servers.map((server) => this.#specOf(server, texts)));
      if (read === this.#generation) this.#apply(specs, texts);
    }
  }

  #apply(specs: readonly ServerSpec[], problems: readonly string[]): void {
    if (this.#disposables.disposed) return;
    this.#report(problems);
    this.options.fleet.setServers(specs);
  }

  /** As far as is known without reading anything. */
  #bareSpecOf({ baseUrl, name }: ServerConfig): ServerSpec {
    const maxResponseBytes = this.options.maxResponseBytes.value;
    return { id: baseUrl, name, tls: {}, credential: { kind: "guest" }, maxResponseBytes };
  }

  async #specOf(config: ServerConfig, problems: string[]): Promise<ServerSpec> {
    const { choice, failure } = await certificateOf(config, this.options.readCa);
    if (failure !== undefined) {
      problems.push(`${config.name}: ${caFileText(failure.problem, config.caFile ?? "")}`);
      this.options.logger.warn(`${config.name}: CA file not used`, failure.cause);
    }
    return {
      ...this.#bareSpecOf(config),
      tls: tlsOf(choice),
      credential: await this.#credentialOf(config, problems),
    };
  }

  /** A keychain that fails must not take the other servers with it. */
  async #credentialOf(config: ServerConfig, problems: string[]): Promise<Credential> {
    try {
      return await this.options.credentials.get(config.baseUrl);
    } catch (error) {
      problems.push(l10n.t("{0}: the saved sign-in cannot be read.", config.name));
      this.options.logger.error(`${config.name}: the saved sign-in cannot be read`, error);
      return { kind: "guest" };
    }
  }

  #report(problems: readonly string[]): void {
    const fresh = problems.filter((problem) => !this.#reported.has(problem));
    this.#reported = new Set(problems);
    for (const problem of fresh) this.options.logger.warn(problem);
    if (fresh.length > 0) this.options.report(fresh);
  }
}
