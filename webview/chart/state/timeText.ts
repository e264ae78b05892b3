export type Zone = "local" | "utc";

/** Times as people read them, in one zone and locale. Make one per zone and keep it. */
export interface TimeText {
  /** To the second; names UTC. */
  readonly at: (time: number) => string;
  readonly between: (from: number, to: number) => string;
}

export function createTimeText(locale: string, zone: Zone): TimeText {
  const options = {
    ...({ year: "numeric", month: "short", day: "numeric" } as const),
    ...({ hour: "2-digit", minute: "2-digit", second: "2-digit" } as const),
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
  };
  const format = new Intl.DateTimeFormat(locale, options);
  const suffix = zone === "utc" ? " UTC" : "";
  return {
    at: (time) => `${format.format(time)}${suffix}`,
    between: (from, to) => `${format.formatRange(from, to)}${suffix}`,
  };
}
