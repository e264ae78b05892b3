const letters: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));
const hexDigits: ReadonlySet<number> = new Set(Buffer.from("0123456789abcdefABCDEF"));
const lowerU = 0x75;
const hexLength = 4;

/** Behind the backslash of an escape in a text of JSON. */
export const escapeStart = hexLength + 1;

/** How many bytes an escape has left after one more; -1 where that is not of any. */
export function escapeStep(left: number, byte: number): number {
  if (left <= hexLength) return hexDigits.has(byte) ? left - 1 : -1;
  if (byte === lowerU) return hexLength;
  return letters.has(byte) ? 0 : -1;
}
