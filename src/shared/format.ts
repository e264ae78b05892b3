/** Numbers, amounts and times as people read them, in one locale. Make one per locale and keep it. */
export interface Format {
  /** 12 → "12%"; whole percents only, so that rows stay calm. */
  readonly percent: (value: number) => string;
  /** 1610612736 → "1.5 GiB". */
  readonly bytes: (value: number) => string;
  /** 1572864 → "1.5 MiB/s". */
  readonly rate: (bytesPerSecond: number) => string;
  /** 1572864 → "1.5M": amounts and rates in rows. */
  readonly shortRate: (value: number) => string;
  readonly number: (value: number, fractionDigits?: number) => string;
  /** 0.6 → "0.60". */
  readonly load: (value: number) => string;
  readonly milliseconds: (value: number) => string;
  /** 93784 → "1d 2h"; the two largest units. */
  readonly duration: (seconds: number) => string;
  /** 12000 → "12s ago". */
  readonly ago: (milliseconds: number) => string;
  /** Signed distance in days: 3 → "in 3 days". */
  readonly inDays: (days: number) => string;
  readonly date: (time: number) => string;
  readonly dateTime: (time: number) => string;
}

const longUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
const shortUnits = ["B", "K", "M", "G", "T", "P", "E"] as const;
const unitStep = 1024;

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
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  // Every live row has some, and Intl takes its time.
  const percents = Array.from({ length: 101 }, (_, whole) => percent.format(whole / 100));
  const relative = new Intl.RelativeTimeFormat(locale, { style: "narrow" });
  const days = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const units = durationUnits.map(
    ({ seconds, unit }) =>
      [
        seconds,
        new Intl.NumberFormat(locale, {
          style: "unit",
          unit,
          unitDisplay: "narrow",
          useGrouping: false,
        }),
      ] as const,
  );
  const bytes = (value: number) => {
    const { scaled, step } = scale(value);
    return `${number(scaled, scaled < 100 && step > 0 ? 1 : 0)} ${longUnits[step] ?? ""}`;
  };
  return {
    percent: (value) => percents[Math.round(value)] ?? percent.format(value / 100),
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
    milliseconds: (value) => `${number(value, value < 10 ? 1 : 0)} ms`,
    duration: (seconds) => duration(Math.max(0, Math.floor(seconds)), units),
    ago: (milliseconds) => {
      const { amount, unit } = largestUnit(Math.max(0, milliseconds) / 1000);
      return relative.format(-amount, unit);
    },
    inDays: (value) => days.format(value, "day"),
    date: (time) => date.format(time),
    dateTime: (time) => dateTime.format(time),
  };
}

const durationUnits = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

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

function largestUnit(seconds: number) {
  const found = durationUnits.find((unit) => seconds >= unit.seconds) ?? {
    unit: "second" as const,
    seconds: 1,
  };
  return { amount: Math.floor(seconds / found.seconds), unit: found.unit };
}

function duration(
  seconds: number,
  units: readonly (readonly [number, Intl.NumberFormat])[],
): string {
  const first = units.findIndex(([size]) => seconds >= size);
  let rest = seconds;
  return units
    .slice(first < 0 ? units.length - 1 : first)
    .slice(0, 2)
    .map(([size, format]) => {
      const amount = Math.floor(rest / size);
      rest -= amount * size;
      return { amount, text: format.format(amount) };
    })
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ text }) => text)
    .join(" ");
}
