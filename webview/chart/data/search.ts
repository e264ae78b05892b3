/** Of rising times, the first index in [low, high] whose time is at least `time`; `high` if there is none. */
export function firstFrom(
  times: Float64Array,
  time: number,
  low = 0,
  high: number = times.length,
): number {
  let [start, end] = [low, high];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((times[middle] ?? Infinity) < time) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** Of rising times, the first index after `time`. */
export function firstAfter(times: Float64Array, time: number): number {
  let [start, end] = [0, times.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((times[middle] ?? Infinity) <= time) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** The index of the time nearest to `time`, the earlier of two equally near; undefined without any. */
export function nearest(times: Float64Array, time: number): number | undefined {
  const after = firstFrom(times, time);
  const [before, next] = [times[after - 1], times[after]];
  if (before === undefined) return next === undefined ? undefined : after;
  return next === undefined || time - before <= next - time ? after - 1 : after;
}
