import * as l10n from "@vscode/l10n";
import { createTimes, timeFields } from "./times";

/** Numbers, amounts and times as people read them, in one locale. Make one per locale and keep it. */
export interface Format {
  /** 12 → "12%"; whole percents only, so that rows stay calm; "<1%" and ">99%" instead of a wrong 0 or 100. */
  readonly percent: (value: number) => string;
  /** 0.83 → "0.8%", 23 → "23%"; "<0.1%" and ">99.9%" instead of a wrong 0 or 100. */
  readonly loss: (percent: number) => string;
  /** 0.834 → "0.83%", 23.44 → "23.4%"; "<0.01%" and ">99.9%" instead of a wrong 0 or 100. */
  readonly finePercent: (value: number) => string;
  /** 1610612736 → "1.5 GiB". */
  readonly bytes: (value: number) => string;
  /** 1572864 → "1.5 MiB/s". */
  readonly rate: (bytesPerSecond: number) => string;
  /** 1572864 → "1.5M": amounts and rates in rows. */
  readonly shortRate: (value: number) => string;
  readonly number: (value: number, fractionDigits?: number) => string;
  /** 12.3456 → "12.3456", 0.0000425 → "0.0000425": the digits that a price is set with. */
  readonly price: (value: number) => string;
  /** 0.6 → "0.60". */
  readonly load: (value: number) => string;
  /** 31.4 → "31 ms", 12345 → "12.3 s". */
  readonly milliseconds: (value: number) => string;
  /** 93784 → "26 h": one unit, rounded down; days from two on, years from one on ("1.1 y"). */
  readonly duration: (seconds: number) => string;
  /** The same behind "every" or "per": 60 → "minute", 300 → "5 min". */
  readonly period: (seconds: number) => string;
  /** 12000 → "12 s ago". */
  readonly ago: (milliseconds: number) => string;
  /** 1 → "1 d", 400 → "1.1 y". */
  readonly days: (days: number) => string;
  /** Signed distance: 1 → "tomorrow", 3 → "in 3 d", -400 → "1.1 y ago". */
  readonly inDays: (days: number) => string;
  readonly date: (time: number) => string;
  /** The day in UTC, of times that stand for a day. */
  readonly utcDate: (time: number) => string;
  /** To the second. */
  readonly dateTime: (time: number) => string;
}

const longUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
const shortUnits = ["B", "K", "M", "G", "T", "P", "E"] as const;
const unitStep = 1024;

/** Numbers beyond these would be rows of zeros: they are written as "1E21". */
const [minHuge, maxTiny] = [1e21, 1e-9];

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const yearDays = 365;

