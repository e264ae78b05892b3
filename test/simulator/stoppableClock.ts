import { type Clock } from "../../src/util/clock";
import { type Disposable, toDisposable } from "../../src/util/disposable";

/** A clock whose timers all end when it is stopped, so that a slow answer does not outlive a test. */
export class StoppableClock implements Clock {
  readonly #clock: Clock;
  readonly #timers = new Set<Disposable>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  wallTime(): number {
    return this.#clock.wallTime();
  }

  setTimeout(callback: () => void, delayMs: number): Disposable {
    const timer = this.#clock.setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, delayMs);
    this.#timers.add(timer);
    return toDisposable(() => {
      this.#timers.delete(timer);
      timer.dispose();
    });
  }

  stop(): void {
    for (const timer of this.#timers) timer.dispose();
    this.#timers.clear();
  }
}
