import { type Fleet, type ServerSpec } from "../../fleet/fleet";
import { refusalOf } from "../../komari/problem";
import { type ServerConfig, type ServersSetting } from "../../settings/config";
import { type CredentialStore } from "../../platform/credentialStore";
import { type ReadonlySetting } from "../../settings/setting";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { certificateOf, type ReadCaFile, tlsOf } from "./certificateChoice";
import { caFileText, serversProblemText } from "../text/inputText";
import { problemText } from "../text/problemText";

interface ServerSyncOptions {
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly maxResponseBytes: ReadonlySetting<number>;
  readonly credentials: Pick<CredentialStore, "get" | "onDidChange">;
  readonly fleet: Pick<Fleet, "announceServers" | "setServer" | "setServers">;
  readonly readCa: ReadCaFile;
  /** Fires with true when the window gains the focus. */
  readonly onDidChangeFocus: Event<boolean>;
  readonly clock: Clock;
  /** Shows the user what is newly wrong with the settings. */
  readonly report: (problems: readonly string[]) => void;
  /** The same for saved sign-ins. */
  readonly reportSignIns: (problems: readonly string[]) => void;
  readonly logger: Logger;
}

/** The question of a keychain takes the focus: where it is declined, it must not come again at once. */
const keychainPauseMs = 60_000;

/** Keeps the fleet equal to the settings, the saved credentials and the CA files. */
export class ServerSync implements Disposable {
  readonly #disposables = new DisposableStore();
  #running: Promise<void> | undefined;
  #generation = 0;
  #isKeychainFailing = false;
  #readAt = -Infinity;
  readonly #settingsProblems: Report;
  readonly #signInProblems: Report;

  constructor(private readonly options: ServerSyncOptions) {
    this.#settingsProblems = new Report(options.report, options.logger);
    this.#signInProblems = new Report(options.reportSignIns, options.logger);
    const sync = () => void this.sync();
    this.#disposables.add(options.servers.onDidChange(sync));
    this.#disposables.add(options.maxResponseBytes.onDidChange(sync));
    this.#disposables.add(
      options.onDidChangeFocus((focused) => {
        const isPaused = options.clock.now() - this.#readAt < keychainPauseMs;
        if (focused && this.#isKeychainFailing && !isPaused) sync();
      }),
    );
    this.#disposables.add(
      options.credentials.onDidChange((baseUrl) => {
        if (options.servers.value.servers.some((server) => server.baseUrl === baseUrl)) sync();
      }),
    );
  }

  /** Reads everything again; changes during a run cause another run, so that the last state wins. */
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
      const isCurrent = () => read === this.#generation && !this.#disposables.disposed;
      this.options.fleet.announceServers(servers.map((server) => this.#bareSpecOf(server)));
      const specs = await Promise.all(
        servers.map(async (server) => {
          const spec = await this.#specOf(server, texts);
          if (isCurrent()) this.options.fleet.setServer(spec);
          return spec;
        }),
      );
      if (isCurrent()) this.#apply(specs, texts);
    }
  }

  #apply(specs: readonly ServerSpec[], problems: readonly string[]): void {
    this.#readAt = this.options.clock.now();
    this.#isKeychainFailing = specs.some(
      ({ credential }) => credential.kind === "guest" && credential.lost === "unreadable",
    );
    this.#settingsProblems.show(problems);
    this.#signInProblems.show(specs.flatMap(signInTexts));
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
      credential: await this.options.credentials.get(config.baseUrl, config.signIn),
    };
  }
}

/** Keeps equal problems from being shown again. */
class Report {
  #shown: ReadonlySet<string> = new Set();

  constructor(
    private readonly report: (problems: readonly string[]) => void,
    private readonly logger: Logger,
  ) {}

  show(problems: readonly string[]): void {
    const fresh = problems.filter((problem) => !this.#shown.has(problem));
    this.#shown = new Set(problems);
    for (const problem of fresh) this.logger.warn(problem);
    if (fresh.length > 0) this.report(fresh);
  }
}

/** A missing one is shown in its server's rows alone: nothing is broken. */
function signInTexts({ name, credential }: ServerSpec): readonly string[] {
  if (credential.kind !== "guest") return [];
  if (credential.lost === undefined || credential.lost === "missing") return [];
  return [problemText({ code: refusalOf(credential), detail: "" }, name).message];
}
