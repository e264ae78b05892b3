import { type PartKind } from "./pollPolicy";
import { cacheMs } from "./statusCosts";

/** Each report comes with those of the minute before it. */
const maxReports = 64;

/** Reports come first where a server would work on the first statuses of its nodes for longer than this. */
const patienceMs = 10_000;

/** How often the reports of a node out of sight are asked for at most. */
const sweepEveryMs = 2 * 60_000;

/** Which nodes are asked for their newest reports in place of statuses, on servers that take long for pings. */
export class ReportTurns {
  #areOffered = false;
  #sweepMs = 0;
  #isTooSlow = false;
  readonly #reported = new Set<string>();

  offer(areOffered: boolean): void {
    this.#areOffered = areOffered;
  }

  /** @param sweepMs how long the server would work on the statuses of all nodes. */
  setSweep(sweepMs: number): void {
    this.#sweepMs = sweepMs;
    // What a server takes varies: it would be asked now for this, then for that.
    this.#isTooSlow = sweepMs > (this.#isTooSlow ? cacheMs / 2 : cacheMs);
  }

  keepOnly(known: ReadonlySet<string>): void {
    for (const uuid of this.#reported) if (!known.has(uuid)) this.#reported.delete(uuid);
  }

  /** Whether the server would have forgotten the first pings before it has worked out the last. */
  get replaceStatuses(): boolean {
    return this.#areOffered && this.#isTooSlow;
  }

  /** How often nodes out of sight are asked for at most, in milliseconds. */
  get minIntervalMs(): number {
    return this.replaceStatuses ? sweepEveryMs : 0;
  }

  /** Whether a node that was never asked for begins with its report. */
  comesFirst(uuid: string): boolean {
    return this.#areOffered && this.#sweepMs > patienceMs && !this.#reported.has(uuid);
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
    return areFirst && !(kind === "rest" && this.replaceStatuses) ? uuids : [];
  }
}
