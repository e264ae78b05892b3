import { type HistoryStore } from "../../../fleet/history/historyStore";
import { type Disposable } from "../../../util/disposable";
import { type Logger } from "../../../util/logger";
import { membersOf, serverIdsOf, type Subject } from "../subject";
import { type ChartServer } from "./chartSource";
import { type KnownTask, knownTasks, type NamedTask } from "./pingTasks";
import { isReady } from "./serverFacts";

export interface LearnedTasksParts {
  readonly subject: Subject;
  readonly history: Pick<HistoryStore, "ping">;
  readonly serverOf: (id: string) => ChartServer | undefined;
  /** Others are known than before. */
  readonly onLearned: () => void;
  readonly logger: Logger;
}

/**
 * The ping tasks of a panel of several nodes. The reports of old servers, such as 1.0.7, tell of
 * none: there, the records of one node are asked, once for every time that the server is found.
 */
export class LearnedTasks implements Disposable {
  readonly #learned = new Map<string, readonly NamedTask[]>();
  readonly #asked = new Set<string>();
  readonly #closing = new AbortController();

  constructor(private readonly parts: LearnedTasksParts) {}

  get known(): readonly KnownTask[] {
    const { subject, serverOf } = this.parts;
    if (subject.kind === "node") return [];
    return knownTasks(subject, serverOf, (id) => this.#learned.get(id) ?? []);
  }

  /** Asks the servers of which no task is known. */
  learn(): void {
    const { subject, serverOf } = this.parts;
    if (subject.kind === "node") return;
    const told = new Set(this.known.map(({ serverId }) => serverId));
    for (const id of serverIdsOf(subject)) {
      const server = serverOf(id);
      if (server === undefined || !isReady(server)) this.#asked.delete(id);
      else if (!told.has(id) && !this.#asked.has(id)) void this.#ask(server);
    }
  }

  dispose(): void {
    this.#closing.abort();
  }

  async #ask(server: ChartServer): Promise<void> {
    const { history, onLearned, logger } = this.parts;
    const uuid = this.#reporting(server);
    if (uuid === undefined) return;
    this.#asked.add(server.id);
    const { signal } = this.#closing;
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
