import { type Clock } from "./clock";

/** What was waited for has not come in time; it may still come. */
export class OverdueError extends Error {
  override readonly name = "OverdueError";
  constructor(ms: number) {
    super(`nothing within ${ms} ms`);
  }
}

/** Settles as `work` does, or rejects with OverdueError after `ms` milliseconds. Nothing is canceled. */
export function withDeadline<T>(work: Promise<T>, ms: number, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(() => reject(new OverdueError(ms)), ms);
    work.then(resolve, reject).finally(() => timer.dispose());
  });
}
