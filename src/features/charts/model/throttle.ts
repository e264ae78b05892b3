import { type Clock } from "../../../util/clock";

/** Lets the first through, and then at most one each `everyMs`; the others are dropped. */
export function throttled<T>(clock: Clock, everyMs: number, run: (value: T) => void) {
  let last = -Infinity;
  return (value: T): void => {
    const now = clock.now();
    // The computer's clock may have been set back.
    if (now - last < everyMs) return;
    last = now;
    run(value);
  };
}
