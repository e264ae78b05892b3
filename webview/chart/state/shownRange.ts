import { type ChartSetup, type Span } from "../../../src/shared/chartApi";
import { type TimeRange } from "../../../src/shared/times";

const hour = 3_600_000;
const liveMs = 5 * 60_000;
const unknownAllMs = 24 * hour;

interface RangeFacts {
  /** What the data that we have are of; undefined: none have come yet. */
  readonly held: TimeRange | undefined;
  /** They are the data of this span. */
  readonly isLoaded: boolean;
  /** By the server's clock. */
  readonly now: number;
  readonly keptHours: number | undefined;
  /** Nothing newer can be had at the moment. */
  readonly isOld: boolean;
}

/** The range of the time axis: that of the response, and until it is there an estimate. */
export function shownRange(
  span: Span,
  { held, isLoaded, now, keptHours, isOld }: RangeFacts,
): TimeRange {
  if (span.kind === "between") return { from: span.from, to: span.to };
  if (isLoaded && held !== undefined) return isOld ? movedOn(held, now) : held;
  switch (span.kind) {
    case "live":
      return { from: now - liveMs, to: now };
    case "last":
      return { from: now - span.hours * hour, to: now };
    case "all":
      return { from: now - (keptHours === undefined ? unknownAllMs : keptHours * hour), to: now };
  }
}

/** Time goes on where lines have ended; half of what is known stays at least. */
function movedOn({ from, to }: TimeRange, now: number): TimeRange {
  const by = Math.max(0, Math.min(now - to, (to - from) / 2));
  return { from: from + by, to: to + by };
}

/** Nothing of the range is beyond what we hold. */
export function isCovered(range: TimeRange, held: TimeRange | undefined): boolean {
  return held !== undefined && range.from >= held.from && range.to <= held.to;
}

/** How far back the server keeps anything; undefined: unknown. */
export function maxKept({
  keptHours,
  pingKeptHours,
}: Pick<ChartSetup, "keptHours" | "pingKeptHours">): number | undefined {
  if (keptHours === undefined || pingKeptHours === undefined) return undefined;
  return Math.max(keptHours, pingKeptHours);
}
