import * as l10n from "@vscode/l10n";
import { type Span } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type Times, type TimeRange, type TimeZone } from "../../../src/shared/times";
import { isRepeated, offsetText } from "../../../src/shared/repeatedHour";

/** 4 → "4 h", 72 → "3 d". */
export function hoursText(hours: number, { duration }: Pick<Format, "duration">): string {
  return duration(hours * 3600);
}

export function spanText(
  span: Span,
  format: Pick<Format, "duration">,
  { between }: Pick<Times, "between">,
): string {
  switch (span.kind) {
    case "live":
      return l10n.t("Live");
    case "last":
      return hoursText(span.hours, format);
    case "all":
      return l10n.t("All");
    case "between":
      return between(span);
  }
}

/** "2026-01-31T23:59:00", as date-time fields take it. */
export function fieldText(time: number, zone: TimeZone): string {
  const shift = zone === "utc" ? 0 : new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - shift).toISOString().slice(0, "2026-01-31T23:59:00".length);
}

/** Undefined: the field is empty or not filled in to the end. */
export function fieldTime(text: string, zone: TimeZone): number | undefined {
  const time = Date.parse(zone === "utc" ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** The time of a field; one that was filled in and left as it was keeps what the field does not show. */
export function timeOf(
  text: string,
  filled: number | undefined,
  zone: TimeZone,
): number | undefined {
  const time = fieldTime(text, zone);
  // By what it means: fields leave out seconds of 0.
  const isSame = filled !== undefined && fieldTime(fieldText(filled, zone), zone) === time;
  return isSame ? filled : time;
}

/** Which of two hours of the same name it is; "": there is only one. */
export function repeatedText(label: string, time: number | undefined, zone: TimeZone): string {
  if (zone === "utc" || time === undefined || !isRepeated(time)) return "";
  return `${label}: ${offsetText(time)}`;
}

export type CustomSpan =
  | ({ readonly ok: true } & TimeRange)
  | { readonly ok: false; readonly field: "from" | "to"; readonly text: string };

interface Fields {
  readonly from: string;
  readonly to: string;
}

/**
 * @param keptHours how far back the server keeps records; undefined: unknown.
 * @param filled what the fields were filled in with.
 */
export function readCustomSpan(
  fields: Fields,
  zone: TimeZone,
  now: number,
  keptHours: number | undefined,
  format: Pick<Format, "duration">,
  filled?: TimeRange,
): CustomSpan {
  const from = timeOf(fields.from, filled?.from, zone);
  const to = timeOf(fields.to, filled?.to, zone);
  if (from === undefined) return wrong("from", l10n.t("Enter a date and time for the start."));
  if (to === undefined) return wrong("to", l10n.t("Enter a date and time for the end."));
  if (from >= to) return wrong("to", l10n.t("The end must be later than the start."));
  if (from > now) return wrong("from", l10n.t("The start is in the future."));
  if (keptHours !== undefined && to < now - keptHours * 3_600_000) {
    return wrong(
      "to",
      l10n.t("The server keeps records for {0} only.", hoursText(keptHours, format)),
    );
  }
  return { ok: true, from, to };
}

function wrong(field: "from" | "to", text: string): CustomSpan {
  return { ok: false, field, text };
}
