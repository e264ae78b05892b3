import { isRecord, parseJson } from "../../util/json";

/** The server and method of a call panel, and the parameters to open it with. */
export interface CallTarget {
  readonly serverId: string;
  /** Full name. */
  readonly method: string;
  /** Raw JSON of the initial `params`; undefined: none, or those of the form. */
  readonly params?: string;
}

/** Equal for panels of the same method of the same server, and all that is needed to make one again. */
export function callKey({ serverId, method }: CallTarget): string {
  return JSON.stringify([serverId, method]);
}

/** What the page has kept, as VS Code hands it back; undefined for anything that `callKey` has not made. */
export function targetInState(state: unknown): CallTarget | undefined {
  if (!isRecord(state) || typeof state.key !== "string") return undefined;
  const parts = parseJson(state.key);
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  const [serverId, method] = list;
  if (typeof serverId !== "string" || typeof method !== "string") return undefined;
  const target = { serverId, method };
  return callKey(target) === state.key ? target : undefined;
}
