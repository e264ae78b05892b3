import * as l10n from "@vscode/l10n";
import { isRecord, parseJson } from "../../util/json";
import { shownName } from "../../shared/shownName";

/** What a page of the fleet is of: all servers, one, or one group of a server. */
export interface FleetSubject {
  /** Undefined: all servers. */
  readonly serverId?: string | undefined;
  /** As its nodes name it: text of the server. */
  readonly group?: string | undefined;
}

/** Equal for equal subjects, and all that is needed to make the subject again. */
export function fleetKey({ serverId, group }: FleetSubject): string {
  return JSON.stringify([serverId ?? null, group ?? null]);
}

/** What the page has kept, as VS Code hands it back; undefined for anything that `fleetKey` has not made. */
export function fleetSubjectIn(state: unknown): FleetSubject | undefined {
  if (!isRecord(state) || typeof state.key !== "string") return undefined;
  const parts = parseJson(state.key);
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  const [serverId, group] = list;
  const subject = {
    ...(typeof serverId === "string" && { serverId }),
    ...(typeof group === "string" && { group }),
  };
  return fleetKey(subject) === state.key ? subject : undefined;
}

export function fleetTitle(
  { serverId, group }: FleetSubject,
  nameOf: (serverId: string) => string | undefined,
): string {
  if (serverId === undefined) return l10n.t("Fleet");
  const server = nameOf(serverId) ?? serverId;
  return l10n.t("Fleet: {0}", group === undefined ? server : shownName(group));
}
