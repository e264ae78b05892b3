import { type Disposable, toDisposable } from "./disposable";

/** Time as a dependency, so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `callback` once after `delayMs` milliseconds unless disposed before. */
  setTimeout(callback: () => void, delayMs: number): Disposable;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return toDisposable(() => {
      clearTimeout(timer);
    });
  },
};

/** `clock`, but for its time: that goes on from where it was when the computer's is set back. */
export function steadyClock(clock: Clock): Clock {
  let latest = -Infinity;
  let aheadMs = 0;
  return {
    now: () => {
      const now = clock.now();
      aheadMs = Math.max(aheadMs, latest - now);
      latest = now + aheadMs;
      return latest;
    },
    setTimeout: (callback, delayMs) => clock.setTimeout(callback, delayMs),
  };
}
