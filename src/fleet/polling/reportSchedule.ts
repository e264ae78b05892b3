import { busyShare, type PartKind } from "./pollPolicy";
import { cacheMs } from "./statusCosts";

/** Each report comes with those of the minute before it. */
const maxReports = 64;

/** Reports come first where a server would work on the first statuses of its nodes for longer than this. */
const patienceMs = 10_000;

/** How often the reports of a node are requested at most: each time all those of the last minute come. */
const everyMs = { visible: 10_000, rest: 2 * 60_000 } as const;

/** How long a server may work on the statuses of each kind within the time for which it keeps pings. */
const limitMs = { visible: cacheMs * busyShare.pings, rest: cacheMs } as const;

/** Milliseconds for which a server would work. */
interface Work {
  readonly visible: number;
  readonly all: number;
}

/** Whether something takes too long: it varies, and would be requested now this way, then that. */
class Hysteresis {
  #is = false;

  constructor(private readonly limitMs: number) {}

  get is(): boolean {
    return this.#is;
  }

  learn(ms: number): void {
    this.#is = ms > (this.#is ? this.limitMs / 2 : this.limitMs);
  }
}

/** Of which nodes the newest reports are requested in place of statuses, on servers that take long for pings. */
export class ReportSchedule {
  #areOffered = false;
  #work: Work = { visible: 0, all: 0 };
  readonly #isTooLong = {
    visible: new Hysteresis(limitMs.visible),
    rest: new Hysteresis(limitMs.rest),
  };
  readonly #reported = new Set<string>();

  setAvailable(areOffered: boolean): void {
    this.#areOffered = areOffered;
  }

  /** How long the server would work on the statuses of the nodes on screen, and of all. */
  setWork(work: Work): void {
    this.#work = work;
    this.#isTooLong.visible.learn(work.visible);
    this.#isTooLong.rest.learn(work.all);
  }

  /** How long nodes off screen would wait for their statuses, where these are requested, in milliseconds. */
  get sweepMs(): number {
    return this.replaceStatuses("rest") ? 0 : this.#work.all / busyShare.rest;
  }

  keepOnly(known: ReadonlySet<string>): void {
    for (const uuid of this.#reported) if (!known.has(uuid)) this.#reported.delete(uuid);
  }

  /**
   * Off screen: the server would have forgotten the first pings before it has worked out the last. On screen: what is
   * seen would wait for pings.
   */
  replaceStatuses(kind: PartKind): boolean {
    return this.#areOffered && kind !== "pings" && this.#isTooLong[kind].is;
  }

  /** Those of the nodes on screen whose pings are requested separately. */
  nodesWithSeparatePings(seen: ReadonlySet<string>): Iterable<string> {
    return this.replaceStatuses("visible") ? seen : [];
  }

  /** How often nodes are requested at most, in milliseconds. */
  minIntervalMs(kind: PartKind): number {
    return kind !== "pings" && this.replaceStatuses(kind) ? everyMs[kind] : 0;
  }

  /** Whether nodes that were never requested begin with their reports. */
  get comeFirst(): boolean {
    return this.#areOffered && this.#work.all > patienceMs;
  }

  /** Whether this node does. */
  comesFirst(uuid: string): boolean {
    return this.comeFirst && !this.#reported.has(uuid);
  }

  /** As many as one part has, from the first on: all of them begin with their reports, or none. */
  pick(uuids: Iterable<string>): readonly string[] {
    const picked: string[] = [];
    for (const uuid of uuids) {
      const isSame = this.comesFirst(uuid) === this.comesFirst(picked[0] ?? uuid);
      if (picked.length === maxReports || !isSame) break;
      picked.push(uuid);
    }
    return picked;
  }

  /** @returns those of the nodes whose pings are still to come. */
  finish(kind: PartKind, uuids: readonly string[]): readonly string[] {
    const areFirst = uuids.some((uuid) => !this.#reported.has(uuid));
    for (const uuid of uuids) this.#reported.add(uuid);
    return areFirst && !this.replaceStatuses(kind) ? uuids : [];
  }
}
