import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { isRecord } from "../../util/json";
import { type Stored } from "../nodes/nodesState";

/** How the user wants the methods shown. */
export interface MethodChoices {
  /** Words that all must occur in a method; empty: no filter. */
  readonly filter: string;
  /** The methods about methods too: rpc.*. */
  readonly internal: boolean;
}

export const defaultMethodChoices: MethodChoices = { filter: "", internal: true };

/** How many methods count as recently used. */
const recentCount = 10;

/** What was stored may come from another version. */
export function isMethodChoices(value: unknown): value is MethodChoices {
  return isRecord(value) && typeof value.filter === "string" && typeof value.internal === "boolean";
}

export function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

export interface StoredMethods {
  readonly choices: Stored<MethodChoices>;
  readonly recent: Stored<readonly string[]>;
  readonly favorites: Stored<readonly string[]>;
}

/**
 * What the user chose and used of methods, by their full names: choices and recent ones per
 * workspace, the favorites for all. The same on every server.
 */
export class MethodsState implements Disposable {
  readonly #changed = new Emitter<undefined>();
  #choices: MethodChoices;
  #favorites: ReadonlySet<string>;
  #recent: readonly string[];

  readonly onDidChange = this.#changed.event;

  constructor(private readonly stored: StoredMethods) {
    this.#choices = stored.choices.get();
    this.#favorites = new Set(stored.favorites.get());
    this.#recent = stored.recent.get();
  }

  get choices(): MethodChoices {
    return this.#choices;
  }

  get favorites(): ReadonlySet<string> {
    return this.#favorites;
  }

  /** The latest first. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  async choose(choices: Partial<MethodChoices>): Promise<void> {
    this.#choices = { ...this.#choices, ...choices };
    this.#changed.fire(undefined);
    await this.stored.choices.set(this.#choices);
  }

  async setFavorite(methods: readonly string[], favorite: boolean): Promise<void> {
    // Read anew: another window may have chosen meanwhile.
    const favorites = new Set(this.stored.favorites.get());
    for (const method of methods) {
      if (favorite) favorites.add(method);
      else favorites.delete(method);
    }
    this.#favorites = favorites;
    this.#changed.fire(undefined);
    await this.stored.favorites.set([...favorites]);
  }

  async noteUsed(method: string): Promise<void> {
    // Read anew, as the favorites.
    const others = this.stored.recent.get().filter((name) => name !== method);
    this.#recent = [method, ...others].slice(0, recentCount);
    await this.stored.recent.set(this.#recent);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
