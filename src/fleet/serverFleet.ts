import { type KomariNode, type NodeStatus } from "../komari/model/model";
import { type Problem } from "../komari/problem";
import { type Session } from "../komari/session";
import { type Affected } from "../shared/call/methodSpec";
import { type Clock } from "../util/clock";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { type Logger } from "../util/logger";
import { Freshness } from "./polling/freshness";
import { type NodeChange } from "./nodes/nodeChange";
import { type VisibleNodesSource } from "./polling/visibleNodes";
import { NodeStore } from "./nodes/nodeStore";
import { Poller } from "./polling/poller";
import { type Attention, type PollPlan } from "./polling/pollPolicy";
import { type Presence, type PresenceCounts } from "../shared/nodes/presence";
import { ServerReader } from "./polling/serverReader";
import { StatusPlan } from "./polling/statusPlan";
import { type Thresholds, type Trouble } from "../shared/nodes/trouble";

/** A server's connection (`session`) or its nodes (`nodes`) changed. */
export type ServerChange = { readonly kind: "session" } | ({ readonly kind: "nodes" } & NodeChange);

/** A connection that comes back within this time was a blink: rows and counts stay calm. */
const staleAfterMs = 10_000;

/** One server and all that is known of its nodes, kept up to date while the user looks. */
export class ServerFleet implements Disposable {
  readonly #store: NodeStore;
  readonly #changes = new Emitter<ServerChange>();
  readonly #disposables = new DisposableStore();
  readonly #plan: StatusPlan;
  readonly #reader: ServerReader;
  readonly #poller: Poller;
  readonly #freshness: Freshness;
  #staleTimer: Disposable | undefined;
  #attention: Attention;
  #wasSlow = false;
  readonly #clock: Clock;

  readonly onDidChange = this.#changes.event;

  constructor(
    readonly id: string,
    public name: string,
    readonly session: Session,
    { attention, intervals }: PollPlan,
    clock: Clock,
    logger: Logger,
  ) {
    this.#clock = clock;
    const [store, plan] = [
      new NodeStore(session.serverClock),
      new StatusPlan(attention, intervals),
    ];
    this.#store = store;
    const serverName = () => this.name;
    this.#attention = attention;
    this.#plan = plan;
    this.#reader = new ServerReader(
      { session, store, plan, clock, logger, serverName },
      {
        onNodes: (change) => this.#announce(change),
        onStatuses: () => this.#statusesCame(),
        onStatusesFailing: () => this.#becomeStale(),
        onProblem: () => this.#changes.fire({ kind: "session" }),
        onUnknownReporter: () => this.#poller.refreshNodes(),
      },
    );
    this.#poller = new Poller(this.#reader, plan, clock, intervals, attention);
    session.connection.setWatched(attention === "visible");
    this.#freshness = new Freshness(store, plan, clock, (change) => this.#announce(change));
    this.#disposables.add(this.#changes);
    this.#disposables.add(session);
    this.#disposables.add(this.#reader);
    this.#disposables.add(this.#freshness);
    this.#disposables.add(this.#poller);
    this.#disposables.add(session.onDidChangeState(() => this.#sessionChanged()));
  }

  get nodes(): ReadonlyMap<string, KomariNode> {
    return this.#store.nodes;
  }

  /** False until it is known which nodes there are: an empty fleet is then not yet known. */
  get nodesLoaded(): boolean {
    return this.#store.nodesLoaded;
  }

  /** Whether what is known of the nodes is being kept up to date. */
  get isFresh(): boolean {
    return this.#store.isFresh;
  }

  /** Milliseconds since the latest statuses came; undefined: none did. */
  get lastKnownAge(): number | undefined {
    const { receivedAt } = this.#store;
    return receivedAt === undefined ? undefined : Math.max(0, this.#clock.now() - receivedAt);
  }

  /** Why the nodes or their statuses cannot be read though the session is ready. */
  get problem(): Problem | undefined {
    return this.#reader.problem;
  }

  /** A request for statuses has taken long, or had when the connection was lost: then its end is no sign of life. */
  get slow(): boolean {
    return this.#reader.isSlow || this.#wasSlow;
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

  /** The CPU of a node in the last minutes: see `CpuTrails`. */
  cpuTrail(uuid: string): Uint8Array {
    return this.#store.cpuTrail(uuid, this.#clock.now());
  }

  counts(): PresenceCounts {
    return this.#store.counts();
  }

  /** The server's clock now, milliseconds since the epoch. */
  serverTime(): number {
    return this.session.serverClock.at(this.#clock.now());
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

  /** Reads again what a call has changed, or may have. */
  reread(affected: readonly Affected[]): void {
    if (this.session.state.kind !== "ready") return;
    if (affected.includes("nodes")) this.#poller.refresh();
    if (affected.includes("server")) void this.session.verifyRole();
  }

  /** The user is back, or the computer from its sleep: what pauses after a failure goes on now. */
  wake(): void {
    this.session.wake();
    this.#reader.wake();
    this.#poller.wake();
  }

  configure(plan: PollPlan): void {
    this.#attention = plan.attention;
    this.session.connection.setWatched(plan.attention === "visible");
    this.#poller.configure(plan.attention, plan.intervals);
    if (plan.attention === "paused") this.#becomeStale();
    else if (this.session.state.kind === "ready") this.#endStaleTimer();
  }

  /** The nodes that `source` shows now, in place of what it showed before. Unknown ones are ignored. */
  setVisibleNodes(source: VisibleNodesSource, uuids: ReadonlySet<string>): void {
    this.#plan.setVisibleNodes(source, uuids);
    this.#poller.update();
  }

  setThresholds(thresholds: Thresholds): void {
    this.#announce(this.#store.setThresholds(thresholds));
  }

  dispose(): void {
    this.#endStaleTimer();
    this.#disposables.dispose();
  }

  #sessionChanged(): void {
    const { state } = this.session;
    if (state.kind === "ready") {
      this.#endStaleTimer();
      // None is known while the server does not say.
      if (state.identity.methods.size > 0) this.#plan.setMethods(state.identity.methods);
      this.#poller.start();
    } else {
      if (this.isFresh) this.#wasSlow ||= this.#reader.isSlow;
      this.#poller.stop();
      this.#reader.stop();
      this.#store.setInterrupted();
      this.#becomeStaleLater();
    }
    this.#changes.fire({ kind: "session" });
  }

  #statusesCame(): void {
    if (this.#wasSlow) {
      this.#wasSlow = false;
      this.#changes.fire({ kind: "session" });
    }
    this.#freshness.update();
    // Polling is paused, so no further report follows this one.
    if (this.#attention === "paused") this.#becomeStaleLater();
  }

  #becomeStaleLater(): void {
    this.#staleTimer ??= this.#clock.setTimeout(() => this.#becomeStale(), staleAfterMs);
  }

  #becomeStale(): void {
    this.#endStaleTimer();
    this.#wasSlow = false;
    this.#announce(this.#store.setStale());
    this.#freshness.update();
  }

  #endStaleTimer(): void {
    this.#staleTimer?.dispose();
    this.#staleTimer = undefined;
  }

  #announce(change: NodeChange): void {
    if (change.structure || change.presence || change.trouble || change.uuids.size > 0) {
      this.#changes.fire({ kind: "nodes", ...change });
    }
  }
}
