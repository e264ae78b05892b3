import { medianStep } from "../../../fleet/history/historyWindow";
import { type Span } from "../../../shared/chartApi";
import { type Snapshot } from "./snapshot";

const minMs = 60_000;
const maxMs = 3_600_000;
const maxDoublings = 6;

/** A smaller share of the time range is hardly visible, and coarse rows are all requested again. */
const minShare = 1 / 300;

/**
 * Milliseconds from one request for new rows to the next: as long as a bucket of the records,
 * for nothing comes in between, or the minimum visible step; doubled with every failure in a row.
 * @param random 0 to 1: spreads the requests of panels and windows.
 */
export function tailPause(
  span: Span,
  snapshot: Snapshot | undefined,
  failures: number,
  random: number,
): number {
  const times = snapshot?.series[0]?.times ?? new Float64Array(0);
  const step = span.kind === "live" ? minMs : (medianStep(times) ?? minMs);
  const seen = snapshot === undefined ? 0 : (snapshot.to - snapshot.from) * minShare;
  const pause = Math.max(step, seen, minMs) * 2 ** Math.min(failures, maxDoublings);
  return Math.min(pause, maxMs) * (0.9 + 0.2 * random);
}

/** Also where the clocks of a panel's servers differ. */
const minWaitMs = 10_000;

/** What was held already has waited for a part of the pause. */
export function untilTail(pause: number, snapshot: Snapshot | undefined, now: number): number {
  const age = snapshot === undefined ? 0 : Math.max(0, now - snapshot.to);
  return Math.max(pause - age, minWaitMs);
}
