import { dot, minus, nine, zero } from "../../../json/bytes";

/** 10^0 to 10^22, which a double holds exactly. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads the number at `start` into `into[slot]`, as exactly as JSON.parse would: whole numbers and
 * fractions of which both parts are exact take one division, all others go through Number.
 * Returns the index behind it, or -1 where no number of JSON stands. The bytes must end with one
 * that is no digit.
 */
export function readNumber(bytes: Buffer, start: number, into: Float64Array, slot: number): number {
  const first = bytes[start] === minus ? start + 1 : start;
  let at = first;
  let digit = (bytes[at] ?? 0) - zero;
  let mantissa = 0;
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    digit = (bytes[++at] ?? 0) - zero;
  }
  const wholeDigits = at - first;
  if (wholeDigits === 0 || (wholeDigits > 1 && bytes[first] === zero)) return -1;
  let decimals = 0;
  if (digit === dot - zero) {
    const afterDot = at + 1;
    digit = (bytes[++at] ?? 0) - zero;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = (bytes[++at] ?? 0) - zero;
    }
    decimals = at - afterDot;
    if (decimals === 0) return -1;
  }
  if (isExponent(digit + zero) || mantissa > Number.MAX_SAFE_INTEGER || decimals > 22) {
    return readAny(bytes, start, into, slot);
  }
  const value = decimals === 0 ? mantissa : mantissa / (powersOfTen[decimals] ?? NaN);
  into[slot] = first > start ? -value : value;
  return at;
}

const numberOfJson = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Numbers with exponents or too many digits; rare, so at leisure. */
function readAny(bytes: Buffer, start: number, into: Float64Array, slot: number): number {
  let end = start;
  while (isOfNumber(bytes[end] ?? 0)) end++;
  const text = bytes.toString("latin1", start, end);
  if (!numberOfJson.test(text)) return -1;
  into[slot] = Number(text);
  return end;
}

function isExponent(byte: number): boolean {
  return byte === 0x65 || byte === 0x45;
}

function isOfNumber(byte: number): boolean {
  const digit = byte >= zero && byte <= nine;
  return digit || isExponent(byte) || byte === minus || byte === 0x2b || byte === dot;
}
