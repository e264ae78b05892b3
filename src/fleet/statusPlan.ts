import { AskQueue } from "./askQueue";
import { NodesInSight, type SightSource } from "./nodesInSight";
import {
  type Attention,
  BusyBudget,
  busyShare,
  leftOf,
  noPause,
  type PartKind,
  type Pause,
  type PollIntervals,
  retreat,
} from "./pollPolicy";
import { StatusCosts, targetMs } from "./statusCosts";

/** The statuses that one request asks for. */
export interface StatusPart {
  readonly kind: PartKind;
  readonly uuids: readonly string[];
  /** These are all nodes: the request names none, which also finds nodes that getNodes does not list. */
  readonly isWhole: boolean;
}

/** `tooLarge`: the server would do it for fewer nodes. */
export type PartOutcome = "answered" | "tooLarge" | "failed";

/** Neither the request nor the work of this side becomes too large. */
const maxNodes = 1_000;

/** All nodes of a fleet of up to this size are taken for seen. */
export const smallFleet = 100;

/** What falls due within this share of its interval is asked together. */
const tolerance = { sight: 0.5, rest: 0.1 } as const satisfies Record<PartKind, number>;

/**
 * Which statuses to ask for next, and when: nodes that nobody has asked for yet, in sight before others;
 * nodes in sight at the interval of the view; the rest at that of the background. A part has as many nodes
 * as the server is likely to manage in a second. The work for a part grows with the part and with what is in
 * sight, not with the fleet.
 */
export class StatusPlan {
  readonly #inSight = new NodesInSight();
  readonly #queue = new AskQueue();
  /** Nodes in sight that are known. */
  #seen: ReadonlySet<string> = new Set();
  /** Of a request while no node is known. */
  #wholeAskedAt = -Infinity;
  readonly #budgets = { sight: new BusyBudget("sight"), rest: new BusyBudget("rest") };
  readonly #pauses: Record<PartKind, Pause> = { sight: noPause, rest: noPause };
  /** The one that the server has asked for. */
  #serverPause = noPause;
  #last: PartKind = "rest";
  #limit = maxNodes;
  #failures = 0;
  #longestGapMs = 0;

  readonly costs = new StatusCosts();

  constructor(
    private attention: Attention,
    private intervals: PollIntervals,
  ) {}

  /** How often a node out of sight is asked for, in milliseconds. */
  get intervalMs(): number {
    return Math.max(this.intervals.visible, this.intervals.background);
  }

