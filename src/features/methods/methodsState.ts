import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { isRecord } from "../../util/json";
import { type Stored } from "../nodes/nodesState";

/** Filter and visibility of the methods, as the user has chosen. */
export interface MethodChoices {
  /** Words that must all match a method; empty: no filter. */
  readonly filter: string;
  /** Whether the internal methods rpc.* are shown. */
  readonly internal: boolean;
}

export const defaultMethodChoices: MethodChoices = { filter: "", internal: true };

/** How many methods count as recently used. */
const recentCount = 10;

/** Validates a stored value, which another version may have written. */
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
 * Choices, recent methods and favorites of the user, by full names and for all servers: choices and
 * recent methods per workspace, favorites globally.
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
    // Read again: another window may have changed them meanwhile.
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
    // Read again, as the favorites.
    const others = this.stored.recent.get().filter((name) => name !== method);
    this.#recent = [method, ...others].slice(0, recentCount);
    await this.stored.recent.set(this.#recent);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
