import { type Subject, membersOf, serverIdsOf } from "../../common/chartSubject";
import { taskName } from "../../../shared/pingName";
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

export interface NamedTask {
  readonly taskId: number;
  readonly name: string;
}

/**
 * The tasks in the nodes' reports, in order of their numbers.
 * @param learned what else is known of a server's tasks.
 */
export function knownTasks(
  subject: Subject,
  get: (serverId: string) => Pick<ChartServer, "name" | "status"> | undefined,
  learned: (serverId: string) => readonly NamedTask[] = () => [],
): readonly KnownTask[] {
  const ids = serverIdsOf(subject);
  const found = new Map<number, KnownTask>();
  const add = (serverId: string, tasks: readonly NamedTask[]) => {
    for (const { taskId, name } of tasks) {
      const id = ids.indexOf(serverId) * idsPerServer + taskId;
      if (found.has(id)) continue;
      const ofServer = ids.length > 1 ? ` — ${get(serverId)?.name ?? ""}` : "";
      found.set(id, { id, serverId, taskId, name: taskName(taskId, name) + ofServer });
    }
  };
  for (const { serverId, uuid } of membersOf(subject)) {
    add(serverId, get(serverId)?.status(uuid)?.ping ?? []);
  }
  for (const id of ids) add(id, learned(id));
  return [...found.values()].sort((a, b) => a.id - b.id);
}
