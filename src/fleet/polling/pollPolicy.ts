/** Who is looking: the Nodes view, only the status bar, or no one. */
export type Attention = "visible" | "background" | "paused";

/** Milliseconds. */
export interface PollIntervals {
  readonly visible: number;
  readonly background: number;
  readonly nodes: number;
}

/** How often to ask, and for whom. */
export interface PollPlan {
  readonly attention: Attention;
  readonly intervals: PollIntervals;
}

/**
 * Nodes on screen, their pings where these take so long that they are requested separately, or the rest. Each kind
 * leaves the server room of its own, so that what is seen does not wait for what is not.
 */
export const partKinds = ["visible", "pings", "rest"] as const;
export type PartKind = (typeof partKinds)[number];

/** What falls due within this share of its interval is requested together. */
export const tolerance = { visible: 0.5, pings: 0.1, rest: 0.1 } as const satisfies Record<
  PartKind,
  number
>;

/** How often pings requested separately are due: when the server has forgotten them for sure, see `cacheMs`. */
const pingsEveryMs = 70_000;

/** Milliseconds. */
export function intervalOf(kind: PartKind, { visible, background }: PollIntervals): number {
  if (kind === "pings") return Math.max(visible, pingsEveryMs);
  return kind === "visible" ? visible : background;
}

/** Requests of a kind take at most this share of the time, so that a slow server has room for others. */
export const busyShare = { visible: 0.2, pings: 0.2, rest: 0.4 } as const satisfies Record<
  PartKind,
  number
>;

/**
 * What may be spent at once, in milliseconds of requests: once a minute a server works out again what is on
 * screen, and is quick for the rest of it.
 */
const burstMs = { visible: 10_000, pings: 0, rest: 0 } as const satisfies Record<PartKind, number>;

/** Below the time for which servers keep what they have worked out: see `cacheMs`. */
const maxPauseMs = 30_000;

/** While the user looks: a server that is well again is to be live within 5 s. */
const maxWatchedPauseMs = 4_000;

/** Keeps requests of a kind within their share of the time. */
export class BusyBudget {
  /** Milliseconds of requests beyond the share. */
  #overspentMs = 0;
  #at = -Infinity;

  constructor(private readonly kind: PartKind) {}

  /** A request has ended now. @returns milliseconds to leave the server alone. */
  spend(tookMs: number, now: number): number {
    const share = busyShare[this.kind];
    const idleMs = now - this.#at - tookMs;
    this.#overspentMs = Math.max(0, this.#overspentMs - idleMs * share) + tookMs * (1 - share);
    this.#at = now;
    const pauseMs = Math.max(0, this.#overspentMs - burstMs[this.kind]) / share;
    return Math.min(pauseMs, maxPauseMs);
  }
}

/**
 * Milliseconds to leave a server alone that has failed.
 * @param intervalMs how often there is a request at most.
 * @param failures how many requests in a row have failed.
 */
export function backoff(intervalMs: number, failures: number, isWatched: boolean): number {
  const maxMs = isWatched ? maxWatchedPauseMs : maxPauseMs;
  return Math.min(intervalMs * 2 ** Math.min(failures, 5), Math.max(maxMs, intervalMs));
}
