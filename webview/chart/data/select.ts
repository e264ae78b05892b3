/**
 * The value that would be at `rank` if the values were in order. Rearranges them; takes a time that
 * grows with their number only, where sorting a million takes too long for a frame.
 */
export function selectRank(values: Float64Array, rank: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = medianOfThree(values, low, high);
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? NaN) < pivot) left += 1;
      while ((values[right] ?? NaN) > pivot) right -= 1;
      if (left <= right) swap(values, left++, right--);
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? NaN;
}

function medianOfThree(values: Float64Array, low: number, high: number): number {
  const first = values[low] ?? NaN;
  const middle = values[(low + high) >>> 1] ?? NaN;
  const last = values[high] ?? NaN;
  return Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
}

function swap(values: Float64Array, left: number, right: number): void {
  const kept = values[left] ?? NaN;
  values[left] = values[right] ?? NaN;
  values[right] = kept;
}
