import { type Credential, isSameCredential } from "../komari/credential";
import { type Session, type SessionOptions } from "../komari/session";
import { shownName } from "../shared/shownName";
import { type Clock } from "../util/clock";
import { type Disposable, disposeAll } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { type Logger } from "../util/logger";
import {
  type VisibleNodesByServer,
  visibleOn,
  type VisibleNodesSource,
} from "./polling/visibleNodes";
import { type PollPlan } from "./polling/pollPolicy";
import { type ServerChange, ServerFleet } from "./serverFleet";
import { type Thresholds } from "../shared/nodes/trouble";

/** All that is needed to talk to one server. */
export interface ServerSpec {
  /** The base URL: what secrets and caches are bound to. */
  readonly id: string;
  readonly name: string;
  readonly tls: SessionOptions["tls"];
  readonly credential: Credential;
  readonly maxResponseBytes: number;
}

export type SessionFactory = (spec: ServerSpec) => Session;

interface Entry {
  readonly spec: ServerSpec;
  readonly server: ServerFleet;
}

/** Every configured server, in the order of the settings. */
export class Fleet implements Disposable {
  #entries: readonly Entry[] = [];
  #plan: PollPlan;
  #thresholds: Thresholds = {};
  readonly #visibleNodes = new Map<VisibleNodesSource, VisibleNodesByServer>();
  #configured = false;
  readonly #pausedChanged = new Emitter<boolean>();
  readonly #serversChanged = new Emitter<undefined>();
  readonly #changed = new Emitter<{
    readonly server: ServerFleet;
    readonly change: ServerChange;
  }>();

  /** The user has not looked for long, or looks again: see `paused`. */
  readonly onDidChangePaused = this.#pausedChanged.event;
  /** Servers came, went, were renamed or moved. */
  readonly onDidChangeServers = this.#serversChanged.event;
  /** Something of one server changed. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly createSession: SessionFactory,
    plan: PollPlan,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#plan = plan;
  }

  get servers(): readonly ServerFleet[] {
    return this.#entries.map(({ server }) => server);
  }

  /** False until it is known which servers there are. */
  get configured(): boolean {
    return this.#configured;
  }

  /** Nothing is requested unless the user does. */
  get paused(): boolean {
    return this.#plan.attention === "paused";
  }

  get(id: string): ServerFleet | undefined {
    return this.#entries.find(({ server }) => server.id === id)?.server;
  }

  /**
   * Shows servers before all is known that it takes to connect to them, such as what a slow keychain
   * holds. They are neither connected nor removed before `setServers`.
   */
  announceServers(specs: readonly ServerSpec[]): void {
    const added = specs.filter(({ id }) => this.get(id) === undefined);
    if (added.length === 0) return;
    this.#entries = [...this.#entries, ...added.map((spec) => this.#create(spec))];
    this.#configured = true;
    this.#serversChanged.fire(undefined);
  }

  /** Connects one that was announced, before all is known of the others. */
  setServer(spec: ServerSpec): void {
    const old = this.#entries.find(({ server }) => server.id === spec.id);
    if (old === undefined) return;
    const entry = this.#keepOrCreate(old, spec);
    this.#entries = this.#entries.map((each) => (each === old ? entry : each));
    if (entry.server !== old.server) this.#serversChanged.fire(undefined);
    entry.server.start();
    if (entry.server !== old.server) old.server.dispose();
  }

  setServers(specs: readonly ServerSpec[]): void {
    const before = new Map(this.#entries.map((entry) => [entry.server.id, entry]));
    this.#entries = specs.map((spec) => this.#keepOrCreate(before.get(spec.id), spec));
    const kept = new Set(this.#entries.map(({ server }) => server));
    this.#configured = true;
    this.#serversChanged.fire(undefined);
    for (const server of kept) server.start();
    disposeAll([...before.values()].map(({ server }) => server).filter((old) => !kept.has(old)));
  }

  /** How often to ask, by who is looking. */
  configure(plan: PollPlan): void {
    const wasPaused = this.paused;
    this.#plan = plan;
    for (const { server } of this.#entries) server.configure(plan);
    if (this.paused !== wasPaused) this.#pausedChanged.fire(this.paused);
  }

  /** The nodes that `source` shows now, in place of what it showed before: they are polled first and most often. */
  setVisibleNodes(source: VisibleNodesSource, seen: VisibleNodesByServer): void {
    this.#visibleNodes.set(source, seen);
    for (const { server } of this.#entries)
      server.setVisibleNodes(source, visibleOn(server.id, seen));
  }

  /** From where on a node is in trouble. */
  setThresholds(thresholds: Thresholds): void {
    this.#thresholds = thresholds;
    for (const { server } of this.#entries) server.setThresholds(thresholds);
  }

  /** The user is back, or the computer from its sleep: what waits to be tried again is tried now. */
  wake(): void {
    for (const { server } of this.#entries) server.wake();
  }

  dispose(): void {
    const servers = this.#entries.map(({ server }) => server);
    this.#entries = [];
    disposeAll([...servers, this.#pausedChanged, this.#serversChanged, this.#changed]);
  }

  #keepOrCreate(old: Entry | undefined, spec: ServerSpec): Entry {
    if (old === undefined || !sameConnection(old.spec, spec)) return this.#create(spec);
    if (!isSameCredential(old.spec.credential, spec.credential)) {
      old.server.session.setCredential(spec.credential);
    }
    old.server.name = shownName(spec.name);
    return { spec, server: old.server };
  }

  #create(spec: ServerSpec): Entry {
    const session = this.createSession(spec);
    const server = new ServerFleet(
      spec.id,
      shownName(spec.name),
      session,
      this.#plan,
      this.clock,
      this.logger,
    );
    server.setThresholds(this.#thresholds);
    for (const [source, seen] of this.#visibleNodes)
      server.setVisibleNodes(source, visibleOn(spec.id, seen));
    server.onDidChange((change) => this.#changed.fire({ server, change }));
    return { spec, server };
  }
}

function sameConnection(old: ServerSpec, now: ServerSpec): boolean {
  return (
    old.tls.ca === now.tls.ca &&
    old.tls.acceptAnyCertificate === now.tls.acceptAnyCertificate &&
    old.maxResponseBytes === now.maxResponseBytes
  );
}
