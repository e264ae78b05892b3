import { type TimeZone } from "../../../src/shared/times";
import { fieldsOf, timeOf, zoneOffset } from "./calendar";

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
