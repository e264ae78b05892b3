/** Anything that must be let go of once. Structurally equal to `vscode.Disposable`. */
export interface Disposable {
  dispose(): void;
}

export function toDisposable(dispose: () => void): Disposable {
  let done = false;
  return {
    dispose: () => {
      if (done) return;
      done = true;
      dispose();
    },
  };
}

/** Disposes every one, also after one has thrown; then throws the error, or an AggregateError of several. */
export function disposeAll(items: Iterable<Disposable | undefined>): void {
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      item?.dispose();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, "several could not be disposed");
}

/** Owns disposables and disposes them in reverse order; what is added after that is disposed at once. */
export class DisposableStore implements Disposable {
  readonly #items: Disposable[] = [];
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  add<T extends Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    this.#disposed = true;
    disposeAll(this.#takeAll());
  }

  *#takeAll(): Iterable<Disposable> {
    for (let item = this.#items.pop(); item !== undefined; item = this.#items.pop()) yield item;
  }
}
