import { type KomariApi } from "../../../komari/api";
import { tellsPingStats } from "../../../komari/features";
import { type PingKind, type PingTaskStats } from "../../../komari/model/model";
import { type Session } from "../../../komari/session";
import { type Clock } from "../../../util/clock";

export interface CountingServer {
  readonly id: string;
  readonly session: Pick<Session, "state"> & { readonly api: Pick<KomariApi, "pingStats"> };
}

/** The loss over all pings of the last hour. */
export interface CountedLoss {
  /** Percent. */
  readonly loss: number;
  /** How many pings were sent. */
  readonly total: number;
}

/** By `lossKey`. */
export type CountedLosses = ReadonlyMap<string, CountedLoss>;

/** Which pings: of a task, or of one kind of them. */
export function lossKey({
  taskId,
  family,
  protocol,
  role,
}: PingKind & { readonly taskId: number }): string {
  return JSON.stringify([taskId, family, protocol, role]);
}

/** Whether the pings in its statuses cover only the last ping of every minute. */
export function hasOnePingPerMinute({ session: { state } }: CountingServer): boolean {
  return state.kind === "ready" && tellsPingStats(state.identity.methods);
}

interface CacheEntry {
  readonly requestedAt: number;
  readonly response: Promise<CountedLosses | undefined>;
}

/** A pointer that only passes over a row stays shorter than this. */
const hoverDelayMs = 250;
/** How long a tooltip waits for the statistics. */
const waitMs = 1_500;
const requestMs = 10_000;
const maxAgeMs = 60_000;

/**
 * The server's statistics over all pings of a node in the last hour. Requested for a tooltip once the pointer
 * rests on the row, for one node at a time, and cached for a minute.
 */
export class LossCounts {
  readonly #cache = new Map<string, CacheEntry>();
  #isRequesting = false;

  constructor(private readonly clock: Clock) {}

  /**
   * Never rejects: undefined if the server has no statistics, or not in time.
   * @param token cancelled once the tooltip is no longer needed.
   */
  async get(
    server: CountingServer,
    uuid: string,
    token: { readonly isCancellationRequested: boolean } | undefined,
  ): Promise<CountedLosses | undefined> {
    if (!hasOnePingPerMinute(server)) return undefined;
    const key = JSON.stringify([server.id, uuid]);
    this.#evictExpired();
    if (!this.#cache.has(key)) {
      await this.#withTimeout(hoverDelayMs);
      if (token?.isCancellationRequested === true) return undefined;
      if (!this.#cache.has(key) && !this.#isRequesting) this.#request(key, server, uuid);
    }
    return this.#withTimeout(waitMs, this.#cache.get(key)?.response ?? Promise.resolve(undefined));
  }

  #request(key: string, { session: { api } }: CountingServer, uuid: string): void {
    this.#isRequesting = true;
    const response = api
      .pingStats({ uuid, hours: 1 }, { timeoutMs: requestMs })
      .then((tasks) => tasks && lossesOf(tasks))
      .catch(() => undefined)
      .finally(() => {
        this.#isRequesting = false;
      });
    this.#cache.set(key, { requestedAt: this.clock.now(), response });
  }

  #evictExpired(): void {
    const now = this.clock.now();
    for (const [key, { requestedAt }] of this.#cache) {
      if (now - requestedAt >= maxAgeMs) this.#cache.delete(key);
    }
  }

  /** The response, or undefined after a timeout. */
  #withTimeout<T>(ms: number, response?: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve) => {
      const timer = this.clock.setTimeout(() => resolve(undefined), ms);
      void response?.then((value) => {
        timer.dispose();
        resolve(value);
      });
    });
  }
}

/** By entry, and by task: a status may have one summary for all kinds of pings of a task. */
function lossesOf(tasks: readonly PingTaskStats[]): CountedLosses {
  const losses = new Map<string, CountedLoss>();
  for (const taskId of new Set(tasks.map((task) => task.taskId))) {
    const whole = lossOfAll(tasks.filter((task) => task.taskId === taskId));
    if (whole !== undefined) losses.set(lossKey({ taskId }), whole);
  }
  for (const task of tasks) {
    const own = lossOfAll([task]);
    if (own !== undefined) losses.set(lossKey(task), own);
  }
  return losses;
}

/** Undefined if one of the entries has no loss. */
function lossOfAll(entries: readonly PingTaskStats[]): CountedLoss | undefined {
  let [lost, sent] = [0, 0];
  for (const { loss, total } of entries) {
    if (loss === undefined || total === undefined) return undefined;
    lost += loss * total;
    sent += total;
  }
  return sent > 0 ? { loss: lost / sent, total: sent } : undefined;
}
