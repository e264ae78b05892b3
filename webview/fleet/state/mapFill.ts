/** Shares of the fill's colour in a cell, from the lowest fifth of the scale to the highest. */
export const fillShares = [8, 24, 42, 62, 84] as const;

export interface FillScale {
  readonly min: number;
  readonly max: number;
}

/** Percentages have a scale of their own, so that two maps can be compared. */
export const percentScale: FillScale = { min: 0, max: 100 };

/** From the 5th to the 95th percentile, so that a single node does not make all others alike; undefined: nothing is known. */
export function scaleOf(values: readonly number[]): FillScale | undefined {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (known.length === 0) return undefined;
  const at = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  return { min: at(0.05), max: at(0.95) };
}

/** Which of `fillShares` a value has. Where all values are one, that is the lowest. */
export function fillStep(value: number, { min, max }: FillScale): number {
  if (max <= min) return 0;
  const fifth = Math.floor(((value - min) / (max - min)) * fillShares.length);
  return Math.min(fillShares.length - 1, Math.max(0, fifth));
}

/** Where the steps begin, for the legend. */
export function stepStarts({ min, max }: FillScale): readonly number[] {
  return fillShares.map((_, index) => min + (index / fillShares.length) * (max - min));
}
