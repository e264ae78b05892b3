import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { reportUnexpectedError } from "../../util/unexpectedErrors";

/** At least this long after an error that the task did not handle: it may fail again at once. */
const afterErrorMs = 10_000;

/** Runs a task again and again, never two at a time. A stopped loop holds no timer. */
export class PollLoop implements Disposable {
  #controller: AbortController | undefined;
  #timer: Disposable | undefined;
  #isRunning = false;

  /**
   * @param task an error that it did not handle itself is reported, and the loop goes on.
   * @param untilNext milliseconds until the task is due; undefined: not before `update`.
   */
  constructor(
    private readonly task: (signal: AbortSignal) => Promise<void>,
    private readonly untilNext: () => number | undefined,
    private readonly clock: Clock,
  ) {}

  start(): void {
    if (this.#controller !== undefined) return;
    this.#controller = new AbortController();
    this.update();
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#isRunning = false;
    this.#timer?.dispose();
  }

  dispose(): void {
    this.stop();
  }

  /** Something has changed by which the task may be due at another time. */
  update(): void {
    this.#schedule(0);
  }

  #schedule(minDelayMs: number): void {
    const controller = this.#controller;
    if (controller === undefined || this.#isRunning) return;
    this.#timer?.dispose();
    const delayMs = this.untilNext();
    if (delayMs === undefined) return;
    this.#timer = this.clock.setTimeout(
      () => void this.#run(controller.signal),
      Math.max(minDelayMs, delayMs),
    );
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.#isRunning = true;
    let minDelayMs = 0;
    try {
      await this.task(signal);
    } catch (error) {
      reportUnexpectedError(error);
      minDelayMs = afterErrorMs;
    }
    if (signal.aborted) return;
    this.#isRunning = false;
    this.#schedule(minDelayMs);
  }
}
