import { type Format } from "../../../src/shared/format";
import { formatValue, type Unit } from "../../../src/shared/metrics";

/** The y axis of a chart: what it reaches from and to, and where its ticks are. */
export interface ValueScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

interface UnitScale {
  /** Steps are powers of this, times one of the `multiples`. */
  readonly base: number;
  readonly multiples: readonly number[];
  readonly minStep: number;
  /** What the axis shows when there is nothing, or only zeros. */
  readonly emptyMax: number;
}

const decimal = { base: 10, multiples: [1, 2, 5] };
const binary = { base: 2, multiples: [1], minStep: 1, emptyMax: 1024 };
const scales: Readonly<Record<Unit, UnitScale>> = {
  percent: { base: 10, multiples: [1, 2, 2.5, 5], minStep: 0.1, emptyMax: 100 },
  bytes: binary,
  bytesPerSecond: binary,
  milliseconds: { ...decimal, minStep: 0.1, emptyMax: 10 },
  celsius: { ...decimal, minStep: 0.1, emptyMax: 100 },
  count: { ...decimal, minStep: 1, emptyMax: 10 },
  load: { ...decimal, minStep: 0.01, emptyMax: 1 },
};

/**
 * @param low, high the least and the greatest value seen; Infinity and -Infinity: none.
 * @param total what the values are a part of.
 * @param maxIntervals at most so many between the ticks; two at least on both sides of 0.
 */
export function valueScale(
  unit: Unit,
  { low, high, total }: { low: number; high: number; total?: number | undefined },
  maxIntervals: number,
): ValueScale {
  const { emptyMax } = scales[unit];
  if (unit === "percent" || total !== undefined) {
    return fixedScale(unit, Math.max(total ?? emptyMax, high) || emptyMax, maxIntervals);
  }
  const floats = unit === "celsius" && low <= high;
  const [bottom, top] = floats ? apart(low, high) : [Math.min(0, low), Math.max(0, high)];
  const range = top > bottom ? top - bottom : emptyMax;
  // On both sides of 0 there is an interval of its own.
  const limit = bottom < 0 && top > 0 ? Math.max(2, maxIntervals) : maxIntervals;
  for (let step = stepFor(unit, range / maxIntervals); ; step = stepFor(unit, step * 1.001)) {
    const first = Math.floor(bottom / step);
    const last = Math.max(first + 1, Math.ceil((top > bottom ? top : bottom + range) / step));
    if (last - first > limit) continue;
    return { min: first * step, max: last * step, step, ticks: multiples(step, first, last) };
  }
}

/** At least so many degrees are shown: less is noise. */
const minRange = 5;

function apart(low: number, high: number): [number, number] {
  const missing = Math.max(0, minRange - (high - low)) / 2;
  return [low - missing, high + missing];
}

/** From 0 to exactly `max`. */
function fixedScale(unit: Unit, max: number, intervals: number): ValueScale {
  const step = stepFor(unit, max / intervals);
  return { min: 0, max, step, ticks: multiples(step, 0, Math.floor(max / step)) };
}

function multiples(step: number, first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The least step of the unit's that is at least so much. */
function stepFor(unit: Unit, atLeast: number): number {
  const { base, multiples: some, minStep } = scales[unit];
  const minimum = Math.max(atLeast, minStep);
  const power = base ** Math.floor(Math.log(minimum) / Math.log(base));
  const candidates = [...some.map((each) => each * power), base * power, base ** 2 * power];
  return candidates.find((step) => step >= minimum * (1 - 1e-9)) ?? minimum;
}

const byteUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;

/** What stands at a tick: as `formatValue`, but with the digits that the step needs and no more. */
export function valueLabel(value: number, step: number, unit: Unit, format: Format): string {
  switch (unit) {
    case "percent":
      return `${format.number(value, digitsOf(step))}%`;
    case "bytes":
      return bytesLabel(value, step, format);
    case "bytesPerSecond":
      return `${bytesLabel(value, step, format)}/s`;
    case "milliseconds":
      return `${format.number(value, digitsOf(step))} ms`;
    case "celsius":
      return `${format.number(value, digitsOf(step))} °C`;
    case "load":
      return format.number(value, digitsOf(step));
    case "count":
      return formatValue(value, unit, format);
  }
}

/** In the largest unit of which there is a whole one. */
function bytesLabel(value: number, step: number, format: Format): string {
  const unit = Math.min(
    byteUnits.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.abs(value) || 1) / 10)),
  );
  const size = 1024 ** unit;
  return `${format.number(value / size, digitsOf(step / size))} ${byteUnits[unit] ?? ""}`;
}

/** Digits after the point that distinguish multiples of the step, at most two. */
function digitsOf(step: number): number {
  if (Number.isInteger(step)) return 0;
  return Number.isInteger(Math.round(step * 1e6) / 1e5) ? 1 : 2;
}
