import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
const minute = 60_000;

/** "2026-01-31T23:59:00+01:00": RFC 3339 with the zone of this machine, to the second. */
export function localRfc3339(time: number): string {
  const shift = -new Date(time).getTimezoneOffset();
  const zone = `${shift < 0 ? "-" : "+"}${twoDigits(Math.abs(shift) / 60)}:${twoDigits(Math.abs(shift) % 60)}`;
  return `${pickerText(time)}${shift === 0 ? "Z" : zone}`;
}

/** "2026-01-31T23:59:00": the format of date-time fields, in the zone of this machine. */
export function pickerText(time: number): string {
  const shift = new Date(time).getTimezoneOffset() * minute;
  return new Date(time - shift).toISOString().slice(0, "2026-01-31T23:59:00".length);
}

/** A typed text in the format of date-time fields; empty if it is no time. */
export function pickerTextOf(text: string): string {
  const time = Date.parse(text);
  const readable = /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(time);
  return readable ? pickerText(time) : "";
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}

/** A common time, relative to now. */
export interface TimeChoice {
  readonly text: string;
  /** Milliseconds from now; negative: in the past. */
  readonly afterMs: number;
}

const hour = 3_600_000;

export function timeChoices({ past }: Pick<ParamSpec, "past">): readonly TimeChoice[] {
  const now = { text: l10n.t("Now"), afterMs: 0 };
  return past
    ? [
        now,
        { text: l10n.t("1 h ago"), afterMs: -hour },
        { text: l10n.t("24 h ago"), afterMs: -24 * hour },
      ]
    : [
        now,
        { text: l10n.t("In 1 h"), afterMs: hour },
        { text: l10n.t("Tomorrow"), afterMs: 24 * hour },
      ];
}
