import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";

/** Runs a task again and again, never two at a time. A stopped loop holds no timer. */
export class PollLoop implements Disposable {
  #controller: AbortController | undefined;
  #timer: Disposable | undefined;
  #isRunning = false;

  /**
   * @param task never rejects.
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
    const controller = this.#controller;
    if (controller === undefined || this.#isRunning) return;
    this.#timer?.dispose();
    const delayMs = this.untilNext();
    if (delayMs === undefined) return;
    this.#timer = this.clock.setTimeout(
      () => void this.#run(controller.signal),
      Math.max(0, delayMs),
    );
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.#isRunning = true;
    await this.task(signal);
    if (signal.aborted) return;
    this.#isRunning = false;
    this.update();
  }
}
