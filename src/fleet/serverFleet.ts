import { type KomariNode, type NodeList, type NodeStatus } from "../komari/model";
import { type Problem, problemOf } from "../komari/problem";
import { type Session } from "../komari/session";
import { type Clock } from "../util/clock";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { type Logger } from "../util/logger";
import { NodesInSight, type SightSource } from "./nodesInSight";
import { type NodeChange, NodeStore } from "./nodeStore";
import { Poller } from "./poller";
import { PollFailures } from "./pollFailures";
import { type Attention, type PollPlan } from "./pollPolicy";
import { type Presence, type PresenceCounts } from "./presence";
import { type Thresholds, type Trouble } from "./trouble";

/** A server's connection (`session`) or its nodes (`nodes`) changed. */
export type ServerChange = { readonly kind: "session" } | ({ readonly kind: "nodes" } & NodeChange);

/** A connection that comes back within this time was a blink: rows and counts stay calm. */
const staleAfterMs = 10_000;

/** A server that reports other unknown nodes every time is not asked for the nodes sooner than this. */
const unlistedAfterMs = 10_000;

/** One server and all that is known of its nodes, kept up to date while somebody looks. */
export class ServerFleet implements Disposable {
  readonly #store = new NodeStore();
  readonly #changes = new Emitter<ServerChange>();
  readonly #disposables = new DisposableStore();
  readonly #poller: Poller;
  /** Reporting nodes that getNodes does not list: asking again for them would not help. */
  #unlisted: ReadonlySet<string> = new Set();
  #askedForUnlistedAt = -Infinity;
  /** The first nodes, until their statuses are there too: they are not shown as anything before. */
  #held: readonly KomariNode[] | undefined;
  readonly #inSight = new NodesInSight();
  readonly #nodeFailures = new PollFailures();
  readonly #statusFailures = new PollFailures();
  #staleTimer: Disposable | undefined;
  #attention: Attention;

  readonly onDidChange = this.#changes.event;

  constructor(
    readonly id: string,
    public name: string,
    readonly session: Session,
    plan: PollPlan,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    const tasks = {
      nodes: (signal: AbortSignal) => this.#readNodes(signal),
      statuses: (signal: AbortSignal) => this.#readStatuses(signal),
    };
    this.#attention = plan.attention;
    this.#poller = new Poller(tasks, clock, plan.intervals, plan.attention);
    this.#disposables.add(this.#changes);
    this.#disposables.add(session);
    this.#disposables.add(this.#poller);
    this.#disposables.add(session.onDidChangeState(() => this.#sessionChanged()));
  }

  get nodes(): ReadonlyMap<string, KomariNode> {
    return this.#store.nodes;
  }

  /** False until it is known which nodes there are: an empty fleet is then not yet known. */
  get described(): boolean {
    return this.#store.described;
  }

  /** Whether what is known of the nodes is being kept up to date. */
  get live(): boolean {
    return this.#store.live;
  }

  /** Milliseconds since the latest statuses came; undefined: none did. */
  get lastKnownAge(): number | undefined {
    const { receivedAt } = this.#store;
    return receivedAt === undefined ? undefined : Math.max(0, this.clock.now() - receivedAt);
  }

  /** Why the nodes or their statuses cannot be read though the session is ready. */
  get problem(): Problem | undefined {
    const failing = [this.#statusFailures, this.#nodeFailures].find(
      ({ persistent, problem }) => persistent || (problem !== undefined && !this.described),
    );
    return failing?.problem;
  }

  status(uuid: string): NodeStatus | undefined {
    return this.#store.status(uuid);
  }

  presence(uuid: string): Presence | undefined {
    return this.#store.presence(uuid);
  }

  /** Why a node needs attention, the worst first. */
  troubles(uuid: string): readonly Trouble[] {
    return this.#store.troubles(uuid);
  }

  counts(): PresenceCounts {
    return this.#store.counts();
  }

  /** The server's clock now, milliseconds since the epoch. */
  serverTime(): number {
    return this.#store.serverTime(this.clock.now());
  }

  /** Milliseconds since a report, by the server's own clock. */
  ageOf(time: number): number {
    return Math.max(0, this.serverTime() - time);
  }

  start(): void {
    this.session.start();
  }

  refresh(): void {
    if (this.session.state.kind === "ready") this.#poller.refresh();
    else this.session.reconnect();
  }

