import { keptHours, type Kept } from "../../../fleet/history/offeredHours";
import { type HistoryWindow, type Stretch } from "../../../fleet/history/historyWindow";
import { type Span } from "../../../shared/chartApi";

export const liveSpanMs = 5 * 60_000;
const hourMs = 3_600_000;

/** As far back as a server that does not tell is asked. */
const unknownKeptHours = 720;

/** Pings are asked for by the hour, so that what is held of that can be used. */
export const livePingWindow: HistoryWindow = { kind: "last", hours: 1 };

/** The stretch of a span that shows the present. */
export function liveStretch(now: number): Stretch {
  return { from: now - liveSpanMs, to: now };
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
  const most = kept ?? (span.kind === "all" ? unknownKeptHours : Infinity);
  switch (span.kind) {
    case "last":
      return { kind: "last", hours: Math.min(span.hours, Math.ceil(most)) };
    case "all":
      return { kind: "last", hours: Math.ceil(most) };
    case "between": {
      const from = Math.max(span.from, now - most * hourMs);
      const to = Math.min(span.to, now);
      return from < to ? { kind: "between", from, to } : undefined;
    }
  }
}

/** What the panel shows, whether or not there are records of all of it. */
export function shownStretch(span: Span, kept: Kept, now: number): Stretch {
  switch (span.kind) {
    case "live":
      return liveStretch(now);
    case "last":
      return { from: now - span.hours * hourMs, to: now };
    case "all":
      return { from: now - (keptHours(kept) ?? unknownKeptHours) * hourMs, to: now };
    case "between":
      return { from: span.from, to: span.to };
  }
}

/**
 * What is shown of all there is: it begins with the first row of all, for less may be there than
 * the server would keep.
 */
export function sinceFirstRow(
  stretch: Stretch,
  series: readonly { readonly times: Float64Array }[],
): Stretch {
  const first = Math.min(...series.map(({ times }) => times[0] ?? Infinity));
  return first < stretch.to ? { ...stretch, from: Math.max(first, stretch.from) } : stretch;
}

/** Whether more is to come at the span's end. */
export function goesOn(span: Span, now: number): boolean {
  return span.kind !== "between" || span.to > now;
}
