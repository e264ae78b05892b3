/** Longer would be felt when typing or scrolling. */
const sliceMs = 8;

/** Work that goes on. */
export interface CooperativeTask {
  readonly cancel: () => void;
}

/**
 * Runs work that yields now and then, so that the page is never busy for long. What is done within the
 * first slice is done when this returns.
 *
 * @param onDone gets what the work returns.
 * @param onSlice called after every slice but the last.
 * @returns undefined if it is done already.
 */
export function runCooperatively<T>(
  work: Iterator<unknown, T>,
  onDone: (result: T) => void,
  onSlice?: () => void,
): CooperativeTask | undefined {
  const channel = new MessageChannel();
  let ended = false;
  const end = () => {
    ended = true;
    channel.port1.close();
  };
  /** @returns whether all is done. */
  const slice = (): boolean => {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const { done, value } = work.next();
      if (done !== true) continue;
      end();
      onDone(value);
      return true;
    }
    onSlice?.();
    // Timers would be held up by 4 ms each.
    channel.port2.postMessage(undefined);
    return false;
  };
  channel.port1.onmessage = () => {
    if (!ended) slice();
  };
  return slice() ? undefined : { cancel: end };
}

/** Does all of it now: only for work that is known to be small. */
export function runSync<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
