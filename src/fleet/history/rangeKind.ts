import { type TimeRange } from "../../shared/times";
import { usualStep } from "./historyWindow";

/** What the cache must be able to do with records of one kind. All of it leaves its arguments alone. */
export interface RangeKind<T> {
  readonly rows: (data: T) => number;
  readonly bytes: (data: T) => number;
  /** The time of the newest row; undefined of none. */
  readonly lastTime: (data: T) => number | undefined;
  /** Whether no other request would bring rows that lie closer together. */
  readonly isFinest: (data: T) => boolean;
  /** Whether the rows of `tail` are as far apart as those of `data`. */
  readonly hasStepOf: (data: T, tail: T) => boolean;
  readonly slice: (data: T, range: TimeRange) => T;
  /** With what came later: where both have rows, the later answer counts. */
  readonly extend: (data: T, tail: T) => T;
}

/** No server keeps load, or pings averaged over buckets, in steps below a minute. */
export const finestStepMs = 60_000;

/** Steps are not met to the millisecond. */
export function isFineStep(step: number | undefined, finest = finestStepMs): boolean {
  return step !== undefined && step <= finest * 1.5;
}

/** Steps are different beyond this factor; smaller differences are pings that are not sent to the second. */
const otherStep = 1.7;

/** False if the rows of `tail` are closer together or farther apart; true for a single row, which has no step. */
export function hasStepOf(times: Float64Array, tail: Float64Array): boolean {
  const [step, tailStep] = [usualStep(times), usualStep(tail)];
  if (step === undefined || tailStep === undefined) return true;
  return tailStep < step * otherStep && tailStep > step / otherStep;
}
