import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type TimeZone } from "../../../src/shared/times";
import { hoursText } from "./spanText";

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

export type CustomSpan =
  | { readonly ok: true; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly field: "from" | "to"; readonly text: string };

interface Fields {
  readonly from: string;
  readonly to: string;
}

/** @param keptHours how far back the server keeps records; undefined: unknown. */
export function readCustomSpan(
  fields: Fields,
  zone: TimeZone,
  now: number,
  keptHours: number | undefined,
  format: Pick<Format, "duration">,
): CustomSpan {
  const [from, to] = [fieldTime(fields.from, zone), fieldTime(fields.to, zone)];
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
