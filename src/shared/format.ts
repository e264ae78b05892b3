import * as l10n from "@vscode/l10n";
import { createTimes } from "./times";

/** Numbers, amounts and times as people read them, in one locale. Make one per locale and keep it. */
export interface Format {
  /** 12 → "12%"; whole percents only, so that rows stay calm; "<1%" and ">99%" instead of a wrong 0 or 100. */
  readonly percent: (value: number) => string;
  /** 0.83 → "0.8%", 23 → "23%"; "<0.1%" and ">99.9%" instead of a wrong 0 or 100. */
  readonly loss: (percent: number) => string;
  /** 1610612736 → "1.5 GiB". */
  readonly bytes: (value: number) => string;
  /** 1572864 → "1.5 MiB/s". */
  readonly rate: (bytesPerSecond: number) => string;
  /** 1572864 → "1.5M": amounts and rates in rows. */
  readonly shortRate: (value: number) => string;
  readonly number: (value: number, fractionDigits?: number) => string;
  /** 0.6 → "0.60". */
  readonly load: (value: number) => string;
  /** 31.4 → "31 ms", 12345 → "12.3 s". */
  readonly milliseconds: (value: number) => string;
  /** 93784 → "26 h": one unit, rounded down; days from two on, years from one on ("1.1 y"). */
  readonly duration: (seconds: number) => string;
  /** 12000 → "12 s ago". */
  readonly ago: (milliseconds: number) => string;
  /** 1 → "1 d", 400 → "1.1 y". */
  readonly days: (days: number) => string;
  /** Signed distance: 1 → "tomorrow", 3 → "in 3 d", -400 → "1.1 y ago". */
  readonly inDays: (days: number) => string;
  readonly date: (time: number) => string;
  /** To the second. */
  readonly dateTime: (time: number) => string;
}

const longUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
const shortUnits = ["B", "K", "M", "G", "T", "P", "E"] as const;
const unitStep = 1024;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const yearDays = 365;

export function createFormat(locale: string): Format {
  const plain = (digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: false });
  const numbers = [plain(0), plain(1), plain(2)] as const;
  const number = (value: number, digits = 0) =>
    (numbers[Math.min(digits, 2)] ?? numbers[0]).format(value);
  const load = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: false,
  });
  const bytes = (value: number) => {
    const { scaled, step } = scale(value);
    return `${number(scaled, scaled < 100 && step > 0 ? 1 : 0)} ${longUnits[step] ?? ""}`;
  };
  const times = createTimes(locale);
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
    load: (value) => load.format(value),
    number,
    date: times.date,
    dateTime: (time) => times.at(time),
  };
}

function createPercents(locale: string): Pick<Format, "percent" | "loss"> {
  const create = (maximumFractionDigits: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits });
  const [whole, fine] = [create(0), create(1)];
  // Every live row has some, and Intl takes its time.
  const wholes = Array.from({ length: 101 }, (_, value) => whole.format(value / 100));
  return {
    percent: (value) => {
      if (value > 0 && value < 1) return `<${whole.format(0.01)}`;
      if (value > 99 && value < 100) return `>${whole.format(0.99)}`;
      return wholes[Math.round(value)] ?? whole.format(value / 100);
    },
    loss: (value) => {
      if (value > 0 && value < 0.1) return `<${fine.format(0.001)}`;
      if (value > 99.9 && value < 100) return `>${fine.format(0.999)}`;
      return (value < 10 || value > 99 ? fine : whole).format(value / 100);
    },
  };
}

function createDurations(
  number: Format["number"],
): Pick<Format, "milliseconds" | "duration" | "ago" | "days" | "inDays"> {
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
