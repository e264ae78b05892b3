import { supportsReports, computesPingsFromMetrics } from "../../komari/features";
import { RequestQueue } from "./requestQueue";
import { VisibleNodes, type VisibleNodesSource } from "./visibleNodes";
import { PartLimit } from "./partLimit";
import { PingSchedule } from "./pingSchedule";
import { PollPauses } from "./pollPauses";
import { type Attention, type PartKind, type PollIntervals } from "./pollPolicy";
import { intervalOf, partKinds, tolerance } from "./pollPolicy";
import { ReportSchedule } from "./reportSchedule";
import { minNodes, StatusCosts, targetMs } from "./statusCosts";
import { type PartOutcome, type StatusPart } from "./statusPart";
import { UsualTime } from "./usualTime";
import { nextKind } from "./nextKind";

/**
 * Which statuses to ask for next, and when: nodes that were never requested, on screen before others; nodes on screen
 * at the interval of the view; the rest at that of the background. A part takes the server about a second.
 */
export class StatusPlan {
  readonly #visibleNodes = new VisibleNodes();
  readonly #queue = new RequestQueue();
  readonly #reports = new ReportSchedule();
  readonly #pings = new PingSchedule();
  /** Of nodes whose pings are requested separately. */
  readonly #pingQueue = new RequestQueue();
  /** Nodes on screen that are known. */
  #visible: ReadonlySet<string> = new Set();
  /** Of a request while no node is known. */
  #allRequestedAt = -Infinity;
  #last: PartKind = "rest";
  readonly #limit = new PartLimit();
  readonly #usualTime = new UsualTime();
  #maxGapMs = 0;

  readonly pauses = new PollPauses();
  readonly costs = new StatusCosts();

  constructor(
    private attention: Attention,
    private intervals: PollIntervals,
  ) {}

  get hasNodes(): boolean {
    return this.#queue.known.size > 0;
  }

  /** How often a node off screen is requested, in milliseconds. */
  get intervalMs(): number {
    return Math.max(this.intervals.visible, this.#interval("rest"));
  }

  /** How long such a node waits for its turn, or will once it is known what the server takes. */
  get renewalMs(): number {
    return Math.max(this.intervalMs, this.#maxGapMs, this.#reports.sweepMs);
  }

  configure(attention: Attention, intervals: PollIntervals): void {
    this.attention = attention;
    this.intervals = intervals;
    this.#updateSeen();
  }

  /** What the server offers. */
  setMethods(methods: ReadonlySet<string>): void {
    this.costs.presume(computesPingsFromMetrics(methods));
    this.#reports.setAvailable(supportsReports(methods));
    this.#pings.setMethods(methods);
    this.#updateWork();
  }

  /** In the order in which they are first requested. */
  setNodes(uuids: readonly string[]): void {
    this.#queue.setKnown(uuids);
    this.#pingQueue.setKnown(uuids);
    for (const each of [this.costs, this.#reports, this.#pings]) each.keepOnly(this.#queue.known);
    this.#updateSeen();
  }

  setVisibleNodes(source: VisibleNodesSource, uuids: ReadonlySet<string>): void {
    this.#visibleNodes.set(source, uuids);
    this.#updateSeen();
  }

  /** Everything is due now, what was requested longest ago first. */
  requestAll(): void {
    this.#queue.requeueAll();
    this.#allRequestedAt = -Infinity;
    this.pauses.reset();
  }

  /** The statuses of these have been received. */
  markReceived(uuids: Iterable<string>, requestedAt: number): void {
    this.#queue.markRequested(uuids, requestedAt);
  }

  /** These are requested again at our time `time` though it is not their turn. */
  requestAgain(uuids: readonly string[], time: number): void {
    if (uuids.length === 0) return;
    this.#queue.requeue(uuids);
    this.pauses.pauseUntil(time);
  }

  /** Milliseconds; undefined: not before something changes. */
  untilNext(now: number): number | undefined {
    if (this.attention === "paused" && this.pauses.hasFailed) return undefined;
    const wait = Math.min(...partKinds.map((kind) => this.#wait(kind, now)));
    return wait === Infinity ? undefined : Math.max(wait, this.pauses.serverUntil - now);
  }

  /** What to request now; from here on it counts as requested. */
  next(now: number): StatusPart {
    const kind = this.#kindAt(now);
    const isOfReports = this.#asksReports(kind);
    const latest = now - this.#interval(kind) * (1 - tolerance[kind]);
    const due = this.#queueOf(kind).due(this.#inOrder(kind), latest);
    const uuids = isOfReports ? this.#reports.pick(due) : this.#pick(kind, due, now);
    this.#last = kind;
    if (kind === "rest") this.#maxGapMs = this.#queue.gapOf(uuids, now) ?? this.#maxGapMs;
    this.#queue.markRequested(uuids, now);
    if (kind === "pings") this.#pingQueue.markRequested(uuids, now);
    this.#allRequestedAt = now;
    const source = isOfReports ? "reports" : this.#pings.take(kind, uuids, now);
    const isWhole =
      !isOfReports && uuids.length === this.#queue.known.size && this.#limit.takesWhole;
    return { kind, uuids, isWhole, source };
  }

  finish(
    part: StatusPart,
    outcome: PartOutcome,
    { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  ): void {
    const { kind, uuids, source } = part;
    const expectedMs = source === "reports" ? targetMs : this.costs.expected(uuids, startedAt);
    const tookMs = this.#usualTime.plausible(endedAt - startedAt, expectedMs);
    if (source === "reports" && outcome === "received") {
      this.#queue.requeue(this.#reports.finish(kind, uuids));
    }
    if (source !== "reports" && (outcome === "received" || tookMs > targetMs)) {
      this.costs.learn(uuids, startedAt, tookMs);
      this.#updateWork();
    }
    if (source !== "reports" && outcome === "received") this.#limit.recordSuccess(endedAt);
    if (outcome === "tooLarge") {
      this.#refused(part, endedAt);
      // Fewer nodes than that are too many only for a server that refuses anything.
      if (uuids.length > minNodes[kind]) return;
    }
    this.pauses.finish(kind, {
      tookMs,
      endedAt,
      failed: outcome !== "received",
      intervalMs: this.#interval(kind),
      isWatched: this.attention === "visible",
      // Until every node was requested once.
      isHurried: this.#queue.hasPending,
    });
  }

  /** It is requested again for fewer nodes, or for statuses in place of reports. */
  #refused({ source, uuids, isWhole }: StatusPart, now: number): void {
    if (source === "reports") this.#reports.setAvailable(false);
    else this.#limit.refuse(uuids.length, isWhole, now);
    this.#queue.requeue(uuids);
  }

  #pick(kind: PartKind, due: Iterable<string>, now: number): readonly string[] {
    // What is known already by its reports does not wait for a part that may take long.
    const isTrial = this.#reports.comeFirst && !this.costs.areMeasured;
    const limit = Math.min(this.#limit.nodes, isTrial ? minNodes[kind] : Infinity);
    const picked = this.costs.fit(kind, due, now, limit);
    return this.#completes(kind, picked, now) ? [...this.#queue.known] : picked;
  }

  #asksReports(kind: PartKind): boolean {
    return this.#reports.replaceStatuses(kind) || this.#beginsWithReports(kind);
  }

  #beginsWithReports(kind: PartKind): boolean {
    if (kind === "pings") return false;
    const [first = ""] = this.#inOrder(kind);
    return this.#queue.requestedAt(first) === -Infinity && this.#reports.comesFirst(first);
  }

  #updateSeen(): void {
    this.#visible =
      this.attention === "visible" ? this.#visibleNodes.of(this.#queue.known) : new Set();
    this.#updateWork();
  }

  #queueOf(kind: PartKind): RequestQueue {
    return kind === "pings" ? this.#pingQueue : this.#queue;
  }

  #updateWork(): void {
    const work = (nodes: ReadonlySet<string>) => this.costs.coldMs * nodes.size;
    this.#reports.setWork({ visible: work(this.#visible), all: work(this.#queue.known) });
  }

  #interval(kind: PartKind): number {
    return Math.max(intervalOf(kind, this.intervals), this.#reports.minIntervalMs(kind));
  }

  /** Milliseconds; Infinity: there is nothing of this kind to ask for. */
  #wait(kind: PartKind, now: number): number {
    const dueAt = this.#dueAt(kind) ?? Infinity;
    return Math.max(0, Math.max(dueAt, this.pauses.until(kind)) - now);
  }

