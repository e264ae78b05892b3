import { isRecord, parseJson } from "../../util/json";
import { nodeKey, type NodeRef } from "./nodeRef";

/** What a panel of charts is of. */
export type Subject =
  | ({ readonly kind: "node" } & NodeRef)
  | {
      readonly kind: "nodes";
      /** For people, such as the name of a group: text of a server. Empty: no more than a choice. */
      readonly label: string;
      /** At least two, each once, in an order that does not depend on how they were chosen. */
      readonly members: readonly NodeRef[];
    };

/** Undefined of nothing; several mentions of one node are one. */
export function subjectOf(label: string, chosen: readonly NodeRef[]): Subject | undefined {
  const byKey = new Map(
    chosen.map(({ serverId, uuid }) => [nodeKey({ serverId, uuid }), { serverId, uuid }]),
  );
  const members = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member);
  const [first] = members;
  if (first === undefined) return undefined;
  return members.length === 1 ? { kind: "node", ...first } : { kind: "nodes", label, members };
}

/** In their order, each once. */
export function serverIdsOf(subject: Subject): readonly string[] {
  return [...new Set(membersOf(subject).map(({ serverId }) => serverId))];
}

export function membersOf(subject: Subject): readonly NodeRef[] {
  return subject.kind === "node" ? [subject] : subject.members;
}

/** The members of all these subjects, by server. */
export function nodesByServer(
  subjects: readonly Subject[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byServer = new Map<string, Set<string>>();
  for (const { serverId, uuid } of subjects.flatMap(membersOf)) {
    const uuids = byServer.get(serverId);
    if (uuids === undefined) byServer.set(serverId, new Set([uuid]));
    else uuids.add(uuid);
  }
  return byServer;
}

/** Equal for equal subjects, and all that is needed to make the subject again. */
export function subjectKey(subject: Subject): string {
  const label = subject.kind === "node" ? [] : [subject.label];
  const servers = serverIdsOf(subject).map((id) => [
    id,
    membersOf(subject).flatMap(({ serverId, uuid }) => (serverId === id ? [uuid] : [])),
  ]);
  return JSON.stringify([servers, ...label]);
}

/** Undefined for anything that `subjectKey` has not made. */
export function parseSubject(key: unknown): Subject | undefined {
  const [servers, label = ""] = listIn(typeof key === "string" ? parseJson(key) : undefined);
  const members = listIn(servers).flatMap(membersIn);
  if (typeof label !== "string") return undefined;
  const subject = subjectOf(label, members);
  return subject !== undefined && subjectKey(subject) === key ? subject : undefined;
}

/** What the webview has kept of the panel, as VS Code hands it back. */
export function subjectInState(state: unknown): Subject | undefined {
  return isRecord(state) ? parseSubject(state.key) : undefined;
}

/** The name of what that panel was of. Untrusted text; empty: unknown. */
export function nameInState(state: unknown): string {
  return isRecord(state) && typeof state.title === "string" ? state.title : "";
}

/** Whether that panel was a preview. */
export function isPreviewState(state: unknown): boolean {
  return isRecord(state) && state.preview === true;
}

function membersIn(entry: unknown): NodeRef[] {
  const [serverId, uuids] = listIn(entry);
  if (typeof serverId !== "string") return [];
  return listIn(uuids).flatMap((uuid) => (typeof uuid === "string" ? [{ serverId, uuid }] : []));
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
