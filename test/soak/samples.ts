/** What was there at a moment at which nothing was going on. */
export interface Sample {
  readonly atMs: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Growth {
  readonly what: string;
  /** Medians of the first and the last third. */
  readonly before: number;
  readonly after: number;
  readonly perHour: number;
  readonly isLeak: boolean;
}

/** So much may come and go without being a leak. */
export interface Allowance {
  readonly share: number;
  readonly count: number;
}

const hourMs = 3_600_000;

/**
 * Compares the ends of a series: what is filled once, as caches are, does not grow any more in its last two thirds. The
 * first sample is left out, for code is compiled and data is read for the first time before it.
 */
export function growthOf(
  what: string,
  samples: readonly Sample[],
  { share, count }: Allowance,
): Growth {
  const series = samples.slice(1).map(({ atMs, counts }) => [atMs, counts[what] ?? 0] as const);
  const third = Math.max(1, Math.floor(series.length / 3));
  const middle = series.slice(third, series.length - third);
  const early = series.slice(0, third);
  const late = series.slice(-third);
  const [before, after] = [median(early), median(late)];
  // A step that is taken once is no growth.
  const between = middle.length === 0 ? before : median(middle);
  const start = Math.max(before, between);
  return {
    what,
    before,
    after,
    perHour: slopeOf(series) * hourMs,
    isLeak: after > start * (1 + share) + count,
  };
}

function median(series: readonly (readonly [number, number])[]): number {
  const values = series.map(([, value]) => value).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

/** By least squares, per millisecond. */
function slopeOf(series: readonly (readonly [number, number])[]): number {
  const count = series.length;
  const meanAt = series.reduce((sum, [at]) => sum + at, 0) / count;
  const mean = series.reduce((sum, [, value]) => sum + value, 0) / count;
  const above = series.reduce((sum, [at, value]) => sum + (at - meanAt) * (value - mean), 0);
  const below = series.reduce((sum, [at]) => sum + (at - meanAt) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
