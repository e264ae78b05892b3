export interface CountedAverage {
  readonly average: number | undefined;
  /** Only where `average` is the most that it can be: the least. */
  readonly leastAverage?: number;
}

/**
 * The average of the pings that were answered. Upstream's server averages over stretches of a minute or
 * more in which a lost ping is -1 ms, and leaves out stretches in which all were lost: of `total` pings
 * it has counted some number, from the answered ones alone up to all.
 * @param average of those, milliseconds.
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
    ? { average: of(total), leastAverage: average }
    : { average: of(counted) };
}

/** Below this two quotients of whole numbers are the same, and more pings than this have too many. */
const [exactness, mostPings] = [1e-8, 100_000];

/**
 * How many pings the average is over. Pings come in whole milliseconds: of so many pings their sum is
 * whole too. Undefined where that fits several numbers, or where the average may have been rounded.
 */
function countedPings(average: number, answered: number, total: number): number | undefined {
  const divisor = total > mostPings ? undefined : leastDivisor(average, total);
  if (divisor === undefined || 1000 % divisor === 0) return undefined;
  const most = Math.floor(total / divisor) * divisor;
  return most >= answered && most - divisor < answered ? most : undefined;
}

function leastDivisor(average: number, most: number): number | undefined {
  for (let divisor = 1; divisor <= most; divisor++) {
    const sum = average * divisor;
    if (Math.abs(sum - Math.round(sum)) < exactness) return divisor;
  }
  return undefined;
}
