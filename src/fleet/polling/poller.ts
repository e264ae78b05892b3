import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { PollLoop } from "./pollLoop";
import { type Attention, type PollIntervals } from "./pollPolicy";
import { type PartOutcome, type StatusPart } from "./statusPart";
import { type StatusPlan } from "./statusPlan";

/** Each is one request. They never reject: errors are reported before. */
export interface PollTasks {
  /** @returns whether it succeeded. */
  nodes(signal: AbortSignal): Promise<boolean>;
  statuses(part: StatusPart, signal: AbortSignal): Promise<PartOutcome>;
}

/** Nothing can be shown without nodes, so failed requests for them are retried before they are due. */
const retryNodesMs = 10_000;

/** Without any nodes, statuses are requested once the nodes have taken this long: they name the nodes, too. */
const patienceMs = 5_000;

/**
 * Runs the polls of one server: the nodes when they are due and, beside them, the statuses, one part after
 * the other. The first statuses wait until it is known which nodes there are, unless that takes long.
 */
export class Poller implements Disposable {
  readonly #nodes: PollLoop;
  readonly #statuses: PollLoop;
  #isStarted = false;
  /** Our time from which on statuses do not wait for the nodes: these came, cannot be had, or take long. */
  #statusesFrom = 0;
  #nodesDueAt = 0;
  #nodesUrgent = false;
  #haveNodesFailed = false;

  constructor(
    private readonly tasks: PollTasks,
    private readonly plan: StatusPlan,
    private readonly clock: Clock,
    private intervals: PollIntervals,
    private attention: Attention,
  ) {
    this.#nodes = new PollLoop(
      (signal) => this.#readNodes(signal),
      () => this.#untilNodes(),
      clock,
    );
    this.#statuses = new PollLoop(
      (signal) => this.#readPart(signal),
      () => this.#untilStatuses(),
      clock,
    );
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#statusesFrom = this.clock.now() + (this.plan.hasNodes ? 0 : patienceMs);
    this.refresh();
    this.#nodes.start();
    this.#statuses.start();
  }

  stop(): void {
    this.#isStarted = false;
    this.#nodes.stop();
    this.#statuses.stop();
  }

  dispose(): void {
    this.stop();
  }

  /** Requests everything now, or right after what is under way; also while paused. */
  refresh(): void {
    this.refreshNodes();
    this.plan.requestAll();
    this.#statuses.update();
  }

  /** Ends the pauses after failures. */
  wake(): void {
    if (this.#haveNodesFailed) this.refreshNodes();
    if (!this.plan.pauses.hasFailed) return;
    this.plan.requestAll();
    this.#statuses.update();
  }

  refreshNodes(): void {
    this.#nodesUrgent = true;
    this.#nodes.update();
  }

  /** Other nodes may be due, or at another time. */
  update(): void {
    this.#statuses.update();
  }

  configure(attention: Attention, intervals: PollIntervals): void {
    if (attention === this.attention && intervals === this.intervals) return;
    this.attention = attention;
    this.intervals = intervals;
    this.plan.configure(attention, intervals);
    this.#nodes.update();
    this.#statuses.update();
  }

  /** Milliseconds; undefined: not before something changes. */
  #untilStatuses(): number | undefined {
    const now = this.clock.now();
    const wait = this.plan.untilNext(now);
    return wait === undefined ? undefined : Math.max(wait, this.#statusesFrom - now);
  }

  /** Milliseconds; undefined: until the attention changes. */
  #untilNodes(): number | undefined {
    if (this.#nodesUrgent) return 0;
    if (this.attention === "paused") return undefined;
    const wait = this.#nodesDueAt - this.clock.now();
    // The interval was shortened.
    return wait > this.#nodesInterval ? 0 : wait;
  }

  /** Not more often than the statuses. */
  get #nodesInterval(): number {
    const { attention, intervals } = this;
    return Math.max(intervals.nodes, attention === "paused" ? 0 : intervals[attention]);
  }

  async #readNodes(signal: AbortSignal): Promise<void> {
    this.#nodesUrgent = false;
    const startedAt = this.clock.now();
    const succeeded = await this.tasks.nodes(signal);
    if (signal.aborted) return;
    this.#haveNodesFailed = !succeeded;
    const interval = this.#nodesInterval;
    this.#nodesDueAt = succeeded
      ? startedAt + interval
      : this.clock.now() + Math.min(interval, retryNodesMs);
    this.plan.costs.learnLatency(this.clock.now() - startedAt);
    this.#statusesFrom = 0;
    this.#statuses.update();
  }

  async #readPart(signal: AbortSignal): Promise<void> {
    const startedAt = this.clock.now();
    const part = this.plan.next(startedAt);
    const outcome = await this.tasks.statuses(part, signal);
    if (outcome === "lost") this.plan.requestAgain(part.uuids, this.clock.now());
    if (outcome === "lost" || (signal.aborted && outcome !== "tooLarge")) return;
    this.plan.finish(part, outcome, { startedAt, endedAt: this.clock.now() });
  }
}
