import { type Disposable, toDisposable } from "./disposable";

export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A synchronous event source. Listeners run in the order they were added; a disposed emitter is silent. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly listener: (value: T) => void }>();

  readonly event: Event<T> = (listener) => {
    const entry = { listener };
    this.#listeners.add(entry);
    return toDisposable(() => this.#listeners.delete(entry));
  };

  fire(value: T): void {
    for (const { listener } of [...this.#listeners]) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