  configure(plan: PollPlan): void {
    this.#attention = plan.attention;
    this.#poller.configure(plan.attention, plan.intervals);
    if (plan.attention === "paused") this.#becomeStale();
    else if (this.session.state.kind === "ready") this.#endStaleTimer();
  }

  /** The nodes that `source` shows now, in place of what it showed before. Unknown ones are ignored. */
  setInSight(source: SightSource, uuids: ReadonlySet<string>): void {
    this.#inSight.set(source, uuids);
  }

  setThresholds(thresholds: Thresholds): void {
    this.#announce(this.#store.setThresholds(thresholds));
  }

  dispose(): void {
    this.#endStaleTimer();
    this.#disposables.dispose();
  }

  #sessionChanged(): void {
    if (this.session.state.kind === "ready") {
      this.#endStaleTimer();
      this.#poller.start();
    } else {
      this.#poller.stop();
      this.#becomeStaleLater();
    }
    this.#changes.fire({ kind: "session" });
  }

  #becomeStaleLater(): void {
    this.#staleTimer ??= this.clock.setTimeout(() => this.#becomeStale(), staleAfterMs);
  }

  #becomeStale(): void {
    this.#endStaleTimer();
    this.#announce(this.#store.setNotLive());
  }

  #endStaleTimer(): void {
    this.#staleTimer?.dispose();
    this.#staleTimer = undefined;
  }

  async #readNodes(signal: AbortSignal): Promise<void> {
    try {
      const list = await this.session.api.nodes({ signal });
      if (signal.aborted) return;
      this.#held = list.nodes;
      if (this.#store.heard) this.#showNodes();
      this.#unlisted = new Set(this.#store.unknownUuids());
      this.#tell(() => this.#nodeFailures.succeeded());
      await this.#verifyPrivilege(list);
    } catch (error) {
      this.#fail("nodes", this.#nodeFailures, error, signal);
      this.#unlisted = new Set(this.#store.unknownUuids());
      throw error;
    }
  }

  async #readStatuses(signal: AbortSignal): Promise<void> {
    try {
      const statuses = await this.session.api.latestStatus({ signal });
      if (signal.aborted) return;
      this.#tell(() => this.#statusFailures.succeeded());
      this.#announce(this.#store.setStatuses(statuses, this.clock.now()));
      this.#showNodes();
      this.#announce(this.#store.fillFromStatuses());
      this.#askForUnlisted();
      // Nobody looks, so no further report follows this one.
      if (this.#attention === "paused") this.#becomeStaleLater();
    } catch (error) {
      this.#fail("statuses", this.#statusFailures, error, signal);
      if (this.#statusFailures.persistent) this.#becomeStale();
      this.#showNodes();
      throw error;
    }
  }

  /** A node that reports and is not listed may be a new one. */
  #askForUnlisted(): void {
    const now = this.clock.now();
    if (Math.abs(now - this.#askedForUnlistedAt) < unlistedAfterMs) return;
    if (this.#store.unknownUuids().every((uuid) => this.#unlisted.has(uuid))) return;
    this.#askedForUnlistedAt = now;
    this.#poller.refresh();
  }

  #showNodes(): void {
    const nodes = this.#held;
    this.#held = undefined;
    if (nodes !== undefined) this.#announce(this.#store.setNodes(nodes));
  }

  /** Whether what only administrators see came or went tells that a sign-in began or ended. */
  async #verifyPrivilege({ nodes, privileged }: NodeList): Promise<void> {
    const state = this.session.state;
    if (state.kind !== "ready" || nodes.length === 0) return;
    if (privileged !== (state.identity.role === "admin")) await this.session.verifyRole();
  }

  #fail(what: string, failures: PollFailures, error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.logger.warn(`${this.name}: reading the ${what} failed`, error);
    this.#tell(() => failures.failed(problemOf(error, this.session.credential)));
  }

  /** Fires when `step` changes what is wrong. */
  #tell(step: () => void): void {
    const before = this.problem?.code;
    step();
    if (this.problem?.code !== before) this.#changes.fire({ kind: "session" });
  }

  #announce(change: NodeChange): void {
    if (change.structure || change.presence || change.trouble || change.uuids.size > 0) {
      this.#changes.fire({ kind: "nodes", ...change });
    }
  }
}
