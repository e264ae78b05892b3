export interface CountedAverage {
  readonly average: number | undefined;
  /** Set if `average` is only an upper bound: the lower one. */
  readonly minAverage?: number;
}

/**
 * The average of the pings that were answered. Upstream averages over buckets of a minute or more in which a
 * lost ping counts as -1 ms, and skips buckets in which all were lost: of `total` pings it has counted some
 * number, from only the answered ones up to all.
 * @param average of the counted pings, milliseconds.
 * @param loss percent of `total`.
 * @param max the longest ping.
 */
export function answeredAverage(
  average: number,
  total: number,
  loss: number,
  max = Infinity,
): CountedAverage {
  const lost = Math.round((total * loss) / 100);
  const answered = total - lost;
  if (answered <= 0) return { average: undefined };
  if (lost === 0) return { average };
  const of = (counted: number) =>
    Math.min(max, (average * counted + counted - answered) / answered);
  const counted = countedPings(average, answered, total);
  return counted === undefined
    ? { average: of(total), minAverage: average }
    : { average: of(counted) };
}

/** Quotients of integers are equal below this difference; above this many pings there are too many of them. */
const [tolerance, maxPings] = [1e-8, 100_000];

/**
 * How many pings the average covers. Pings are whole milliseconds, so their sum is an integer, too. Undefined
 * if several numbers fit, or if the average may have been rounded.
 */
function countedPings(average: number, answered: number, total: number): number | undefined {
  const divisor = total > maxPings ? undefined : smallestDivisor(average, total);
  if (divisor === undefined || 1000 % divisor === 0) return undefined;
  const largest = Math.floor(total / divisor) * divisor;
  return largest >= answered && largest - divisor < answered ? largest : undefined;
}

function smallestDivisor(average: number, max: number): number | undefined {
  for (let divisor = 1; divisor <= max; divisor++) {
    const sum = average * divisor;
    if (Math.abs(sum - Math.round(sum)) < tolerance) return divisor;
  }
  return undefined;
}
