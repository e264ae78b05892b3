import { type HistoryStore } from "../../../fleet/history/historyStore";
import { type Disposable } from "../../../util/disposable";
import { type Logger } from "../../../util/logger";
import { membersOf, serverIdsOf, type Subject } from "../../common/chartSubject";
import { type ChartServer } from "./chartSource";
import { type KnownTask, knownTasks, type NamedTask } from "./pingTasks";
import { isReady } from "./serverFacts";

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
