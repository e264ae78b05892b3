/** A semaphore: runs a number of tasks at the same time; others wait in order. */
export class Slots {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** @param signal a waiting task that is aborted starts at once, so that it fails by its own signal. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const holdsSlot = await this.#take(signal);
    try {
      return await task();
    } finally {
      if (holdsSlot) this.#release();
    }
  }

  async #take(signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted === true) return false;
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    return new Promise((resolve) => {
      const start = (): void => {
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = (): void => {
        this.#waiting.delete(start);
        signal?.removeEventListener("abort", leave);
        resolve(false);
      };
      this.#waiting.add(start);
      signal?.addEventListener("abort", leave);
    });
  }

  #release(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
