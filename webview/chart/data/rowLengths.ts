import { isGap, usualStep } from "./gaps";

/** Steps within this factor of the usual one count as equal: reports and pings are not exactly on time. */
const sameStepFactor = 1.7;

const known = new WeakMap<Float64Array, Float64Array | undefined>();

/**
 * The length of time that each row covers, in milliseconds: until the next one, or as long as the previous
 * rows if a gap or nothing follows. Undefined if all rows cover about the same, and have equal weight.
 */
export function rowLengths(times: Float64Array): Float64Array | undefined {
  if (!known.has(times)) known.set(times, isRegular(times) ? undefined : lengthsOf(times));
  return known.get(times);
}

function isRegular(times: Float64Array): boolean {
  const usual = usualStep(times);
  const [min, max] = [usual / sameStepFactor, usual * sameStepFactor];
  for (let index = 0; index + 1 < times.length; index++) {
    const step = (times[index + 1] ?? 0) - (times[index] ?? 0);
    if (step > 0 && (step < min || (step > max && !isGap(times, index)))) return false;
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
