import { retentionHours, type Retention } from "../../../fleet/history/selectableHours";
import { type HistoryWindow } from "../../../fleet/history/historyWindow";
import { type Span } from "../../../shared/chartApi";
import { type TimeRange } from "../../../shared/times";

export const liveSpanMs = 5 * 60_000;
const hourMs = 3_600_000;

/** Requested of a server that does not say how long it keeps records. */
const unknownKeptHours = 720;

/** Live ranges begin with records, requested by the hour so that cached ones can be used. */
export const liveWindow: HistoryWindow = { kind: "last", hours: 1 };

/** Less is not worth looking at. */
const minLiveMs = 60_000;

/**
 * The range of a span that shows the present. It grows to the left: what is before the first report stays out.
 *
 * @param first undefined: nothing was reported.
 */
export function liveRange(now: number, first?: number): TimeRange {
  const from = Math.min(Math.max(now - liveSpanMs, first ?? -Infinity), now - minLiveMs);
  return { from, to: now };
}

/**
 * What of a span there can be records of; undefined when it is all before that, or still to come.
 * @param kept hours; undefined: unknown.
 */
export function windowOf(
  span: Exclude<Span, { kind: "live" }>,
  kept: number | undefined,
  now: number,
): HistoryWindow | undefined {
  const max = kept ?? (span.kind === "all" ? unknownKeptHours : Infinity);
  switch (span.kind) {
    case "last":
      return { kind: "last", hours: Math.min(span.hours, Math.ceil(max)) };
    case "all":
      return { kind: "last", hours: Math.ceil(max) };
    case "between": {
      const from = Math.max(span.from, now - max * hourMs);
      const to = Math.min(span.to, now);
      return from < to ? { kind: "between", from, to } : undefined;
    }
  }
}

/** What the panel shows, whether or not there are records of all of it. */
export function shownRange(span: Span, kept: Retention, now: number): TimeRange {
  switch (span.kind) {
    case "live":
      return liveRange(now);
    case "last":
      return { from: now - span.hours * hourMs, to: now };
    case "all":
      return { from: now - (retentionHours(kept) ?? unknownKeptHours) * hourMs, to: now };
    case "between":
      return { from: span.from, to: span.to };
  }
}

/**
 * What is shown of all there is: it begins with the first row of all, for less may be there than
 * the server would keep.
 */
export function sinceFirstRow(
  range: TimeRange,
  series: readonly { readonly times: Float64Array }[],
): TimeRange {
  const first = Math.min(...series.map(({ times }) => times[0] ?? Infinity));
  return first < range.to ? { ...range, from: Math.max(first, range.from) } : range;
}

/** Whether the span's end is now or later, so that rows are still to come. */
export function includesNow(span: Span, now: number): boolean {
  return span.kind !== "between" || span.to > now;
}
