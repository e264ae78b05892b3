/** One background task at a time: the next one cancels it. Its signal stays valid after it resolves, until the next one or `cancel`. */
export class LatestTask {
  #controller: AbortController | undefined;
  #done: Promise<void> | undefined;

  /** Undefined while no task is running. */
  get done(): Promise<void> | undefined {
    return this.#done;
  }

  start(work: (signal: AbortSignal) => Promise<void>): void {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    this.#done = work(controller.signal).finally(() => {
      if (this.#controller === controller) this.#done = undefined;
    });
  }

  cancel(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#done = undefined;
  }
}
