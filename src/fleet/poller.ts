import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { type Attention, pauseBetweenPolls, type PollIntervals } from "./pollPolicy";

/** Each is one request; a rejection means that it failed and has been told. */
export interface PollTasks {
  nodes(signal: AbortSignal): Promise<void>;
  statuses(signal: AbortSignal): Promise<void>;
}

/** Without its nodes a server is not of much use: they are asked for again before they are due. */
const retryNodesMs = 10_000;

/**
 * Runs the polls of one server, never two at a time: the nodes when they are due, the statuses,
 * then a pause by policy. A stopped or paused poller holds no timer.
 */
export class Poller implements Disposable {
  #controller: AbortController | undefined;
  #timer: Disposable | undefined;
  #inRound = false;
  #urgent = false;
  #nodesDueAt = 0;
  #startedAt = 0;
  #finishedAt = 0;
  #failures = 0;

  constructor(
    private readonly tasks: PollTasks,
    private readonly clock: Clock,
    private intervals: PollIntervals,
    private attention: Attention,
  ) {}

  start(): void {
    if (this.#controller !== undefined) return;
    this.#controller = new AbortController();
    this.#failures = 0;
    this.refresh();
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#inRound = false;
    this.#cancelTimer();
  }

  dispose(): void {
    this.stop();
  }

  /** Asks for everything now, or right after the round under way; also while paused. */
  refresh(): void {
    this.#nodesDueAt = 0;
    this.#urgent = true;
    this.#schedule(0);
  }

  configure(attention: Attention, intervals: PollIntervals): void {
    if (attention === this.attention && intervals === this.intervals) return;
    this.attention = attention;
    this.intervals = intervals;
    this.#scheduleNext();
  }

  #schedule(delayMs: number): void {
    const controller = this.#controller;
    if (controller === undefined || this.#inRound) return;
    this.#cancelTimer();
    this.#timer = this.clock.setTimeout(
      () => void this.#round(controller.signal),
      Math.max(0, delayMs),
    );
  }

  #cancelTimer(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
  }

  async #round(signal: AbortSignal): Promise<void> {
    this.#inRound = true;
    this.#urgent = false;
    this.#startedAt = this.clock.now();
    const succeeded = await this.#poll(signal);
    if (signal.aborted) return;
    this.#inRound = false;
    this.#finishedAt = this.clock.now();
    this.#failures = succeeded ? 0 : this.#failures + 1;
    this.#scheduleNext();
  }

  #scheduleNext(): void {
    const pause = this.#untilNextRound();
    if (pause === undefined) this.#cancelTimer();
    else this.#schedule(pause);
  }

  /** Milliseconds; undefined: until somebody looks again. */
  #untilNextRound(): number | undefined {
    if (this.#urgent) return 0;
    if (this.attention === "paused") return undefined;
    const took = this.#finishedAt - this.#startedAt;
    const pause = pauseBetweenPolls(this.attention, this.intervals, took, this.#failures);
    // The computer's clock may have been set back.
    return Math.min(pause, this.#finishedAt + pause - this.clock.now());
  }

  async #poll(signal: AbortSignal): Promise<boolean> {
    let succeeded = true;
    if (this.#areNodesDue()) {
      succeeded = await settles(this.tasks.nodes(signal));
      const { nodes } = this.intervals;
      const interval = succeeded ? nodes : Math.min(nodes, retryNodesMs);
      // Whoever asked for a refresh meanwhile wants what is true from then on.
      this.#nodesDueAt = this.#urgent ? 0 : this.clock.now() + interval;
    }
    if (signal.aborted) return false;
    return (await settles(this.tasks.statuses(signal))) && succeeded;
  }

  /** Also when the interval was shortened or the computer's clock set back since they were put off. */
  #areNodesDue(): boolean {
    const wait = this.#nodesDueAt - this.#startedAt;
    return wait <= 0 || wait > this.intervals.nodes;
  }
}

function settles(task: Promise<void>): Promise<boolean> {
  return task.then(
    () => true,
    () => false,
  );
}
