import { writing } from "../util/writeError";

/** What is used of a `vscode.Memento`. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** One stored value. It is validated when read: an older version may have written it. */
export class MementoValue<T> {
  constructor(
    private readonly memento: Memory,
    private readonly key: string,
    private readonly isValid: (value: unknown) => value is T,
    private readonly fallback: T,
  ) {}

  get(): T {
    const value = this.memento.get(this.key);
    return this.isValid(value) ? value : this.fallback;
  }

  /** Rejects with a WriteError. */
  set(value: T): Promise<void> {
    return writing("state", () => this.memento.update(this.key, value));
  }
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
