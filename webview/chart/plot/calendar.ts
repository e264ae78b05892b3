import { type TimeZone } from "../../../src/shared/times";

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
