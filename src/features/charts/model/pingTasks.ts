import { type Subject, membersOf, serverIdsOf } from "../../common/chartSubject";
import { taskName } from "../../../shared/pingName";
import { type ChartServer } from "./chartSource";
import { type HistoryStore } from "../../../fleet/history/historyStore";
import { type Disposable } from "../../../util/disposable";
import { type Logger } from "../../../util/logger";
import { isReady } from "./serverFacts";

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

export interface LearnedTasksParts {
  readonly subject: Subject;
  readonly history: Pick<HistoryStore, "ping">;
  readonly serverOf: (id: string) => ChartServer | undefined;
  /** The known tasks have changed. */
  readonly onLearned: () => void;
  readonly logger: Logger;
}

/**
 * The ping tasks of a panel of several nodes. The reports of old servers, such as 1.0.7, have
 * none: there, the records of one node are requested, once each time the server becomes ready.
 */
export class LearnedTasks implements Disposable {
  readonly #learned = new Map<string, readonly NamedTask[]>();
  readonly #requested = new Set<string>();
  readonly #controller = new AbortController();

  constructor(private readonly parts: LearnedTasksParts) {}

  get known(): readonly KnownTask[] {
    const { subject, serverOf } = this.parts;
    if (subject.kind === "node") return [];
    return knownTasks(subject, serverOf, (id) => this.#learned.get(id) ?? []);
  }

  /** Requests the tasks of servers of which none is known. */
  learn(): void {
    const { subject, serverOf } = this.parts;
    if (subject.kind === "node") return;
    const known = new Set(this.known.map(({ serverId }) => serverId));
    for (const id of serverIdsOf(subject)) {
      const server = serverOf(id);
      if (server === undefined || !isReady(server)) this.#requested.delete(id);
      else if (!known.has(id) && !this.#requested.has(id)) void this.#request(server);
    }
  }

  dispose(): void {
    this.#controller.abort();
  }

  async #request(server: ChartServer): Promise<void> {
    const { history, onLearned, logger } = this.parts;
    const uuid = this.#reporting(server);
    if (uuid === undefined) return;
    this.#requested.add(server.id);
    const { signal } = this.#controller;
    try {
      const window = { kind: "last", hours: 1 } as const;
      const total = server.nodes.size;
      const { tasks } = await history.ping(server, { uuid, total, window }, { signal });
      if (signal.aborted || tasks.length === 0) return;
      this.#learned.set(
        server.id,
        tasks.map(({ id, name }) => ({ taskId: id, name })),
      );
      onLearned();
    } catch (error) {
      if (!signal.aborted) logger.warn(`${server.name}: reading the ping tasks failed`, error);
    }
  }

  /** A node that is online, if there is one; none before the first reports are there. */
  #reporting(server: ChartServer): string | undefined {
    const reported = membersOf(this.parts.subject)
      .filter(({ serverId, uuid }) => serverId === server.id && server.nodes.has(uuid))
      .flatMap(({ uuid }) => server.status(uuid) ?? []);
    return (reported.find(({ online }) => online) ?? reported[0])?.uuid;
  }
}
