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

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `start` and `end`, or one of them, or the last `hours`, which are one by default. */
export function spanOf({ start, end, hours }: RecordParams, now: number): Span {
  const from = timeOf("start", start);
  const to = timeOf("end", end);
  if (from === undefined && to === undefined) {
    const asked = asWhole(hours) ?? 0;
    return { from: now - (asked > 0 ? asked : 1) * hour, to: now };
  }
  return { from: from ?? (to ?? now) - hour, to: to ?? now };
}

/** The span that rows are taken from where texts are compared: what the clock shows counts alone. */
export function spanOfTexts(params: RecordParams, span: Span, { zoneMinutes }: TimeFormat): Span {
  const shift = (value: unknown) => {
    const text = asText(value) ?? "";
    const shown = readTime(text.replace(/[+-]\d\d:\d\d$/, "Z"));
    return shown === undefined ? undefined : shown - zoneMinutes * 60_000 - (readTime(text) ?? 0);
  };
  const end = shift(params.end) ?? 0;
  return { from: span.from + (shift(params.start) ?? end), to: span.to + end };
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
