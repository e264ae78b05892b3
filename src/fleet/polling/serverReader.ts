import { type KomariNode, type NodeList } from "../../komari/model/model";
import { type Problem, problemOf } from "../../komari/problem";
import { isTooLarge, retryAfter } from "../../komari/requestLimits";
import { type Session } from "../../komari/session";
import { statusesShouldHaveCome } from "../../komari/statusComparison";
import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { type NodeChange } from "../nodes/nodeChange";
import { type NodeStore } from "../nodes/nodeStore";
import { PollFailures } from "./pollFailures";
import { type PollTasks } from "./poller";
import { statusesOf } from "./reportedStatuses";
import { SlowWatch } from "./slowWatch";
import { type StatusResponse } from "../nodes/statusResponse";
import { type PartOutcome, type StatusPart } from "./statusPart";
import { type StatusPlan } from "./statusPlan";

export interface ReaderOptions {
  readonly session: Session;
  readonly store: NodeStore;
  readonly plan: StatusPlan;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly serverName: () => string;
}

export interface ReaderEvents {
  onNodes(change: NodeChange): void;
  /** Statuses have come; called after `onNodes`. */
  onStatuses(): void;
  /** They have failed for long. */
  onStatusesFailing(): void;
  /** Of a server that is slow, or of which something cannot be read. */
  onProblem(): void;
  /** A node reports that is not listed. */
  onUnknownReporter(): void;
}

/** A server that reports other unknown nodes every time gets no request for the nodes sooner than this. */
const unknownReporterPauseMs = 10_000;

/** Nodes that may come back after a restart of the server are requested again after this time. */
const postponedMs = 2_000;

/** Reads the nodes and statuses of one server into its store, and keeps account of what fails. */
export class ServerReader implements PollTasks, Disposable {
  /** The list of nodes is requested again soon, and statuses go on meanwhile. */
  readonly #nodeFailures = new PollFailures(false);
  readonly #statusFailures = new PollFailures(true);
  readonly #slow: SlowWatch;
  /** Reporting nodes that getNodes does not list: asking again for them would not help. */
  #unknownReporters: ReadonlySet<string> = new Set();
  #unknownRequestedAt = -Infinity;
  /** The nodes whose statuses are being read, and how to give that up. */
  #reading: { readonly uuids: readonly string[]; readonly lost: AbortController } | undefined;

