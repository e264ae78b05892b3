import { mix } from "./random";

/** How a version writes times. */
export interface TimeFormat {
  readonly zoneMinutes: number;
  /** Go's RFC3339Nano: as many digits as are not zero. Whole seconds otherwise. */
  readonly nanoseconds: boolean;
}

/** A moment as the server writes it. Moments on the millisecond get the digits that Go would have. */
export function writeTime(ms: number, { zoneMinutes, nanoseconds }: TimeFormat): string {
  const local = new Date(ms + zoneMinutes * 60_000).toISOString().slice(0, 19);
  return local + (nanoseconds ? fraction(ms) : "") + zone(zoneMinutes);
}

function fraction(ms: number): string {
  const millis = Math.floor(((ms % 1000) + 1000) % 1000);
  if (millis === 0) return "";
  const nanos =
    String(millis).padStart(3, "0") + String(mix(ms / 1000, ms) % 1_000_000).padStart(6, "0");
  return `.${nanos.replace(/0+$/, "")}`;
}

function zone(minutes: number): string {
  if (minutes === 0) return "Z";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** RFC 3339 with a zone, which is all that Go takes. */
export function readTime(text: string): number | undefined {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
  const ms = shape.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

const layout = [
  ["2006", /^\d{4}/],
  ["-", /^-/],
  ["01", /^\d\d/],
  ["-", /^-/],
  ["02", /^\d\d/],
  ["T", /^T/],
  ["15", /^\d\d/],
  [":", /^:/],
  ["04", /^\d\d/],
  [":", /^:/],
  ["05", /^\d\d(?:\.\d+)?/],
  ["Z07:00", /^(?:Z|[+-]\d\d:\d\d)/],
] as const;

/** What Go says of a text that is no time. */
export function timeProblem(text: string): string {
  let rest = text;
  for (const [element, pattern] of layout) {
    if (!pattern.test(rest)) {
      return `parsing time "${text}" as "2006-01-02T15:04:05Z07:00": cannot parse "${rest}" as "${element}"`;
    }
    rest = rest.replace(pattern, "");
  }
  return `parsing time ${JSON.stringify(text)}: extra text: ${JSON.stringify(rest)}`;
}
