import { type Clock } from "../../src/util/clock";
import { toDisposable } from "../../src/util/disposable";

interface Timer {
  at: number;
  readonly callback: () => void;
}

/** A clock that stands still: `advance` runs what is due, in order of time. */
export class FakeClock implements Clock {
  #now: number;
  #wallAheadMs = 0;
  readonly #timers = new Set<Timer>();

  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  get pending(): number {
    return this.#timers.size;
  }

  /** When the next timer is due; undefined: there is none. */
  get nextAt(): number | undefined {
    return this.#due(Infinity)?.at;
  }

  now(): number {
    return this.#now;
  }

  wallTime(): number {
    return this.#now + this.#wallAheadMs;
  }

  setTimeout(callback: () => void, delayMs: number) {
    const timer = { at: this.#now + delayMs, callback };
    this.#timers.add(timer);
    return toDisposable(() => this.#timers.delete(timer));
  }

  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#due(end); next !== undefined; next = this.#due(end)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
    }
    this.#now = end;
  }

  /** The computer's clock is set; timers and durations go on. */
  setWallClock(byMs: number): void {
    this.#wallAheadMs += byMs;
  }

  /** The computer sleeps: time passes, and no timer runs. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
  }

  #due(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.at <= end && (first === undefined || timer.at < first.at)) first = timer;
    }
    return first;
  }
}
