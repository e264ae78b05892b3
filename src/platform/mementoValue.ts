import { type Memento } from "vscode";

/** One remembered value. What an older version or another hand left there is checked, not believed. */
export class MementoValue<T> {
  constructor(
    private readonly memento: Pick<Memento, "get" | "update">,
    private readonly key: string,
    private readonly isValid: (value: unknown) => value is T,
    private readonly fallback: T,
  ) {}

  get(): T {
    const value = this.memento.get<unknown>(this.key);
    return this.isValid(value) ? value : this.fallback;
  }

  async set(value: T): Promise<void> {
    await this.memento.update(this.key, value);
  }
}
