/**
 * Columns on their way from the host to a webview: about 6 bytes per value in place of 16, and two
 * buffers in place of objects. Times come back exactly; values as nearly as a 32-bit float tells
 * them from `offset`.
 */

/** A ping that had no response, in a column of milliseconds. What is not known at all is NaN. */
export const lostPing = -1;

/** Rising times, milliseconds since the epoch. */
export interface EncodedTimes {
  readonly first: number;
  /** Milliseconds to each time from the one before it, the first left out; `farJump`: see `jumps`. */
  readonly deltas: Uint16Array;
  /** In their order the deltas that do not fit into 16 bits. */
  readonly jumps: Float64Array;
}

export interface EncodedValues {
  readonly offset: number;
  /** NaN: unknown, or beyond what a 32-bit float can tell. */
  readonly values: Float32Array;
}

export const farJump = 0xffff;

/** @param times whole milliseconds, never falling. */
export function encodeTimes(times: Float64Array): EncodedTimes {
  const count = Math.max(0, times.length - 1);
  const deltas = new Uint16Array(count);
  const jumps: number[] = [];
  for (let index = 0; index < count; index++) {
    const delta = (times[index + 1] ?? 0) - (times[index] ?? 0);
    deltas[index] = delta < farJump ? delta : farJump;
    if (delta >= farJump) jumps.push(delta);
  }
  return { first: times[0] ?? NaN, deltas, jumps: Float64Array.from(jumps) };
}

/** No times at all have a `first` of NaN. */
export function decodeTimes({ first, deltas, jumps }: EncodedTimes): Float64Array {
  if (Number.isNaN(first)) return new Float64Array(0);
  const times = new Float64Array(deltas.length + 1);
  let time = first;
  let jump = 0;
  times[0] = time;
  for (let index = 0; index < deltas.length; index++) {
    const delta = deltas[index] ?? 0;
    time += delta === farJump ? (jumps[jump++] ?? 0) : delta;
    times[index + 1] = time;
  }
  return times;
}

/** Beyond this a 32-bit float no longer tells whole numbers apart. */
const exactLimit = 2 ** 24;

/** Big counters are sent as differences to their minimum, so that small steps stay visible. */
export function encodeValues(values: Float64Array): EncodedValues {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  const offset = least > exactLimit && least < Infinity ? least : 0;
  const encoded =
    offset === 0 ? Float32Array.from(values) : Float32Array.from(values, (value) => value - offset);
  return { offset, values: forgetInfinite(encoded) };
}

/** One infinite value would leave a chart without a scale. */
function forgetInfinite(values: Float32Array): Float32Array {
  for (let index = 0; index < values.length; index++) {
    if (Math.abs(values[index] ?? NaN) === Infinity) values[index] = NaN;
  }
  return values;
}

export function decodeValues({ offset, values }: EncodedValues): Float64Array {
  return offset === 0
    ? Float64Array.from(values)
    : Float64Array.from(values, (value) => value + offset);
}
