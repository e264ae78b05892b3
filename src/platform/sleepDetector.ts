import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";

const tickMs = 5_000;
/** A busy computer is not asleep. */
const toleranceMs = 10_000;

/** Notices that the computer has slept: a timer comes much later than planned. */
export class SleepDetector implements Disposable {
  #timer: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onWake: () => void,
  ) {}

  /** Does nothing while it runs. */
  start(): void {
    if (this.#timer === undefined) this.#schedule();
  }

  stop(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
  }

  dispose(): void {
    this.stop();
  }

  #schedule(): void {
    const dueAt = this.clock.now() + tickMs;
    this.#timer = this.clock.setTimeout(() => {
      const lateMs = this.clock.now() - dueAt;
      this.#schedule();
      if (lateMs > toleranceMs) this.onWake();
    }, tickMs);
  }
}
