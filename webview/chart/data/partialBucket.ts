const minute = 60_000;
/** So many rows at the end must lie on the grid, for buckets to be what they are. */
const rowsLooked = 4;

/**
 * The beginning of the last bucket when it is not over at `now`. Rows are taken for buckets when they
 * are at least a minute apart and lie on multiples of their distance: reports come at odd times.
 */
export function partialBucket(times: Float64Array, now: number): number | undefined {
  const last = times.at(-1);
  const before = times.at(-2);
  if (last === undefined || before === undefined) return undefined;
  const width = last - before;
  const onGrid = times.slice(-rowsLooked).every((time) => time % width === 0);
  return width >= minute && onGrid && last + width > now ? last : undefined;
}
