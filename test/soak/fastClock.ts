import { type Clock } from "../../src/util/clock";
import { toDisposable } from "../../src/util/disposable";

/** Time that passes several times as fast, the same in every process with the same origin. */
export class FastClock implements Clock {
  #pending = 0;

  /** @param origin when this time was that of the computer's clock, in milliseconds since the epoch. */
  constructor(
    private readonly origin: number,
    private readonly speed: number,
  ) {}

  /** How many timers run. */
  get pending(): number {
    return this.#pending;
  }

  now(): number {
    return this.wallTime();
  }

  wallTime(): number {
    return Math.round(this.origin + (Date.now() - this.origin) * this.speed);
  }

  setTimeout(callback: () => void, delayMs: number) {
    let isPending = true;
    const end = () => {
      if (isPending) this.#pending -= 1;
      isPending = false;
    };
    this.#pending += 1;
    const timer = setTimeout(() => {
      end();
      callback();
    }, delayMs / this.speed);
    return toDisposable(() => {
      clearTimeout(timer);
      end();
    });
  }
}
