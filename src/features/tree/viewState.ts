import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";

/** Where one value is stored between sessions. */
export interface Stored<T> {
  get(): T;
  set(value: T): Promise<void>;
}

/** Validates a stored value, which another version may have written. */
export function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** What the user chose for a view, and the favorites among its leaves, by name. */
export class ViewState<Choices> implements Disposable {
  readonly #changed = new Emitter<undefined>();
  #choices: Choices;
  #favorites: ReadonlySet<string>;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly storedChoices: Stored<Choices>,
    private readonly storedFavorites: Stored<readonly string[]>,
  ) {
    this.#choices = storedChoices.get();
    this.#favorites = new Set(storedFavorites.get());
  }

  get choices(): Choices {
    return this.#choices;
  }

  get favorites(): ReadonlySet<string> {
    return this.#favorites;
  }

  async choose(choices: Partial<Choices>): Promise<void> {
    this.#choices = { ...this.#choices, ...choices };
    this.#changed.fire(undefined);
    await this.storedChoices.set(this.#choices);
  }

  async setFavorite(names: readonly string[], favorite: boolean): Promise<void> {
    // Read again: another window may have changed them meanwhile.
    const favorites = new Set(this.storedFavorites.get());
    for (const name of names) {
      if (favorite) favorites.add(name);
      else favorites.delete(name);
    }
    this.#favorites = favorites;
    this.#changed.fire(undefined);
    await this.storedFavorites.set([...favorites]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
