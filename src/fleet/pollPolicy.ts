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

/** A poll takes at most this share of the time, so that a slow server gets room to breathe. */
const busyShare = 0.2;

const longestPause = 60_000;

/**
 * Milliseconds from the end of one status poll to the start of the next.
 * @param tookMs how long the last poll took.
 * @param failures how many polls in a row have failed.
 */
export function pauseBetweenPolls(
  attention: Exclude<Attention, "paused">,
  intervals: PollIntervals,
  tookMs: number,
  failures: number,
): number {
  const wanted = intervals[attention] - tookMs;
  const room = tookMs / busyShare - tookMs;
  const retreat = failures === 0 ? 0 : intervals[attention] * 2 ** Math.min(failures, 5);
  return Math.max(wanted, Math.min(Math.max(room, retreat), Math.max(longestPause, wanted)), 0);
}
