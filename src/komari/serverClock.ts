import { type DatedResponse } from "../rpc/responseDate";
import { type NodeStatus } from "./model/model";

/** How far the server's clock is ahead of `Clock.now`, in milliseconds: it is known between two bounds. */
interface Offset {
  readonly min: number;
  readonly max: number;
}

/** An offset by a time in a result. */
interface ResultOffset extends Offset {
  /** By `Clock.now`. */
  readonly learnedAt: number;
  /** False: by the first report that was seen of a node, which may be old. */
  readonly isConfirmed: boolean;
}

/** HTTP dates and the times of some servers are cut to the second. */
const secondMs = 1000;
/** The newest report of online nodes is hardly older. */
const maxReportAgeMs = 60_000;
/** After this time a newer, smaller offset replaces a larger one. */
const keepMs = 60_000;
/** A report that is older than this by what is known means that the server's clock was set back. */
const setBackMs = 5 * 60_000;
/** By this much dates differ only if a clock was set. */
const clockSetMs = 10_000;

/**
 * The server's clock, as far as its responses show it. Every time in one is a lower bound: the server's clock has gone
 * on meanwhile. So the estimate is never ahead of the server, and the response that was quickest counts. Times in
 * results are the server's own. The `Date` of a response is known without any node that reports, but a proxy may have
 * written it: it counts where it agrees with them, and while there are none.
 */
export class ServerClock {
  #results: ResultOffset | undefined;
  #date: Offset | undefined;
  /** Times of the reports that are known, by node. */
  readonly #reports = new Map<string, number>();

  /** False until a response has shown it. */
  get isKnown(): boolean {
    return this.#results !== undefined || this.#date !== undefined;
  }

  /**
   * Milliseconds since the epoch; the computer's time until the server's is known.
   * @param time by `Clock.now`.
   */
  at(time: number): number {
    return time + this.#offset();
  }

  /** The `Date` of any response. */
  learnDate({ date, sentAt, receivedAt }: DatedResponse): void {
    const offset = { min: date - receivedAt, max: date + secondMs - sentAt };
    const before = this.#date;
    const distance = before === undefined ? 0 : distanceOf(before, offset);
    if (distance > clockSetMs) this.#results = undefined;
    this.#date = before === undefined || distance > 0 ? offset : common(before, offset);
  }

  /** A time that the server took while it worked on a request. */
  learnTime(time: number, { sentAt, receivedAt }: Omit<DatedResponse, "date">): void {
    const offset = { min: time - receivedAt, max: time + secondMs - sentAt };
    this.#learnResult({ ...offset, learnedAt: receivedAt, isConfirmed: true });
  }

  /**
   * A report that was there before says nothing new: a node that falls silent ages.
   * @param isWhole whether these are the statuses of all nodes.
   */
  learnReports(
    statuses: ReadonlyMap<string, NodeStatus>,
    receivedAt: number,
    isWhole: boolean,
  ): void {
    let newest: { readonly time: number; readonly isConfirmed: boolean } | undefined;
    for (const [uuid, { online, time }] of statuses) {
      const before = this.#reports.get(uuid);
      if (!online || time === undefined || time === before) continue;
      this.#reports.set(uuid, time);
      if (newest === undefined || time > newest.time) {
        newest = { time, isConfirmed: before !== undefined };
      }
    }
    if (isWhole) this.#forgetOthers(statuses);
    if (newest === undefined) return;
    const min = newest.time - receivedAt;
    const { isConfirmed } = newest;
    this.#learnResult({ min, max: min + maxReportAgeMs, learnedAt: receivedAt, isConfirmed });
  }

  #learnResult(offset: ResultOffset): void {
    const before = this.#results;
    if (before === undefined) {
      this.#results = offset;
      return;
    }
    const isRecent = offset.learnedAt < before.learnedAt + keepMs;
    const isSetBack = offset.isConfirmed && offset.min < before.min - setBackMs;
    const isConfirmed = offset.isConfirmed || before.isConfirmed;
    const isBetter = offset.min >= before.min || !isRecent || isSetBack;
    this.#results = { ...(isBetter ? offset : before), isConfirmed };
  }

  #offset(): number {
    const [results, date] = [this.#results, this.#date];
    if (results === undefined || date === undefined) return results?.min ?? date?.min ?? 0;
    const isDateUsable = !results.isConfirmed || distanceOf(results, date) === 0;
    return isDateUsable ? Math.max(results.min, date.min) : results.min;
  }

  #forgetOthers(statuses: ReadonlyMap<string, NodeStatus>): void {
    for (const uuid of this.#reports.keys()) if (!statuses.has(uuid)) this.#reports.delete(uuid);
  }
}

function distanceOf(a: Offset, b: Offset): number {
  return Math.max(0, a.min - b.max, b.min - a.max);
}

function common(a: Offset, b: Offset): Offset {
  return { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
}
