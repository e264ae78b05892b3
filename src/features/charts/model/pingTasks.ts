import { type Subject, membersOf, serverIdsOf } from "../subject";
import { taskName } from "./pingLines";
import { type ChartServer } from "./chartSource";

/** A ping task of one server, under a number that is its own among the servers of a panel. */
export interface KnownTask {
  readonly id: number;
  readonly name: string;
  readonly serverId: string;
  readonly taskId: number;
}

/** Servers number their tasks by themselves, from 1 on. */
const idsPerServer = 1_000_000_000;

/** The tasks that the nodes' reports tell of, in order of their numbers. */
export function knownTasks(
  subject: Subject,
  get: (serverId: string) => Pick<ChartServer, "name" | "status"> | undefined,
): readonly KnownTask[] {
  const ids = serverIdsOf(subject);
  const found = new Map<number, KnownTask>();
  for (const { serverId, uuid } of membersOf(subject)) {
    const server = get(serverId);
    for (const { taskId, name } of server?.status(uuid)?.ping ?? []) {
      const id = ids.indexOf(serverId) * idsPerServer + taskId;
      if (found.has(id)) continue;
      const ofServer = ids.length > 1 ? ` — ${server?.name ?? ""}` : "";
      found.set(id, { id, serverId, taskId, name: taskName(taskId, name) + ofServer });
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}
