import { isRepeated, offsetText } from "./repeatedHour";

export type TimeZone = "local" | "utc";

/** Milliseconds since the epoch. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Of JavaScript, in milliseconds: what is beyond cannot be formatted. */
export const maxTime = 8.64e15;

/** Formatted times, in one time zone and locale. Times are milliseconds since the epoch. */
export interface Times {
  /** "Nov 5, 2026". */
  readonly date: (time: number) => string;
  /**
   * With its offset in the hour that comes twice.
   * @param range in which it is seen: seconds are left out from an hour on.
   */
  readonly at: (time: number, range?: TimeRange) => string;
  /** The same without the day. */
  readonly clock: (time: number, range?: TimeRange) => string;
  /** From the start to the end; the day is named once if it is the same. */
  readonly between: (range: TimeRange) => string;
}

/** What a text of a moment is made of, so that axes write it as texts do. */
export const timeFields = {
  date: { year: "numeric", month: "short", day: "numeric" },
  minute: { hour: "numeric", minute: "2-digit" },
  second: { hour: "numeric", minute: "2-digit", second: "2-digit" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const hourMs = 3_600_000;

/** Make one per zone and locale and keep it: making a format of Intl is slow. */
export function createTimes(locale: string, zone: TimeZone = "local"): Times {
  const create = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, zone === "utc" ? { ...options, timeZone: "UTC" } : options);
  const date = create(timeFields.date);
  const formats = {
    minute: [create({ ...timeFields.date, ...timeFields.minute }), create(timeFields.minute)],
    second: [create({ ...timeFields.date, ...timeFields.second }), create(timeFields.second)],
  } as const;
  const formatsFor = (range: TimeRange | undefined) =>
    formats[range === undefined || range.to - range.from < hourMs ? "second" : "minute"];
  const suffix = zone === "utc" ? " UTC" : "";
  const repeated = (time: number) =>
    zone === "local" && isRepeated(time) ? ` ${offsetText(time)}` : "";
  return {
    date: (time) => date.format(time),
    at: (time, range) => `${formatsFor(range)[0].format(time)}${repeated(time)}${suffix}`,
    clock: (time, range) => `${formatsFor(range)[1].format(time)}${repeated(time)}`,
    between: (range) => {
      const { from, to } = range;
      const [full, clock] = formatsFor(range);
      const end = date.format(from) === date.format(to) ? clock : full;
      const start = `${full.format(from)}${repeated(from)}`;
      return `${start} – ${end.format(to)}${repeated(to)}${suffix}`;
    },
  };
}
