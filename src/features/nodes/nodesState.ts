import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type ViewChoices } from "./viewChoices";

/** Where one value is stored between sessions. */
export interface Stored<T> {
  get(): T;
  set(value: T): Promise<void>;
}

export function isUuidList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** What the user chose for the Nodes view: the choices per workspace, the favorites for all. */
export class NodesState implements Disposable {
  readonly #changed = new Emitter<undefined>();
  #choices: ViewChoices;
  #favorites: ReadonlySet<string>;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly storedChoices: Stored<ViewChoices>,
    private readonly storedFavorites: Stored<readonly string[]>,
  ) {
    this.#choices = storedChoices.get();
    this.#favorites = new Set(storedFavorites.get());
  }

  get choices(): ViewChoices {
    return this.#choices;
  }

  get favorites(): ReadonlySet<string> {
    return this.#favorites;
  }

  async choose(choices: Partial<ViewChoices>): Promise<void> {
    this.#choices = { ...this.#choices, ...choices };
    this.#changed.fire(undefined);
    await this.storedChoices.set(this.#choices);
  }

  async setFavorite(uuids: readonly string[], favorite: boolean): Promise<void> {
    // Read again: another window may have chosen meanwhile.
    const favorites = new Set(this.storedFavorites.get());
    for (const uuid of uuids) {
      if (favorite) favorites.add(uuid);
      else favorites.delete(uuid);
    }
    this.#favorites = favorites;
    this.#changed.fire(undefined);
    await this.storedFavorites.set([...favorites]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
