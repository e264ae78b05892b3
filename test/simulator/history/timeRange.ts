import { type TimeFormat, readTime, timeProblem } from "../goTime";
import { hour } from "../fleet/simNode";
import { goKind } from "../envelope";
import { type Bound, asText, asWhole } from "../methods/params";
import { invalidParams } from "../rpcError";

export const recordParams = [
  "type",
  "uuid",
  "hours",
  "start",
  "end",
  "load_type",
  "task_id",
  "maxCount",
] as const;

export type RecordParams = Bound<(typeof recordParams)[number]>;

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** `start` and `end`, or one of them, or the last `hours`, which are one by default. */
export function rangeOf({ start, end, hours }: RecordParams, now: number): TimeRange {
  const from = timeOf("start", start);
  const to = timeOf("end", end);
  if (from === undefined && to === undefined) {
    const rangeHours = asWhole(hours) ?? 0;
    return { from: now - (rangeHours > 0 ? rangeHours : 1) * hour, to: now };
  }
  return { from: from ?? (to ?? now) - hour, to: to ?? now };
}

/** The range that rows are taken from where texts are compared: what the clock shows counts alone. */
export function rangeOfTexts(
  params: RecordParams,
  range: TimeRange,
  { zoneMinutes }: TimeFormat,
): TimeRange {
  const shift = (value: unknown) => {
    const text = asText(value) ?? "";
    const localTime = readTime(text.replace(/[+-]\d\d:\d\d$/, "Z"));
    return localTime === undefined
      ? undefined
      : localTime - zoneMinutes * 60_000 - (readTime(text) ?? 0);
  };
  const end = shift(params.end) ?? 0;
  return { from: range.from + (shift(params.start) ?? end), to: range.to + end };
}

function timeOf(name: string, value: unknown): number | undefined {
  const text = asText(value) ?? "";
  if (text === "") return undefined;
  const ms = readTime(text);
  if (ms === undefined) throw invalidParams(`Invalid ${name} time`, text);
  return ms;
}

const goTypes = {
  type: "string",
  uuid: "string",
  load_type: "string",
  hours: "int",
  task_id: "int",
  maxCount: "int",
  start: "time",
  end: "time",
} as const;

/** Since 1.2.7 a value of the wrong type is an error, an empty time too. */
export function checkTypes(params: RecordParams): void {
  for (const name of recordParams) {
    const value = params[name];
    const problem = value === undefined ? undefined : problemOf(name, value);
    if (problem !== undefined) throw invalidParams(`Invalid request body: ${problem}`);
  }
}

function problemOf(name: keyof typeof goTypes, value: unknown): string | undefined {
  const type = goTypes[name];
  if (type === "time") {
    if (typeof value !== "string") return "Time.UnmarshalJSON: input is not a JSON string";
    return readTime(value) === undefined ? timeProblem(value) : undefined;
  }
  const fits = type === "string" ? typeof value === "string" : Number.isInteger(value);
  if (fits) return undefined;
  const shown = typeof value === "number" && type === "int" ? `number ${value}` : goKind(value);
  return `json: cannot unmarshal ${shown} into Go struct field .${name} of type ${type}`;
}
