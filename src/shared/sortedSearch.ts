/** Of rising numbers, the first index in [low, high] whose number is at least `value`; `high` if there is none. */
export function lowerBound(
  sorted: ArrayLike<number>,
  value: number,
  low = 0,
  high: number = sorted.length,
): number {
  let [start, end] = [low, high];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** Of rising numbers, the first index whose number is more than `value`. */
export function upperBound(sorted: ArrayLike<number>, value: number): number {
  let [start, end] = [0, sorted.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** The index of the number nearest to `value`, the earlier of two equally near; undefined without any. */
export function nearest(sorted: ArrayLike<number>, value: number): number | undefined {
  const after = lowerBound(sorted, value);
  const [before, next] = [sorted[after - 1], sorted[after]];
  if (before === undefined) return next === undefined ? undefined : after;
  return next === undefined || value - before <= next - value ? after - 1 : after;
}
