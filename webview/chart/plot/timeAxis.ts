import { type TimeRange, type TimeZone, timeFields } from "../../../src/shared/times";
import { isRepeated, offsetText } from "../../../src/shared/repeatedHour";

/** Between two labels, CSS pixels. */
const gap = 14;
/** No label has less of the width of another one of its kind: which steps are worth a try. */
const minShare = 0.6;

export interface AxisTicks {
  readonly at: readonly number[];
  /** As many; empty where there is no room for a text. */
  readonly labels: readonly string[];
}

/**
 * As many ticks as fit without labels that overlap or reach beyond the axis at its end.
 *
 * @param width of the axis, `margin` what is free to the right of it, CSS pixels.
 * @param measure the width of a text.
 */
export function timeAxis(
  { from, to }: TimeRange,
  { width, margin }: { readonly width: number; readonly margin: number },
  zone: TimeZone,
  labels: TimeLabels,
  measure: (text: string) => number,
): AxisTicks {
  const perPixel = (to - from) / width;
  for (const step of timeSteps) {
    const usual = Math.min(...[from, to].map((time) => measure(labels.label(time, step))));
    if (lengthOf(step) < (usual * minShare + gap) * perPixel) continue;
    const at = timeTicks(from, to, step, zone);
    const texts = at.map((time) => labels.label(time, step));
    const halves = texts.map((text) => measure(text) / 2);
    const fits = at.every((time, index) => {
      const distance = (time - (at[index - 1] ?? -Infinity)) / perPixel;
      return distance >= (halves[index - 1] ?? 0) + (halves[index] ?? 0) + gap;
    });
    if (!fits) continue;
    const inside = (time: number, index: number) =>
      (time - from) / perPixel + (halves[index] ?? 0) <= width + margin;
    return {
      at,
      labels: texts.map((text, index) => (inside(at[index] ?? NaN, index) ? text : "")),
    };
  }
  return { at: [], labels: [] };
}

/** From tick to tick. */
export interface TimeStep {
  readonly unit: "second" | "hour" | "day" | "month" | "year";
  readonly size: number;
}

const sizes: readonly (readonly [TimeStep["unit"], readonly number[]])[] = [
  ["second", [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800]],
  ["hour", [1, 2, 3, 6, 12]],
  ["day", [1, 2, 3, 7, 14]],
  ["month", [1, 2, 3, 6]],
  ["year", [1, 2, 5, 10, 20, 50]],
];

/** All steps that ticks may have, the smallest first. */
export const timeSteps: readonly TimeStep[] = sizes.flatMap(([unit, some]) =>
  some.map((size) => ({ unit, size })),
);

const day = 86_400_000;
const milliseconds = { second: 1000, hour: 3_600_000, day, month: 30 * day, year: 365 * day };

/** Milliseconds, about. */
export function lengthOf({ unit, size }: TimeStep): number {
  return size * milliseconds[unit];
}

/**
 * The times in [from, to] at which the clock or calendar of the zone shows a multiple of the step.
 * Where the clock is changed, hours may be missing or be longer than others.
 */
export function timeTicks(from: number, to: number, step: TimeStep, zone: TimeZone): number[] {
  const ticks: number[] = [];
  const next = tickSource(from, step, zone);
  for (let index = 0; ; index++) {
    const time = next(index);
    if (!(time <= to)) return ticks;
    if (time >= from && time > (ticks.at(-1) ?? -Infinity)) ticks.push(time);
  }
}

/** Returns a function that returns the ticks one after the other, from one at or before `from` on. */
function tickSource(
  from: number,
  { unit, size }: TimeStep,
  zone: TimeZone,
): (index: number) => number {
  const { year, month, day: date, hour } = fieldsOf(from, zone);
  switch (unit) {
    case "second": {
      const offset = zoneOffset(from, zone);
      const first = Math.floor((from + offset) / (size * 1000));
      return (index) => (first + index) * size * 1000 - offset;
    }
    case "hour": {
      const first = hour - (hour % size);
      return (index) => timeOf({ year, month, day: date, hour: first + index * size }, zone);
    }
    case "day": {
      const first = date - (dayNumber(from, zone) % size);
      return (index) => timeOf({ year, month, day: first + index * size }, zone);
    }
    case "month":
      return (index) => timeOf({ year, month: month - (month % size) + index * size }, zone);
    case "year":
      return (index) => timeOf({ year: year - (year % size) + index * size }, zone);
  }
}