  /** Undefined: there is nothing of this kind to ask for. */
  #dueAt(kind: PartKind): number | undefined {
    if (!this.hasNodes) {
      const isOwn = kind === (this.attention === "visible" ? "visible" : "rest");
      return isOwn ? this.#afterInterval(kind, this.#allRequestedAt) : undefined;
    }
    const [first] = this.#inOrder(kind);
    if (first === undefined) return undefined;
    return this.#afterInterval(kind, this.#queueOf(kind).requestedAt(first));
  }

  /** While paused nothing is requested a second time. */
  #afterInterval(kind: PartKind, requestedAt: number): number | undefined {
    if (requestedAt === -Infinity) return requestedAt;
    return this.attention === "paused" ? undefined : requestedAt + this.#interval(kind);
  }

  #kindAt(now: number): PartKind {
    const turns = partKinds.map((kind) => ({ kind, wait: this.#wait(kind, now) }));
    const ready = turns.flatMap(({ kind, wait }) => (wait <= 0 ? [kind] : []));
    const reported = ready.find((kind) => this.#beginsWithReports(kind));
    if (reported !== undefined) return reported;
    const [first = ""] = this.#inOrder("visible");
    if (ready.includes("visible") && this.#queue.requestedAt(first) === -Infinity) return "visible";
    return nextKind(turns, this.#last);
  }

  /** The nodes of a kind, what was never requested or longest ago first. */
  *#inOrder(kind: PartKind): Iterable<string> {
    if (kind === "visible") yield* this.#queue.sorted(this.#visible);
    else if (kind === "pings")
      yield* this.#pingQueue.sorted(this.#reports.nodesWithSeparatePings(this.#visible));
    else for (const uuid of this.#queue.inOrder()) if (!this.#visible.has(uuid)) yield uuid;
  }

  /** Whether it costs no more to ask for all nodes in place of these. */
  #completes(kind: PartKind, picked: readonly string[], now: number): boolean {
    const { known } = this.#queue;
    const isMost = kind === "rest" && picked.length * 2 >= known.size;
    return isMost && this.costs.fit(kind, known, now, this.#limit.nodes).length === known.size;
  }
}
