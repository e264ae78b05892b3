import { isGap, usualStep } from "./gaps";

/** Steps within this factor of the usual one are the same: reports and pings come about on time. */
const sameStep = 1.7;

const known = new WeakMap<Float64Array, Float64Array | undefined>();

/**
 * How long each row stands for, milliseconds: until the next one, or for as long as those before it
 * where a gap follows or nothing does. Undefined where all rows stand for about the same, and so
 * count the same.
 */
export function rowLengths(times: Float64Array): Float64Array | undefined {
  if (!known.has(times)) known.set(times, isRegular(times) ? undefined : lengthsOf(times));
  return known.get(times);
}

function isRegular(times: Float64Array): boolean {
  const usual = usualStep(times);
  const [least, most] = [usual / sameStep, usual * sameStep];
  for (let index = 0; index + 1 < times.length; index++) {
    const step = (times[index + 1] ?? 0) - (times[index] ?? 0);
    if (step > 0 && (step < least || (step > most && !isGap(times, index)))) return false;
  }
  return true;
}

function lengthsOf(times: Float64Array): Float64Array {
  const lengths = new Float64Array(times.length);
  const stepAt = (index: number) => (times[index + 1] ?? NaN) - (times[index] ?? NaN);
  let usual: number | undefined;
  for (let index = 0; index < times.length; index++) {
    const step = stepAt(index);
    const goesOn = step >= 0 && !isGap(times, index);
    if (goesOn && step > 0) usual = step;
    lengths[index] = goesOn ? step : (usual ?? Math.min(step, stepAt(index + 1)));
  }
  return lengths;
}
