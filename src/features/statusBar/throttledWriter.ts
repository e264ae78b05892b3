import { isDeepStrictEqual } from "node:util";
import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";

interface Showable {
  /** Another state is shown at once. */
  readonly state: string;
  /** Its text depends on the current time. */
  readonly hasAge: boolean;
  /** Its counts are not complete yet. */
  readonly isFilling: boolean;
}

interface Options<T> {
  /** What there is to show now; undefined: nothing. */
  readonly read: () => T | undefined;
  readonly write: (value: T | undefined) => void;
  readonly clock: Clock;
}

/** Minimum time between two texts of the same state; shorter while nodes wait for their first status. */
const minIntervalMs = { usual: 10_000, filling: 1_000 } as const;
const ageTickMs = 60_000;

/** Throttles the writes of a value: another state is written at once, other changes after an interval. */
export class ThrottledWriter<T extends Showable> implements Disposable {
  #shown: T | undefined;
  #writtenAt = -Infinity;
  #timer: Disposable | undefined;

  constructor(private readonly options: Options<T>) {}

  update(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const value = this.options.read();
    if (isDeepStrictEqual(value, this.#shown)) this.#tick(value);
    else if (value?.state === this.#shown?.state && this.#remainingMs > 0)
      this.#wait(this.#remainingMs);
    else this.#write(value);
  }

  dispose(): void {
    this.#timer?.dispose();
  }

  get #remainingMs(): number {
    const ms = this.#shown?.isFilling === true ? minIntervalMs.filling : minIntervalMs.usual;
    return this.#writtenAt + ms - this.options.clock.now();
  }

  #write(value: T | undefined): void {
    this.#shown = value;
    this.#writtenAt = this.options.clock.now();
    this.options.write(value);
    this.#tick(value);
  }

  #tick(value: T | undefined): void {
    if (value?.hasAge === true) this.#wait(ageTickMs);
  }

  #wait(delayMs: number): void {
    this.#timer = this.options.clock.setTimeout(() => this.update(), delayMs);
  }
}
