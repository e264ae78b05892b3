import { type TimeRange } from "../../shared/times";
import { medianStep } from "./historyWindow";

/** Operations of the cache on records of one kind. None changes its arguments. */
export interface RangeKind<T> {
  readonly rows: (data: T) => number;
  readonly bytes: (data: T) => number;
  /** The time of the newest row; undefined without rows. */
  readonly lastTime: (data: T) => number | undefined;
  /** Whether no other request would return rows with a smaller step. */
  readonly isFinest: (data: T) => boolean;
  /** Whether `tail` has the same step as `data`. */
  readonly hasStepOf: (data: T, tail: T) => boolean;
  readonly slice: (data: T, range: TimeRange) => T;
  /** Appends later rows; where both have rows, those of `tail` count. */
  readonly extend: (data: T, tail: T) => T;
}

/** No server keeps load, or pings averaged over buckets, in steps below a minute. */
export const finestStepMs = 60_000;

/** With tolerance: steps are not exact to the millisecond. */
export function isFineStep(step: number | undefined, finest = finestStepMs): boolean {
  return step !== undefined && step <= finest * 1.5;
}

/** Steps are different beyond this factor; smaller differences are pings that are not sent to the second. */
const otherStep = 1.7;

/** False if the rows of `tail` are closer together or farther apart; true for a single row, which has no step. */
export function hasStepOf(times: Float64Array, tail: Float64Array): boolean {
  const [step, tailStep] = [medianStep(times), medianStep(tail)];
  if (step === undefined || tailStep === undefined) return true;
  return tailStep < step * otherStep && tailStep > step / otherStep;
}
