import { type Format } from "../../../src/shared/format";
import { type Unit } from "../../../src/shared/metrics";

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
    const max = Math.max(total ?? emptyMax, high) || emptyMax;
    const step = total === undefined ? stepFor(unit, max / maxIntervals) : max / maxIntervals;
    return fixedScale(max, step);
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
function fixedScale(max: number, step: number): ValueScale {
  return { min: 0, max, step, ticks: multiples(step, 0, Math.floor(max / step + 1e-9)) };
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

/** What stands at the ticks, with the digits that the step needs and no more. The unit stands at the last one alone. */
export function valueLabels(
  { ticks, step }: Pick<ValueScale, "ticks" | "step">,
  unit: Unit,
  format: Format,
): readonly string[] {
  const last = ticks.at(-1) ?? 0;
  const { size, text } = labelUnit(last, unit);
  const digits = digitsOf(step / size);
  const numbers = ticks.map((tick) => format.number(tick / size, digits));
  return numbers.map((number, index) => (index === ticks.length - 1 ? `${number}${text}` : number));
}

/** The unit of all labels of an axis up to `last`, and how much one of it is. */
function labelUnit(last: number, unit: Unit): { readonly size: number; readonly text: string } {
  switch (unit) {
    case "percent":
      return { size: 1, text: "%" };
    case "bytes":
    case "bytesPerSecond": {
      // The largest of which there is a whole one.
      const power = Math.floor(Math.log2(Math.max(1, Math.abs(last))) / 10);
      const index = Math.min(byteUnits.length - 1, power);
      const perSecond = unit === "bytes" ? "" : "/s";
      return { size: 1024 ** index, text: ` ${byteUnits[index] ?? ""}${perSecond}` };
    }
    case "milliseconds":
      return { size: 1, text: " ms" };
    case "celsius":
      return { size: 1, text: " °C" };
    case "load":
    case "count":
      return { size: 1, text: "" };
  }
}

/** Digits after the point that distinguish multiples of the step, at most two, and one beside whole ones. */
function digitsOf(step: number): number {
  if (Number.isInteger(step)) return 0;
  return step >= 1 || Number.isInteger(Math.round(step * 1e6) / 1e5) ? 1 : 2;
}
