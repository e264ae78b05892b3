import { time } from "../time";
import { colon, dot, minus, quote, zero } from "../../../json/bytes";
import { plainTextEnd } from "./textBytes";

const dateLength = 10;
/** The longest time that is read in place: a fraction of nine digits and an offset. */
const longest = '"2026-11-22T12:00:00.123456789+08:00"'.length;
const [letterT, letterZ, plus] = [0x54, 0x5a, 0x2b];

/** Reads times as `time` does, in place; the day is worked out when it changes. */
export class TimeReader {
  readonly #date = Buffer.alloc(dateLength);
  /** UTC, of #date; NaN for no date. */
  #midnight = NaN;

  /**
   * Reads the text whose opening quote is at `at` into `into[0]`, NaN for what is no time. Returns the
   * index behind its closing quote, or -1 where no plain text stands.
   */
  read(bytes: Buffer, at: number, limit: number, into: Float64Array): number {
    const end = at + longest <= limit ? this.#inPlace(bytes, at, into) : -1;
    return end < 0 ? readAny(bytes, at, limit, into) : end;
  }

  #inPlace(bytes: Buffer, start: number, into: Float64Array): number {
    if (bytes[start] !== quote || !this.#learnDate(bytes, start + 1)) return -1;
    let at = start + 1 + dateLength;
    if (bytes[at] !== letterT || bytes[at + 3] !== colon || bytes[at + 6] !== colon) return -1;
    const hour = twoDigits(bytes, at + 1);
    const minute = twoDigits(bytes, at + 4);
    const second = twoDigits(bytes, at + 7);
    if (hour > 23 || minute > 59 || second > 59) return -1;
    at += 9;
    let milliseconds = 0;
    if (bytes[at] === dot) {
      let worth = 100;
      let digit = (bytes[++at] ?? 0) - zero;
      while (digit >= 0 && digit <= 9) {
        milliseconds += digit * worth;
        worth = (worth / 10) | 0;
        digit = (bytes[++at] ?? 0) - zero;
      }
    }
    let offset = 0;
    if (bytes[at] === letterZ) at++;
    else {
      const east = bytes[at] === plus;
      const hours = twoDigits(bytes, at + 1);
      const minutes = twoDigits(bytes, at + 4);
      if (!east && bytes[at] !== minus) return -1;
      if (hours > 23 || minutes > 59 || bytes[at + 3] !== colon) return -1;
      offset = (hours * 60 + minutes) * (east ? 1 : -1);
      at += 6;
    }
    if (bytes[at] !== quote) return -1;
    const seconds = ((hour * 60 + minute - offset) * 60 + second) | 0;
    into[0] = this.#midnight + seconds * 1000 + milliseconds;
    return at + 1;
  }

  /** Whether there is a date; then #midnight is its. */
  #learnDate(bytes: Buffer, at: number): boolean {
    let index = 0;
    while (index < dateLength && this.#date[index] === bytes[at + index]) index++;
    if (index < dateLength) {
      bytes.copy(this.#date, 0, at, at + dateLength);
      this.#midnight = time(`${this.#date.toString("latin1")}T00:00:00Z`) ?? NaN;
    }
    return !Number.isNaN(this.#midnight);
  }
}

function readAny(bytes: Buffer, at: number, limit: number, into: Float64Array): number {
  if (bytes[at] !== quote) return -1;
  const end = plainTextEnd(bytes, at + 1, limit);
  if (end < 0) return -1;
  into[0] = time(bytes.toString("latin1", at + 1, end)) ?? NaN;
  return end + 1;
}

/** More than any part of a time where there is anything but two digits. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}
