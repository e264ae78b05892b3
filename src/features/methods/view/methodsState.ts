import { isRecord } from "../../../util/json";
import { type Stored, ViewState } from "../../tree/viewState";

/** Filter and visibility of the methods, as the user has chosen. */
export interface MethodChoices {
  /** Words that must all match a method; empty: no filter. */
  readonly filter: string;
  /** Whether the internal methods rpc.* are shown. */
  readonly internal: boolean;
}

export const defaultMethodChoices: MethodChoices = { filter: "", internal: false };

/** How many methods count as recently used. */
const recentCount = 10;

/** Validates a stored value, which another version may have written. */
export function isMethodChoices(value: unknown): value is MethodChoices {
  return isRecord(value) && typeof value.filter === "string" && typeof value.internal === "boolean";
}

/**
 * Choices, recent methods and favorites of the user, by full names and for all servers: choices and
 * recent methods per workspace, favorites globally.
 */
export class MethodsState extends ViewState<MethodChoices> {
  #recent: readonly string[];

  constructor(
    choices: Stored<MethodChoices>,
    favorites: Stored<readonly string[]>,
    private readonly storedRecent: Stored<readonly string[]>,
  ) {
    super(choices, favorites);
    this.#recent = storedRecent.get();
  }

  /** The latest first. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  async noteUsed(method: string): Promise<void> {
    // Read again: another window may have used others meanwhile.
    const others = this.storedRecent.get().filter((name) => name !== method);
    this.#recent = [method, ...others].slice(0, recentCount);
    await this.storedRecent.set(this.#recent);
  }
}