  /** How long such a node waits for its turn, or will once it is known what the server takes. */
  get renewalMs(): number {
    const sweepMs = (this.#queue.known.size * this.costs.coldMs) / busyShare.rest;
    return Math.max(this.intervalMs, this.#longestGapMs, sweepMs);
  }

  configure(attention: Attention, intervals: PollIntervals): void {
    this.attention = attention;
    this.intervals = intervals;
    this.#updateSeen();
  }

  /** In the order in which they are asked first. */
  setNodes(uuids: readonly string[]): void {
    for (const uuid of this.#queue.setKnown(uuids)) this.costs.forget(uuid);
    this.#updateSeen();
  }

  setInSight(source: SightSource, uuids: ReadonlySet<string>): void {
    this.#inSight.set(source, uuids);
    this.#updateSeen();
  }

  /** Everything is due now, what was asked longest ago first. */
  askAll(): void {
    this.#queue.askAll();
    this.#wholeAskedAt = -Infinity;
    this.#pause(noPause);
    this.#failures = 0;
    this.#limit = maxNodes;
  }

  /** These are answered already. */
  noteAnswered(uuids: Iterable<string>, askedAt: number): void {
    this.#queue.markAsked(uuids, askedAt);
  }

  /** These are asked again though it is not their turn. */
  askAgain(uuids: readonly string[], pause: Pause): void {
    if (uuids.length === 0) return;
    this.#queue.askAgain(uuids);
    this.#pause(pause);
  }

  /** The server wants no request for so long. */
  rest(pause: Pause): void {
    this.#serverPause = pause;
  }

  /** Milliseconds; undefined: not before something changes. */
  untilNext(now: number): number | undefined {
    if (this.attention === "paused" && this.#failures > 0) return undefined;
    const waits = [this.#wait("sight", now), this.#wait("rest", now)];
    const wait = Math.min(...waits.map((each) => each ?? Infinity));
    return wait === Infinity ? undefined : Math.max(wait, leftOf(this.#serverPause, now));
  }

  /** What to ask for now; from here on it counts as asked. */
  next(now: number): StatusPart {
    const kind = this.#kindAt(now);
    const picked = this.costs.fit(this.#due(kind, now), now, this.#limit);
    const uuids = this.#completes(kind, picked, now) ? [...this.#queue.known] : picked;
    this.#last = kind;
    if (kind === "rest") this.#longestGapMs = this.#gapOf(uuids, now);
    this.#queue.markAsked(uuids, now);
    this.#wholeAskedAt = now;
    return { kind, uuids, isWhole: uuids.length === this.#queue.known.size };
  }

  finish(
    { kind, uuids }: StatusPart,
    outcome: PartOutcome,
    { startedAt, endedAt }: { readonly startedAt: number; readonly endedAt: number },
  ): void {
    const tookMs = endedAt - startedAt;
    if (outcome === "answered" || tookMs > targetMs) this.costs.learn(uuids, startedAt, tookMs);
    if (outcome === "tooLarge" && uuids.length > 1) {
      this.#limit = Math.floor(uuids.length / 2);
      this.askAgain(uuids, noPause);
      return;
    }
    this.#failures = outcome === "answered" ? 0 : this.#failures + 1;
    // Until every node was asked once, the statuses are to come as fast as the server can give them.
    const roomMs = this.#queue.hasUnasked ? 0 : this.#budgets[kind].spend(tookMs, endedAt);
    if (this.#failures === 0) this.#pauses[kind] = { since: endedAt, ms: roomMs };
    else {
      const ms = Math.max(roomMs, retreat(this.#interval(kind), this.#failures));
      this.#pause({ since: endedAt, ms });
    }
  }

  #pause(pause: Pause): void {
    this.#pauses.sight = this.#pauses.rest = pause;
  }

  #updateSeen(): void {
    const { attention } = this;
    if (attention !== "visible") this.#seen = new Set();
    else if (this.#queue.known.size <= smallFleet) this.#seen = this.#queue.known;
    else
      this.#seen = new Set(
        [...this.#inSight.uuids()].filter((uuid) => this.#queue.known.has(uuid)),
      );
  }

  #interval(kind: PartKind): number {
    return kind === "sight" ? this.intervals.visible : this.intervals.background;
  }

  #wait(kind: PartKind, now: number): number | undefined {
    const dueAt = this.#dueAt(kind);
    if (dueAt === undefined) return undefined;
    // The computer's clock may have been set back.
    const wait = Math.min(dueAt - now, this.#interval(kind));
    return Math.max(0, wait, leftOf(this.#pauses[kind], now));
  }

  /** Undefined: there is nothing of this kind to ask for. */
  #dueAt(kind: PartKind): number | undefined {
    if (this.#queue.known.size === 0) {
      const isOwn = kind === (this.attention === "visible" ? "sight" : "rest");
      return isOwn ? this.#afterInterval(kind, this.#wholeAskedAt) : undefined;
    }
    const [first] = this.#inOrder(kind);
    return first === undefined ? undefined : this.#afterInterval(kind, this.#queue.askedAt(first));
  }

  /** While paused nothing is asked a second time. */
  #afterInterval(kind: PartKind, askedAt: number): number | undefined {
    if (askedAt === -Infinity) return askedAt;
    return this.attention === "paused" ? undefined : askedAt + this.#interval(kind);
  }

  #kindAt(now: number): PartKind {
    const [sight, rest] = [this.#wait("sight", now), this.#wait("rest", now)];
    if (sight === undefined || rest === undefined) return sight === undefined ? "rest" : "sight";
    const [first = ""] = this.#inOrder("sight");
    if (sight <= 0 && this.#queue.askedAt(first) === -Infinity) return "sight";
    if (sight <= 0 && rest <= 0) return this.#last === "sight" ? "rest" : "sight";
    return sight <= rest ? "sight" : "rest";
  }

  /** The nodes of a kind, what was never asked or longest ago first. */
  *#inOrder(kind: PartKind): Iterable<string> {
    if (kind === "sight") {
      const time = (uuid: string) => this.#queue.askedAt(uuid);
      yield* [...this.#seen].sort((a, b) => time(a) - time(b) || 0);
    } else {
      for (const uuid of this.#queue.inOrder()) if (!this.#seen.has(uuid)) yield uuid;
    }
  }

  /** Those that are due now or soon; all if a clock that was set back has it that none is. */
  *#due(kind: PartKind, now: number): Iterable<string> {
    const latest = now - this.#interval(kind) * (1 - tolerance[kind]);
    let isFirst = true;
    let hasDue = false;
    for (const uuid of this.#inOrder(kind)) {
      const isDue = this.#queue.askedAt(uuid) <= latest;
      if (isFirst) hasDue = isDue;
      isFirst = false;
      if (hasDue && !isDue) return;
      yield uuid;
    }
  }

  /** Whether it costs no more to ask for all nodes in place of these. */
  #completes(kind: PartKind, picked: readonly string[], now: number): boolean {
    const { known } = this.#queue;
    const isMost = kind === "rest" && picked.length * 2 >= known.size;
    return isMost && this.costs.fit(known, now, this.#limit).length === known.size;
  }

  #gapOf([first]: readonly string[], now: number): number {
    const askedAt = first === undefined ? -Infinity : this.#queue.askedAt(first);
    return askedAt === -Infinity ? this.#longestGapMs : now - askedAt;
  }
}