export function createFormat(locale: string): Format {
  const plain = (options: Intl.NumberFormatOptions) => createNumbers(locale, options);
  const whole = plain({ maximumFractionDigits: 0 });
  const tenths = plain({ maximumFractionDigits: 1 });
  const hundredths = plain({ maximumFractionDigits: 2 });
  const number = (value: number, digits = 0) =>
    (digits === 0 ? whole : digits === 1 ? tenths : hundredths)(value);
  const price = plain({ maximumFractionDigits: 4 });
  const smallPrice = plain({ maximumSignificantDigits: 8 });
  const bytes = (value: number) => {
    const { scaled, step } = scale(value);
    return `${number(scaled, scaled < 100 && step > 0 ? 1 : 0)} ${longUnits[step] ?? ""}`;
  };
  const times = createTimes(locale);
  const utcDate = new Intl.DateTimeFormat(locale, { ...timeFields.date, timeZone: "UTC" });
  return {
    ...createPercents(locale),
    ...createDurations(number),
    bytes,
    rate: (value) => `${bytes(value)}/s`,
    shortRate: (value) => {
      const { scaled, step } = scale(value);
      if (step > 0) return `${number(scaled, scaled < 10 ? 1 : 0)}${shortUnits[step] ?? ""}`;
      if (scaled < 1) return number(0);
      const kibibytes = scaled / unitStep;
      return `${kibibytes < 0.1 ? "<" : ""}${number(Math.max(0.1, kibibytes), 1)}${shortUnits[1]}`;
    },
    load: plain({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    number,
    price: (value) => (Math.abs(value) < 1 ? smallPrice : price)(value),
    date: times.date,
    utcDate: (time) => utcDate.format(time),
    dateTime: (time) => times.at(time),
  };
}

/** What rounds to zero has no sign. */
function createNumbers(locale: string, options: Intl.NumberFormatOptions) {
  const common = { useGrouping: false, signDisplay: "negative", ...options } as const;
  const plain = new Intl.NumberFormat(locale, common);
  const [notation, maximumSignificantDigits] = ["scientific", 3] as const;
  const { style } = options;
  const scientific = new Intl.NumberFormat(locale, { notation, maximumSignificantDigits, style });
  const keepsTiny = options.maximumSignificantDigits !== undefined;
  return (value: number): string => {
    const size = Math.abs(value);
    const isTiny = keepsTiny && size > 0 && size < maxTiny;
    return (isTiny || size >= minHuge ? scientific : plain).format(value);
  };
}

function createPercents(locale: string): Pick<Format, "percent" | "loss" | "finePercent"> {
  const create = (digits: number) => {
    const format = createNumbers(locale, { style: "percent", maximumFractionDigits: digits });
    const step = 10 ** -digits;
    // Every live row has some, and Intl takes its time.
    const wholes = Array.from({ length: 101 }, (_, value) => format(value / 100));
    /** Says none, all, or no more than all only of what is. */
    return (value: number) => {
      if (value > 0 && value < step) return `<${format(step / 100)}`;
      if (value > 100 - step && value < 100) return `>${format((100 - step) / 100)}`;
      if (value > 100 && value < 100 + step) return `>${wholes[100] ?? ""}`;
      return wholes[digits === 0 ? Math.round(value) : value] ?? format(value / 100);
    };
  };
  const [whole, tenths, hundredths] = [create(0), create(1), create(2)];
  return {
    percent: whole,
    loss: (value) => (value < 10 || value > 99 ? tenths : whole)(value),
    finePercent: (value) => (value < 10 ? hundredths : tenths)(value),
  };
}

function createDurations(
  number: Format["number"],
): Pick<Format, "milliseconds" | "duration" | "period" | "ago" | "days" | "inDays"> {
  const days = (value: number) =>
    value < yearDays
      ? l10n.t("{0} d", number(Math.floor(value)))
      : l10n.t("{0} y", number(value / yearDays, 1));
  const duration = (seconds: number) => {
    if (seconds >= 2 * day) return days(seconds / day);
    if (seconds >= hour) return l10n.t("{0} h", number(Math.floor(seconds / hour)));
    if (seconds >= minute) return l10n.t("{0} min", number(Math.floor(seconds / minute)));
    return l10n.t("{0} s", number(Math.floor(Math.max(0, seconds))));
  };
  return {
    milliseconds: (value) =>
      value < 10_000
        ? `${number(value, value < 10 ? 1 : 0)} ms`
        : l10n.t("{0} s", number(value / 1000, 1)),
    duration,
    period: (seconds) => {
      if (Math.floor(seconds) === day) return l10n.t("day");
      if (seconds >= hour && seconds < 2 * hour) return l10n.t("hour");
      if (seconds >= minute && seconds < 2 * minute) return l10n.t("minute");
      return seconds >= 1 && seconds < 2 ? l10n.t("second") : duration(seconds);
    },
    ago: (milliseconds) => l10n.t("{0} ago", duration(milliseconds / 1000)),
    days,
    inDays: (value) => {
      if (value === 0) return l10n.t("today");
      if (value === 1) return l10n.t("tomorrow");
      if (value === -1) return l10n.t("yesterday");
      return value > 0 ? l10n.t("in {0}", days(value)) : l10n.t("{0} ago", days(-value));
    },
  };
}

function scale(value: number): { scaled: number; step: number } {
  let scaled = Math.abs(value);
  let step = 0;
  // 999.5 rounds to four digits, so it already belongs to the next unit.
  while (scaled >= 999.5 && step < longUnits.length - 1) {
    scaled /= unitStep;
    step += 1;
  }
  return { scaled: Math.sign(value) * scaled, step };
}