  constructor(
    private readonly options: ReaderOptions,
    private readonly events: ReaderEvents,
  ) {
    const { session, clock } = options;
    this.#slow = new SlowWatch(clock, {
      onDidChange: () => events.onProblem(),
      reach: (signal) => session.api.reachability({ signal }),
      compare: (elapsedMs, isPostThere, signal) => this.#compare(elapsedMs, isPostThere, signal),
      onLost: () => session.reconnect(),
    });
  }

  /** Why the nodes or their statuses cannot be read though the session is ready. */
  get problem(): Problem | undefined {
    const { nodesLoaded } = this.options.store;
    const failing = [this.#statusFailures, this.#nodeFailures].find(
      ({ persistent, problem }) => persistent || (problem !== undefined && !nodesLoaded),
    );
    return failing?.problem;
  }

  /** The server has been working on statuses for long. */
  get isSlow(): boolean {
    return this.#slow.isSlow;
  }

  async nodes(signal: AbortSignal): Promise<boolean> {
    const { session, store } = this.options;
    try {
      const list = await session.api.nodes({ signal });
      if (signal.aborted) return false;
      this.#show(store.setNodes(list.nodes));
      this.#notifyIfProblemChanges(() => this.#nodeFailures.succeeded());
      await this.#verifyPrivilege(list);
      return true;
    } catch (error) {
      this.#fail("nodes", this.#nodeFailures, error, signal);
      return false;
    } finally {
      this.#unknownReporters = new Set(store.unknownUuids());
    }
  }

  async statuses(part: StatusPart, signal: AbortSignal): Promise<PartOutcome> {
    const { store, plan, clock } = this.options;
    const requestedAt = clock.now();
    const lost = new AbortController();
    this.#reading = { uuids: part.uuids, lost };
    this.#slow.begin();
    try {
      const response = await this.#read(part, AbortSignal.any([signal, lost.signal]));
      if (signal.aborted) return "failed";
      this.#slow.recordResponse();
      const now = clock.now();
      const { change, postponed } = store.setStatuses(response, now);
      plan.requestAgain(postponed, now + postponedMs);
      this.#notifyIfProblemChanges(() => this.#statusFailures.succeeded());
      this.events.onNodes(change);
      this.#fillFromStatuses(requestedAt);
      this.#requestUnknownReporters();
      this.events.onStatuses();
      return "received";
    } catch (error) {
      // A response that is too large closes the socket, and with it ends the poll.
      if (signal.aborted) return isTooLargePart(part, error) ? "tooLarge" : "failed";
      this.#slow.end();
      return lost.signal.aborted ? "lost" : this.#failedPart(part, error, signal);
    }
  }

  /** The request under way may wait for nothing. */
  wake(): void {
    this.#slow.checkNow();
  }

  /** The connection is lost, and with it what was under way. */
  stop(): void {
    this.#slow.end();
  }

  dispose(): void {
    this.#slow.dispose();
  }

  async #compare(elapsedMs: () => number, isPostThere: boolean, signal: AbortSignal) {
    const { session, logger, serverName, clock } = this.options;
    const reading = this.#reading;
    if (reading === undefined) return "alive";
    const onDead = (): void => {
      logger.warn(`${serverName()}: statuses were requested over a connection that is dead`);
      reading.lost.abort();
    };
    const limits = { clock, elapsedMs, signal };
    return await session.connection.compareWays(
      (fresh) => statusesShouldHaveCome(fresh, reading.uuids, limits),
      { onDead, isPostThere, signal },
    );
  }

  async #read(part: StatusPart, signal: AbortSignal): Promise<StatusResponse> {
    const { source } = part;
    if (source === "reports") return await this.#readReports(part, signal);
    const uuids = part.isWhole ? undefined : part.uuids;
    const query = { uuids, omitsPings: source === "statusesWithoutPings" };
    const statuses = await this.options.session.api.latestStatus(query, { signal });
    return { uuids, statuses, source };
  }

  async #readReports({ uuids }: StatusPart, signal: AbortSignal): Promise<StatusResponse> {
    const { session, store, clock } = this.options;
    const reports = await session.api.recentReports(uuids, { signal });
    const serverTime = store.serverClock.isKnown ? store.serverClock.at(clock.now()) : undefined;
    const statuses = statusesOf(reports, serverTime);
    return { uuids: [...reports.keys()], statuses, source: "reports" };
  }

  #show(change: NodeChange): void {
    const { store, plan } = this.options;
    plan.setNodes([...store.nodes.values()].sort(byWeight).map(({ uuid }) => uuid));
    this.events.onNodes(change);
  }

  /** Bare rows of nodes that have just reported, for a server whose getNodes fails. */
  #fillFromStatuses(requestedAt: number): void {
    const { store, plan } = this.options;
    const change = store.fillFromStatuses();
    if (!change.structure) return;
    this.#show(change);
    plan.markReceived(store.nodes.keys(), requestedAt);
  }

  /** A node that reports and is not listed may be a new one. */
  #requestUnknownReporters(): void {
    const now = this.options.clock.now();
    if (now - this.#unknownRequestedAt < unknownReporterPauseMs) return;
    if (this.options.store.unknownUuids().every((uuid) => this.#unknownReporters.has(uuid))) return;
    this.#unknownRequestedAt = now;
    this.events.onUnknownReporter();
  }

  /** Whether what only administrators see came or went shows that a sign-in began or ended. */
  async #verifyPrivilege({ nodes, privileged }: NodeList): Promise<void> {
    const { session } = this.options;
    const { state } = session;
    if (state.kind !== "ready" || nodes.length === 0) return;
    if (privileged !== (state.identity.role === "admin")) await session.verifyRole();
  }

  #failedPart(part: StatusPart, error: unknown, signal: AbortSignal): PartOutcome {
    const { uuids } = part;
    const { logger, serverName, plan, clock } = this.options;
    plan.pauses.obeyUntil(clock.now() + (retryAfter(error) ?? 0));
    if (isTooLargePart(part, error)) {
      logger.info(`${serverName()}: ${uuids.length} statuses are too many for one request`, error);
      return "tooLarge";
    }
    this.#fail("statuses", this.#statusFailures, error, signal);
    if (this.#statusFailures.persistent) this.events.onStatusesFailing();
    return "failed";
  }

  #fail(what: string, failures: PollFailures, error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    const { logger, serverName, session } = this.options;
    logger.warn(`${serverName()}: reading the ${what} failed`, error);
    this.#notifyIfProblemChanges(() => failures.failed(problemOf(error, session.credential)));
  }

  /** Reports when `step` changes what is wrong. */
  #notifyIfProblemChanges(step: () => void): void {
    const before = this.problem?.code;
    step();
    if (this.problem?.code !== before) this.events.onProblem();
  }
}

function isTooLargePart({ uuids }: StatusPart, error: unknown): boolean {
  return uuids.length > 1 && isTooLarge(error);
}

/** About the order in which they are shown. */
function byWeight(a: KomariNode, b: KomariNode): number {
  return a.weight - b.weight;
}
