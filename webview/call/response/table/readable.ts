import { type Format } from "../../../../src/shared/format";
import { type JsonIndex } from "../json/jsonIndex";
import { keyOf, kindOf, rawValue, type ValueKind } from "../json/jsonLine";

/** The meaning is at the end of a name: only this much of the end is matched. */
const maxNameLength = 100;

/** A value and its key. */
export interface NamedValue {
  readonly key: string;
  /** Key of its container: `ram` of `ram.used`. */
  readonly parent: string;
  readonly kind: ValueKind;
  readonly raw: string;
}

type Reading = (value: number, format: Format) => string | undefined;

const bytes: Reading = (value, format) => (value < 0 ? undefined : format.bytes(value));
const rate: Reading = (value, format) => (value < 0 ? undefined : format.rate(value));
const duration: Reading = (value, format) => (value < 0 ? undefined : format.duration(value));
const percent: Reading = (value, format) => (value < 0 ? undefined : format.finePercent(value));

/** Go durations. */
const nanoseconds: Reading = (value, format) => duration(value / 1e9, format);
/** Smaller values would be seconds or milliseconds. */
const manyNanoseconds: Reading = (value, format) =>
  value < 1e9 ? undefined : nanoseconds(value, format);
/** Between 0 and 1. */
const fraction: Reading = (value, format) => percent(value * 100, format);

/** Seconds or milliseconds since the epoch, within this century. */
const time: Reading = (value, format) => {
  const milliseconds = value < 1e11 ? value * 1000 : value;
  const plausible = milliseconds >= 946_684_800_000 && milliseconds < 4_102_444_800_000;
  return plausible ? format.dateTime(milliseconds) : undefined;
};

/** By `parent.key`, with the names of all server versions; the first match applies. */
const readings: readonly (readonly [RegExp, Reading])[] = [
  [/(_at|timestamp|\btime|_time|\bexpires|\bpeaktime)$/, time],
  [/\b(network\.(up|down)|net_(in|out)|(up|down|peak)rate)$/, rate],
  [/\b(ram|mem|memory|swap|disk)(_total|_used)?$/, bytes],
  [/\b(ram|mem|memory|swap|disk)\.(total|used|free)$/, bytes],
  [/\b(net_total_(up|down)|totalup|totaldown|upcum|downcum|traffic_(up|down|limit|used))$/, bytes],
  [/(\bsize|_size|_bytes|\bbytes|\blocal_total)$/, bytes],
  [/(\bcpu|cpu\.usage|_usage|\bgpu|_percent|\bpercent|_pct|\butilization|\bloss)$/, percent],
  [/(\bfraction|_fraction|\bcoverage|\bpeak_loss)$/, fraction],
  [/(_ns|\bobserved_for)$/, nanoseconds],
  [/\bduration$/, manyNanoseconds],
  [/(\buptime|_seconds)$/, duration],
];

/** RFC 3339, in the forms that servers use. */
const timeText = /^"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)"$/;

/** An amount or a time formatted for people; undefined: the raw value is readable enough. */
export function readable({ key, parent, kind, raw }: NamedValue, format: Format) {
  if (kind === "string")
    return timeText.test(raw) ? readableTime(raw.slice(1, -1), format) : undefined;
  if (kind !== "number" || Number(raw) === 0) return undefined;
  const name = `${parent}.${key}`.slice(-maxNameLength).toLowerCase();
  return readings.find(([pattern]) => pattern.test(name))?.[1](Number(raw), format);
}

export function readableAt(index: JsonIndex, line: number, format: Format): string | undefined {
  const key = keyOf(index, line);
  if (key === undefined) return undefined;
  const parent = keyOf(index, index.parents[line] ?? 0) ?? "";
  return readable({ key, parent, kind: kindOf(index, line), raw: rawValue(index, line) }, format);
}

/** Year 1 and year 9999 stand for never. */
function readableTime(text: string, format: Format): string | undefined {
  const at = Date.parse(text.replace(" ", "T"));
  if (Number.isNaN(at)) return undefined;
  const year = new Date(at).getUTCFullYear();
  return year > 1970 && year < 9000 ? format.dateTime(at) : undefined;
}
