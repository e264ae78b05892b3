/** What differs between the runtimes that long work runs in. */
export interface Scheduler {
  /** Milliseconds of work between two returns to the event loop. */
  readonly sliceMs: number;
  /** Monotonic time in milliseconds. */
  readonly now: () => number;
  /** Calls `run` once the event loop has done what is due. */
  readonly next: (run: () => void) => void;
}

export interface CooperativeTask {
  readonly cancel: () => void;
}

/**
 * Runs work that yields regularly in slices, so that the event loop is never busy for long. What is done
 * within the first slice is done when this returns.
 *
 * @param onDone gets what the work returns.
 * @param onSlice called after every slice but the last.
 * @returns undefined if all is done already.
 */
export function runSlices<T>(
  work: Iterator<unknown, T>,
  scheduler: Scheduler,
  onDone: (result: T) => void,
  onSlice?: () => void,
): CooperativeTask | undefined {
  const state = { isOver: false };
  const run = (): void => {
    if (state.isOver) return;
    const last = runSlice(work, scheduler);
    if (last === undefined) {
      onSlice?.();
      scheduler.next(run);
    } else {
      state.isOver = true;
      onDone(last.value);
    }
  };
  run();
  return state.isOver ? undefined : { cancel: () => void (state.isOver = true) };
}

/** @returns the last step; undefined: there is more to do. */
function runSlice<T>(
  work: Iterator<unknown, T>,
  { now, sliceMs }: Scheduler,
): IteratorReturnResult<T> | undefined {
  const until = now() + sliceMs;
  do {
    const step = work.next();
    if (step.done === true) return step;
  } while (now() < until);
  return undefined;
}

/** Does all of the work now: only for what is known to be small. */
export function runSync<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
