/** Who is looking: the Nodes view, only the status bar, or nobody. */
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
 * Nodes in sight, or the rest. Each kind leaves the server room of its own, so that what is seen does not
 * wait for what is not.
 */
export type PartKind = "sight" | "rest";

/** Requests of a kind take at most this share of the time, so that a slow server has room for others. */
const busyShare = { sight: 0.2, rest: 0.4 } as const satisfies Record<PartKind, number>;

/** Below the time for which servers keep what they have worked out: see `cacheMs`. */
const maxPauseMs = 30_000;

/**
 * Milliseconds that a server is left alone after a request.
 * @param intervalMs how often there is one at most.
 * @param tookMs how long it took.
 * @param failures how many requests in a row have failed.
 */
export function pauseAfter(
  kind: PartKind,
  intervalMs: number,
  tookMs: number,
  failures: number,
): number {
  const room = tookMs / busyShare[kind] - tookMs;
  const retreat = failures === 0 ? 0 : intervalMs * 2 ** Math.min(failures, 5);
  return Math.min(Math.max(room, retreat), Math.max(maxPauseMs, intervalMs));
}

/** A time in which nothing is asked, from our time `since` on. */
export interface Pause {
  readonly since: number;
  readonly ms: number;
}

export const noPause: Pause = { since: -Infinity, ms: 0 };

/** Milliseconds; no more than the whole though the computer's clock was set back. */
export function leftOf({ since, ms }: Pause, now: number): number {
  return Math.min(since + ms - now, ms);
}
