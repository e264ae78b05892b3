import { uptime } from "node:os";
import { type Disposable, toDisposable } from "./disposable";

/** Time as a dependency, so that tests own it. */
export interface Clock {
  /**
   * Monotonic milliseconds, for durations, deadlines and ages: setting the computer's clock changes nothing, and
   * the time in which the computer sleeps counts. They begin at the epoch as the computer's clock had it then.
   */
  now(): number;
  /** Milliseconds since the epoch by the computer's clock, which may be wrong and may be set at any time. */
  wallTime(): number;
  /** Runs `callback` once after `delayMs` milliseconds unless disposed before. */
  setTimeout(callback: () => void, delayMs: number): Disposable;
}

/** What a computer has to tell the time by, in milliseconds. */
interface TimeSources {
  /** Since the epoch: may be set. */
  readonly wall: () => number;
  /** Monotonic, but stands still during sleep on some systems. */
  readonly awake: () => number;
  /** Since the start of the computer, sleep included; to the second on some systems, NaN where it cannot be read. */
  readonly uptime: () => number;
}

/** A smaller difference between two sources says nothing: some are rounded. */
const toleranceMs = 3_000;

/**
 * `sources.awake`, with the time of sleep added. Reading the uptime is slow: that happens only once the wall clock has
 * moved otherwise than the monotonic one, as it does after sleep and when it is set.
 */
export function monotonicTime(sources: TimeSources): () => number {
  const { wall, awake } = sources;
  const uptimeAhead = () => sources.uptime() - awake();
  const initialAhead = uptimeAhead();
  let wallAhead = wall() - awake();
  let sleptMs = 0;
  return () => {
    const now = awake();
    const ahead = wall() - now;
    if (Math.abs(ahead - wallAhead) > toleranceMs) {
      wallAhead = ahead;
      const asleepMs = uptimeAhead() - initialAhead;
      if (asleepMs > sleptMs + toleranceMs) sleptMs = asleepMs;
    }
    return Math.round(now + sleptMs);
  };
}

function uptimeMs(): number {
  try {
    return uptime() * 1000;
  } catch {
    // Some sandboxes forbid it.
    return NaN;
  }
}

const elapsed = monotonicTime({
  wall: () => Date.now(),
  awake: () => performance.timeOrigin + performance.now(),
  uptime: uptimeMs,
});

export const systemClock: Clock = {
  now: () => elapsed(),
  wallTime: () => Date.now(),
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return toDisposable(() => {
      clearTimeout(timer);
    });
  },
};
