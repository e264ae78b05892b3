import { type KomariApi } from "../../../komari/api";
import { type Identity } from "../../../komari/identify";
import { type MethodHelp } from "../../../komari/model/methodHelp";
import { createMethodSpec } from "../../../komari/methods/createMethodSpec";
import { type Problem, problemOf } from "../../../komari/problem";
import { type Session } from "../../../komari/session";
import { type TextFiles } from "../../../platform/textFiles";
import { RpcRemoteError } from "../../../rpc/errors";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { type Logger } from "../../../util/logger";
import {
  isSameBuild,
  type KnownMethods,
  parseKnownMethods,
  serializeKnownMethods,
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
  /** The cache is being read, or a request is pending. */
  readonly loading: boolean;
  /** Why the request failed although the session is ready. */
  readonly problem: Problem | undefined;
}

export interface ServerMethodsParts {
  /** Undefined: no longer in the settings. */
  readonly server: () => MethodsServer | undefined;
  readonly files: Pick<TextFiles, "read" | "write">;
  /** The name of the file for this server. */
  readonly file: string;
  readonly onChange: () => void;
  readonly logger: Logger;
}

/** The methods of one server: from the cache, then fetched once per identity of the server. */
export class ServerMethods {
  #known: KnownMethods | undefined;
  #specs: ReadonlyMap<string, MethodSpec> | undefined;
  #problem: Problem | undefined;
  #reading: Promise<void> | undefined;
  #hasRead = false;
  #pendingRequest: Promise<void> | undefined;
  /** The methods are in use, and no request has been sent since. */
  #needsFetch = false;
  /** The serialized identity of the last request. */
  #requestedIdentity: string | undefined;
  /** The last request failed at least in part; it is retried over a new connection. */
  #failed = false;
  #cachedText: string | undefined;

  constructor(private readonly parts: ServerMethodsParts) {}

  get list(): MethodList {
    return {
      methods: this.#specs && [...this.#specs.values()],
      loading:
        this.#pendingRequest !== undefined || (this.#reading !== undefined && !this.#hasRead),
      problem: this.#problem,
    };
  }

  spec(method: string): MethodSpec | undefined {
    return this.#specs?.get(method);
  }

  async load(): Promise<void> {
    this.#needsFetch = true;
    this.#reading ??= this.#read();
    await this.#reading;
    this.#requestIfChanged();
  }

  async refresh(): Promise<void> {
    this.#requestedIdentity = undefined;
    await this.load();
    await this.#pendingRequest;
  }

  /** Called when the state of the session has changed. */
  sessionChanged(): void {
    if (this.#identity === undefined && this.#failed) this.#requestedIdentity = undefined;
    if (this.#needsFetch && this.#hasRead) this.#requestIfChanged();
  }

  /** Ignores the response of a pending request. */
  dispose(): void {
    this.#pendingRequest = undefined;
  }

  get #identity(): Identity | undefined {
    const state = this.parts.server()?.session.state;
    return state?.kind === "ready" ? state.identity : undefined;
  }

  async #read(): Promise<void> {
    const { files, file, logger } = this.parts;
    try {
      this.#cachedText = await files.read(file);
      const cached = parseKnownMethods(this.#cachedText ?? "");
      if (cached !== undefined) this.#setKnown(cached);
    } catch (error) {
      logger.warn("The cached list of methods cannot be read", error);
    }
    this.#hasRead = true;
    this.parts.onChange();
  }

  #requestIfChanged(): void {
    const server = this.parts.server();
    const identity = this.#identity;
    if (server === undefined || identity === undefined) return;
    this.#needsFetch = false;
    const state = serializeIdentity(identity);
    if (state === this.#requestedIdentity) return;
    this.#requestedIdentity = state;
    if (this.#known === undefined && identity.methods.size > 0)
      this.#setKnown(publicMethods(identity));
    const isCurrent = () => this.#pendingRequest === request;
    const request: Promise<void> = this.#fetch(server, identity, isCurrent).finally(() => {
      if (!isCurrent()) return;
      this.#pendingRequest = undefined;
      this.parts.onChange();
    });
    this.#pendingRequest = request;
    this.parts.onChange();
  }

  /** Ignores the response if a newer request was sent meanwhile. */
  async #fetch(server: MethodsServer, identity: Identity, isNewest: () => boolean): Promise<void> {
    try {
      const names = await namesOf(server, identity);
      const help = await this.#helpOf(server, names);
      if (!isNewest()) return;
      const { version } = identity;
      this.#setKnown({ version, names, help: help ?? this.#previousHelp({ version, names }) });
      this.#problem = undefined;
      this.#failed = help === undefined;
      await this.#writeCache();
    } catch (error) {
      if (!isNewest()) return;
      this.parts.logger.warn(`${server.name}: the list of methods cannot be read`, error);
      this.#problem = problemOf(error, server.session.credential);
      this.#failed = true;
    }
  }

  /** Undefined if it fails: the names are used without help. */
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

  #previousHelp(now: Pick<KnownMethods, "version" | "names">): KnownMethods["help"] {
    const former = this.#known;
    return former !== undefined && isSameBuild(former, now)
      ? former.help
      : new Map<string, MethodHelp>();
  }

  #setKnown(known: KnownMethods): void {
    this.#known = known;
    this.#specs = new Map(
      known.names.map((name) => [name, createMethodSpec(name, known.help.get(name))]),
    );
  }

  async #writeCache(): Promise<void> {
    const { files, file, logger } = this.parts;
    const text = this.#known && serializeKnownMethods(this.#known);
    if (text === undefined || text === this.#cachedText) return;
    try {
      await files.write(file, text);
      this.#cachedText = text;
    } catch (error) {
      logger.warn("The list of methods cannot be cached", error);
    }
  }
}

/** With internal ones, unless the server does not support that. */
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

/** Differs after an update, and after a plugin has added or removed methods. */
function serializeIdentity({ version, methods }: Identity): string {
  return JSON.stringify([version.version, version.hash, [...methods]]);
}
