import { type KomariApi } from "../../komari/api";
import { type Identity } from "../../komari/identify";
import { type MethodHelp } from "../../komari/methodHelp";
import { methodSpec } from "../../komari/methods/methodSpec";
import { type Problem, problemOf } from "../../komari/problem";
import { type Session } from "../../komari/session";
import { type TextFiles } from "../../platform/textFiles";
import { RpcRemoteError } from "../../rpc/errors";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { type Logger } from "../../util/logger";
import {
  isSameBuild,
  type KnownMethods,
  readKnownMethods,
  writeKnownMethods,
} from "./knownMethods";

export interface MethodsServer {
  readonly name: string;
  readonly session: Pick<Session, "state" | "credential"> & {
    readonly api: Pick<KomariApi, "methods" | "helpOf">;
  };
}

export interface MethodList {
  /** In the server's order, internal ones too; undefined: nothing is known. */
  readonly methods: readonly MethodSpec[] | undefined;
  /** What was kept is being read, or the server asked. */
  readonly loading: boolean;
  /** Why the server could not be asked though the session is ready. */
  readonly problem: Problem | undefined;
}

export interface ServerMethodsParts {
  /** Undefined: no longer in the settings. */
  readonly server: () => MethodsServer | undefined;
  readonly files: Pick<TextFiles, "read" | "write">;
  /** The name of the file for this server. */
  readonly file: string;
  readonly changed: () => void;
  readonly logger: Logger;
}

/** The methods of one server: as they were kept, and as it tells them, once per state of its own. */
export class ServerMethods {
  #known: KnownMethods | undefined;
  #specs: ReadonlyMap<string, MethodSpec> | undefined;
  #problem: Problem | undefined;
  #reading: Promise<void> | undefined;
  #hasRead = false;
  #asking: Promise<void> | undefined;
  /** Somebody looks, and the server has not been asked since. */
  #wanted = false;
  /** The identity, in writing, for which it was asked. */
  #askedFor: string | undefined;
  /** It could not say all, which it may over a new connection. */
  #failed = false;
  #keptText: string | undefined;

  constructor(private readonly parts: ServerMethodsParts) {}

  get list(): MethodList {
    return {
      methods: this.#specs && [...this.#specs.values()],
      loading: this.#asking !== undefined || (this.#reading !== undefined && !this.#hasRead),
      problem: this.#problem,
    };
  }

  spec(method: string): MethodSpec | undefined {
    return this.#specs?.get(method);
  }

  async load(): Promise<void> {
    this.#wanted = true;
    this.#reading ??= this.#read();
    await this.#reading;
    this.#askIfNew();
  }

  async refresh(): Promise<void> {
    this.#askedFor = undefined;
    await this.load();
    await this.#asking;
  }

  /** The session is in another state. */
  follow(): void {
    if (this.#identity === undefined && this.#failed) this.#askedFor = undefined;
    if (this.#wanted && this.#hasRead) this.#askIfNew();
  }

  /** What is still on its way is of no interest any more. */
  dispose(): void {
    this.#asking = undefined;
  }

  get #identity(): Identity | undefined {
    const state = this.parts.server()?.session.state;
    return state?.kind === "ready" ? state.identity : undefined;
  }

  async #read(): Promise<void> {
    const { files, file, logger } = this.parts;
    try {
      this.#keptText = await files.read(file);
    } catch (error) {
      logger.warn("The cached list of methods cannot be read", error);
    }
    this.#hasRead = true;
    const kept = readKnownMethods(this.#keptText ?? "");
    if (kept !== undefined) this.#learn(kept);
    this.parts.changed();
  }

  #askIfNew(): void {
    const server = this.parts.server();
    const identity = this.#identity;
    if (server === undefined || identity === undefined) return;
    this.#wanted = false;
    const state = written(identity);
    if (state === this.#askedFor) return;
    this.#askedFor = state;
    if (this.#known === undefined && identity.methods.size > 0)
      this.#learn(publicMethods(identity));
    const isNewest = () => this.#asking === asking;
    const asking: Promise<void> = this.#ask(server, identity, isNewest).finally(() => {
      if (!isNewest()) return;
      this.#asking = undefined;
      this.parts.changed();
    });
    this.#asking = asking;
    this.parts.changed();
  }

  /** A late answer to an older question is not believed. */
  async #ask(server: MethodsServer, identity: Identity, isNewest: () => boolean): Promise<void> {
    try {
      const names = await namesOf(server, identity);
      const told = await this.#helpOf(server, names);
      if (!isNewest()) return;
      const { version } = identity;
      this.#learn({ version, names, help: told ?? this.#formerHelp({ version, names }) });
      this.#problem = undefined;
      this.#failed = told === undefined;
      await this.#keep();
    } catch (error) {
      if (!isNewest()) return;
      this.parts.logger.warn(`${server.name}: the list of methods cannot be read`, error);
      this.#problem = problemOf(error, server.session.credential);
      this.#failed = true;
    }
  }

  /** Undefined where the server does not tell: the names are of use without. */
  async #helpOf(
    server: MethodsServer,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, MethodHelp> | undefined> {
    try {
      return await server.session.api.helpOf(names);
    } catch (error) {
      this.parts.logger.warn(`${server.name}: the help on its methods cannot be read`, error);
      return undefined;
    }
  }

  #formerHelp(now: Pick<KnownMethods, "version" | "names">): KnownMethods["help"] {
    const former = this.#known;
    return former !== undefined && isSameBuild(former, now)
      ? former.help
      : new Map<string, MethodHelp>();
  }

  #learn(known: KnownMethods): void {
    this.#known = known;
    this.#specs = new Map(
      known.names.map((name) => [name, methodSpec(name, known.help.get(name))]),
    );
  }

  async #keep(): Promise<void> {
    const { files, file, logger } = this.parts;
    const text = this.#known && writeKnownMethods(this.#known);
    if (text === undefined || text === this.#keptText) return;
    try {
      await files.write(file, text);
      this.#keptText = text;
    } catch (error) {
      logger.warn("The list of methods cannot be cached", error);
    }
  }
}

/** Internal ones too, unless the server does not take that. */
async function namesOf(
  { session }: MethodsServer,
  { methods }: Identity,
): Promise<readonly string[]> {
  try {
    return [...(await session.api.methods(true))];
  } catch (error) {
    if (error instanceof RpcRemoteError && methods.size > 0) return [...methods];
    throw error;
  }
}

function publicMethods({ version, methods }: Identity): KnownMethods {
  return { version, names: [...methods], help: new Map() };
}

/** Another version, or other methods, as when a plugin came or went, are another state. */
function written({ version, methods }: Identity): string {
  return JSON.stringify([version.version, version.hash, [...methods]]);
}
