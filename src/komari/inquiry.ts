/** What is being found out, one thing at a time. What a piece of work leaves behind goes on until the next, or the end. */
export class Inquiry {
  #controller: AbortController | undefined;
  #done: Promise<void> | undefined;

  /** Undefined: nothing is being found out. */
  get done(): Promise<void> | undefined {
    return this.#done;
  }

  begin(work: (signal: AbortSignal) => Promise<void>): void {
    this.end();
    const controller = new AbortController();
    this.#controller = controller;
    this.#done = work(controller.signal).finally(() => {
      if (this.#controller === controller) this.#done = undefined;
    });
  }

  end(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#done = undefined;
  }
}
