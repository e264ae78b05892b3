import { type KomariApi } from "../../../komari/api";
import { tellsPingStats } from "../../../komari/features";
import { type PingKind, type PingTaskStats } from "../../../komari/model";
import { type Session } from "../../../komari/session";
import { type Clock } from "../../../util/clock";

/** What is used of a server. */
export interface CountingServer {
  readonly id: string;
  readonly session: Pick<Session, "state"> & { readonly api: Pick<KomariApi, "pingStats"> };
}

/** Of all pings of the last hour. */
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

/** Whether what its status tells of pings is of the last one of every minute only. */
export function keepsOnePingPerMinute({ session: { state } }: CountingServer): boolean {
  return state.kind === "ready" && tellsPingStats(state.identity.methods);
}

interface Held {
  readonly asked: number;
  readonly answer: Promise<CountedLosses | undefined>;
}

/** Somebody who passes over a row does not rest on it for so long. */
const restMs = 250;
/** A tooltip does not wait longer for what is not in it yet. */
const waitMs = 1_500;
const requestMs = 10_000;
const heldMs = 60_000;

/**
 * What servers count of all pings of a node in the last hour. They are asked for a tooltip that somebody
 * rests on, for one node at a time, and not again within a minute.
 */
export class LossCounts {
  readonly #held = new Map<string, Held>();
  #isAsking = false;

  constructor(private readonly clock: Clock) {}

  /**
   * Never rejects: undefined where the server cannot say, or not in time.
   * @param token whether anybody still waits for it.
   */
  async of(
    server: CountingServer,
    uuid: string,
    token: { readonly isCancellationRequested: boolean } | undefined,
  ): Promise<CountedLosses | undefined> {
    if (!keepsOnePingPerMinute(server)) return undefined;
    const key = JSON.stringify([server.id, uuid]);
    this.#dropOld();
    if (!this.#held.has(key)) {
      await this.#within(restMs);
      if (token?.isCancellationRequested === true) return undefined;
      if (!this.#held.has(key) && !this.#isAsking) this.#ask(key, server, uuid);
    }
    return this.#within(waitMs, this.#held.get(key)?.answer ?? Promise.resolve(undefined));
  }

  #ask(key: string, { session: { api } }: CountingServer, uuid: string): void {
    this.#isAsking = true;
    const answer = api
      .pingStats({ uuid, hours: 1 }, { timeoutMs: requestMs })
      .then((tasks) => tasks && lossesOf(tasks))
      .catch(() => undefined)
      .finally(() => {
        this.#isAsking = false;
      });
    this.#held.set(key, { asked: this.clock.now(), answer });
  }

  #dropOld(): void {
    const now = this.clock.now();
    for (const [key, { asked }] of this.#held) {
      if (Math.abs(now - asked) >= heldMs) this.#held.delete(key);
    }
  }

  /** The answer, or undefined after so long. */
  #within<T>(ms: number, answer?: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve) => {
      const timer = this.clock.setTimeout(() => resolve(undefined), ms);
      void answer?.then((value) => {
        timer.dispose();
        resolve(value);
      });
    });
  }
}

/** Each entry by itself, and tasks as a whole: a status may tell of all kinds of pings together. */
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

/** Undefined where it is not known of each. */
function lossOfAll(entries: readonly PingTaskStats[]): CountedLoss | undefined {
  let [lost, sent] = [0, 0];
  for (const { loss, total } of entries) {
    if (loss === undefined || total === undefined) return undefined;
    lost += loss * total;
    sent += total;
  }
  return sent > 0 ? { loss: lost / sent, total: sent } : undefined;
}
