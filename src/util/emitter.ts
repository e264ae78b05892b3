import { type Disposable, toDisposable } from "./disposable";
import { reportUnexpectedError } from "./unexpectedErrors";

export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * A synchronous event source. Listeners run in the order they were added; one that throws is reported
 * and stops neither the others nor whoever fires. A disposed emitter is silent.
 */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<{ readonly listener: (value: T) => void }>();

  readonly event: Event<T> = (listener) => {
    const entry = { listener };
    this.#listeners.add(entry);
    return toDisposable(() => this.#listeners.delete(entry));
  };

  fire(value: T): void {
    for (const { listener } of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        reportUnexpectedError(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
