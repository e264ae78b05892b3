import { createHash } from "node:crypto";
import { createMethodSpec } from "../../../komari/methods/createMethodSpec";
import { type TextFiles } from "../../../platform/textFiles";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { type Disposable, DisposableStore, disposeAll } from "../../../util/disposable";
import { Emitter, type Event } from "../../../util/emitter";
import { type Logger } from "../../../util/logger";
import { type MethodList, ServerMethods, type MethodsServer } from "./serverMethods";

/** The parts of the fleet that the store uses. */
export interface MethodsFleet {
  get(serverId: string): MethodsServer | undefined;
  readonly onDidChange: Event<{
    readonly server: { readonly id: string };
    readonly change: { readonly kind: "session" | "nodes" };
  }>;
}

export interface MethodStoreOptions {
  readonly fleet: MethodsFleet;
  /** One file per server. */
  readonly files: TextFiles;
  /** Whether there is a file for this server. */
  readonly isStored: (serverId: string) => boolean;
  readonly logger: Logger;
}

const noFiles: Pick<TextFiles, "read" | "write"> = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
};

const nothing: MethodList = { methods: undefined, loading: false, problem: undefined };

/**
 * The methods of every server. Nothing is read or requested before the first use: then the cached
 * list is available at once, and the server's is fetched in the background.
 */
export class MethodStore implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<string>());
  readonly #servers = new Map<string, ServerMethods>();

  /** The list of the server with this id is another one, or being read. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: MethodStoreOptions) {
    this.#disposables.add(
      options.fleet.onDidChange(({ server, change }) => {
        if (change.kind === "session") this.#servers.get(server.id)?.sessionChanged();
      }),
    );
  }

  get(serverId: string): MethodList {
    return this.#servers.get(serverId)?.list ?? nothing;
  }

  /** From what is known, else from our own documentation: there is one for every method. */
  spec(serverId: string, method: string): MethodSpec {
    return this.#servers.get(serverId)?.spec(method) ?? createMethodSpec(method, undefined);
  }

  /**
   * Resolves when the cache has been read. The list is fetched in the background once the server is connected, unless
   * it has been in this state of its own. Never rejects.
   */
  load(serverId: string): Promise<void> {
    return this.#of(serverId).load();
  }

  /** Fetches the list again and waits for the response, unless the server is not connected. */
  refresh(serverId: string): Promise<void> {
    return this.#of(serverId).refresh();
  }

  dispose(): void {
    disposeAll([this.#disposables, ...this.#servers.values()]);
    this.#servers.clear();
  }

  #of(serverId: string): ServerMethods {
    const known = this.#servers.get(serverId);
    if (known !== undefined) return known;
    const { fleet, files, isStored, logger } = this.options;
    const methods = new ServerMethods({
      files: isStored(serverId) ? files : noFiles,
      logger,
      file: fileName(serverId),
      server: () => fleet.get(serverId),
      onChange: () => this.#changed.fire(serverId),
    });
    this.#servers.set(serverId, methods);
    return methods;
  }
}

/** Server ids are addresses, which no file system takes as they are. */
function fileName(serverId: string): string {
  return `${createHash("sha256").update(serverId).digest("hex").slice(0, 32)}.json`;
}
