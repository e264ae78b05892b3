import { dot, minus, nine, zero } from "./ascii";

/**
 * How a number of JSON goes on, one row for each point that it may have come to, one column for each
 * kind of byte: any other, 0, 1 to 9, -, +, ., e. What stands there is the next row; 0: it cannot go
 * on like this.
 */
const rows = [
  [0, 0, 0, 0, 0, 0, 0],
  /* 1: nothing yet */ [0, 3, 4, 2, 0, 0, 0],
  /* 2: a minus */ [0, 3, 4, 0, 0, 0, 0],
  /* 3: a leading 0 */ [0, 0, 0, 0, 0, 5, 7],
  /* 4: whole digits */ [0, 4, 4, 0, 0, 5, 7],
  /* 5: a point */ [0, 6, 6, 0, 0, 0, 0],
  /* 6: decimals */ [0, 6, 6, 0, 0, 0, 7],
  /* 7: an e */ [0, 9, 9, 8, 8, 0, 0],
  /* 8: the sign behind it */ [0, 9, 9, 0, 0, 0, 0],
  /* 9: its digits */ [0, 9, 9, 0, 0, 0, 0],
] as const;
const columnCount = 7;
const steps = Uint8Array.from(rows.flat());
const columns = Uint8Array.from({ length: 256 }, (_, byte) => columnOf(byte));

/** Before the first byte of a number. */
export const numberStart = 1;

/** Where a number stands after one more byte; 0 where that is not of it. */
export function numberStep(step: number, byte: number): number {
  return steps[step * columnCount + (columns[byte] ?? 0)] ?? 0;
}

/** Whether a number may end here. */
export function isWholeNumber(step: number): boolean {
  return step === 3 || step === 4 || step === 6 || step === 9;
}

function columnOf(byte: number): number {
  if (byte === zero) return 1;
  if (byte > zero && byte <= nine) return 2;
  switch (byte) {
    case minus:
      return 3;
    case 0x2b:
      return 4;
    case dot:
      return 5;
    case 0x65:
    case 0x45:
      return 6;
    default:
      return 0;
  }
}
