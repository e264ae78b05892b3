import { isRepeated, offsetText } from "../../../src/shared/repeatedHour";
import { timeFields, type TimeZone } from "../../../src/shared/times";
import { fieldsOf } from "./calendar";
import { type TimeStep } from "./timeTicks";

const fields = {
  second: timeFields.second,
  minute: timeFields.minute,
  day: { month: "short", day: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;
type Kind = keyof typeof fields;

/** What stands at the ticks of a time axis. Making a format of Intl is dear: each is made once. */
export class TimeLabels {
  readonly #locale: string | undefined;
  readonly #zone: TimeZone;
  readonly #formats = new Map<Kind, Intl.DateTimeFormat>();

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
