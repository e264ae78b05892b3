const char = {
  zero: 48,
  nine: 57,
  plus: 43,
  minus: 45,
  dot: 46,
  colon: 58,
  space: 32,
  T: 84,
  t: 116,
  Z: 90,
  z: 122,
};

/** Before the year 2000 lies only what means "unset" (Go's zero time, in any zone). */
const earliestYear = 2000;

/**
 * An RFC 3339 time as milliseconds since the epoch, cut to whole ones; undefined for anything else
 * and for years before 2000. Takes any number of fractional digits (1.2.7 and later send up to
 * nine) and offsets of any minutes. By hand and by character codes: for a large status response this
 * is called ten thousand times every few seconds.
 */
export function time(value: unknown): number | undefined {
  if (typeof value !== "string" || value.length < 20 || !hasSeparators(value)) return undefined;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (twoDigits(value, 2) < 0 || year < earliestYear || !isDay(year, month, day)) return undefined;
  const hour = twoDigits(value, 11);
  const minute = twoDigits(value, 14);
  const second = twoDigits(value, 17);
  if (!isWithin(hour, 23) || !isWithin(minute, 59) || !isWithin(second, 59)) return undefined;

  const zoneAt = endOfFraction(value);
  const offset = zoneOffset(value, zoneAt);
  if (offset === undefined) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds(value, zoneAt));
  return utc - offset * 60_000;
}

function hasSeparators(value: string): boolean {
  const middle = value.charCodeAt(10);
  return (
    value.charCodeAt(4) === char.minus &&
    value.charCodeAt(7) === char.minus &&
    (middle === char.T || middle === char.t || middle === char.space) &&
    value.charCodeAt(13) === char.colon &&
    value.charCodeAt(16) === char.colon
  );
}

function isDigit(code: number): boolean {
  return code >= char.zero && code <= char.nine;
}

/** -1 when there is anything but digits. */
function twoDigits(value: string, at: number): number {
  const tens = value.charCodeAt(at);
  const ones = value.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - char.zero) * 10 + ones - char.zero : -1;
}

function isWithin(value: number, max: number): boolean {
  return value >= 0 && value <= max;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Where the zone begins: after the seconds and their fraction, if any. */
function endOfFraction(value: string): number {
  let at = 19;
  if (value.charCodeAt(at) !== char.dot) return at;
  do at++;
  while (isDigit(value.charCodeAt(at)));
  return at;
}

/** The first three digits of the fraction, which ends at `end`. */
function milliseconds(value: string, end: number): number {
  let result = 0;
  for (let at = 20, worth = 100; at < end && worth >= 1; at++, worth /= 10) {
    result += (value.charCodeAt(at) - char.zero) * worth;
  }
  return result;
}

/** Minutes east of UTC; undefined when there is no zone. */
function zoneOffset(value: string, at: number): number | undefined {
  const sign = value.charCodeAt(at);
  if (sign === char.Z || sign === char.z) return value.length === at + 1 ? 0 : undefined;
  const signed = sign === char.plus || sign === char.minus;
  if (!signed || value.length !== at + 6 || value.charCodeAt(at + 3) !== char.colon)
    return undefined;
  const hours = twoDigits(value, at + 1);
  const minutes = twoDigits(value, at + 4);
  if (!isWithin(hours, 23) || !isWithin(minutes, 59)) return undefined;
  return (sign === char.minus ? -1 : 1) * (hours * 60 + minutes);
}
