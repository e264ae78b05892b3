const minute = 60_000;
/** Rows at the end that must lie on the grid to count as buckets. */
const checkedRows = 4;

/**
 * The start of the last bucket when it is not over at `now`. Rows are taken for buckets when they
 * are at least a minute apart and lie on multiples of their distance: reports come at odd times.
 */
export function partialBucket(times: Float64Array, now: number): number | undefined {
  const last = times.at(-1);
  const before = times.at(-2);
  if (last === undefined || before === undefined) return undefined;
  const width = last - before;
  const onGrid = times.slice(-checkedRows).every((time) => time % width === 0);
  return width >= minute && onGrid && last + width > now ? last : undefined;
}