/** Counts the days of the zone so that Mondays are multiples of 7. */
function dayNumber(time: number, zone: TimeZone): number {
  return Math.floor((time + zoneOffset(time, zone)) / day) + 3;
}

const fields = {
  second: timeFields.second,
  minute: timeFields.minute,
  day: { month: "short", day: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
type Kind = keyof typeof fields;

const known = new Map<string, TimeLabels>();

/** The same for all charts: they have the same times at their ticks. */
export function sharedLabels(locale: string | undefined, zone: TimeZone): TimeLabels {
  const key = `${locale ?? ""} ${zone}`;
  const labels = known.get(key) ?? new TimeLabels(locale, zone);
  known.set(key, labels);
  return labels;
}

/** More texts than this are forgotten. */
const maxTexts = 1000;

/** What stands at the ticks of a time axis. Formats of Intl are dear: each is made once, and each text written once. */
export class TimeLabels {
  readonly #locale: string | undefined;
  readonly #zone: TimeZone;
  readonly #formats = new Map<Kind, Intl.DateTimeFormat>();
  readonly #texts = new Map<string, string>();

  /** @param locale BCP 47; undefined: that of the browser. */
  constructor(locale: string | undefined, zone: TimeZone) {
    this.#locale = locale;
    this.#zone = zone;
  }

  /**
   * As short as the step allows; where a day or a year begins it replaces the hour or month. With its
   * offset in the hour that comes twice.
   */
  label(time: number, step: TimeStep): string {
    const key = `${time} ${step.unit} ${step.size}`;
    const written = this.#texts.get(key) ?? this.#write(time, step);
    if (this.#texts.size >= maxTexts) this.#texts.clear();
    this.#texts.set(key, written);
    return written;
  }

  #write(time: number, step: TimeStep): string {
    const text = this.#format(this.#kind(time, step)).format(time);
    const isOfDay = step.unit === "second" || step.unit === "hour";
    return isOfDay && this.#zone === "local" && isRepeated(time)
      ? `${text} ${offsetText(time)}`
      : text;
  }

  #kind(time: number, { unit, size }: TimeStep): Kind {
    const { month, hour, minute } = fieldsOf(time, this.#zone);
    switch (unit) {
      case "second":
        if (size < 60) return "second";
        return hour === 0 && minute === 0 ? "day" : "minute";
      case "hour":
        return hour === 0 ? "day" : "minute";
      case "day":
        return "day";
      case "month":
        return month === 0 ? "year" : "month";
      case "year":
        return "year";
    }
  }

  #format(kind: Kind): Intl.DateTimeFormat {
    let format = this.#formats.get(kind);
    if (format === undefined) {
      const zone = this.#zone === "utc" ? ({ timeZone: "UTC" } as const) : {};
      format = new Intl.DateTimeFormat(this.#locale, { ...fields[kind], ...zone });
      this.#formats.set(kind, format);
    }
    return format;
  }
}

/** The fields of a date are those of the zone; months count from 0, days from 1. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

export function fieldsOf(time: number, zone: TimeZone): DateFields {
  // In the zone's time as if it were UTC, so that both zones are read in one way.
  const date = new Date(time + zoneOffset(time, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** Fields beyond their range count on: the 32nd is in the next month, hour 25 on the next day. */
export function timeOf(
  { year, month = 0, day = 1, hour = 0 }: Pick<DateFields, "year"> & Partial<DateFields>,
  zone: TimeZone,
): number {
  if (zone === "utc") return Date.UTC(year, month, day, hour);
  return new Date(year, month, day, hour).getTime();
}

/** Milliseconds that the zone is ahead of UTC at this time. */
export function zoneOffset(time: number, zone: TimeZone): number {
  return zone === "utc" ? 0 : -new Date(time).getTimezoneOffset() * 60_000;
}
