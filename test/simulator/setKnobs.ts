import { isRecord } from "./json";
import { defaultKnobs, type Knobs } from "./knobs";

type Guard = (value: unknown) => boolean;

const isString: Guard = (value) => typeof value === "string";
const isNumber: Guard = (value) => typeof value === "number";
const oneOf =
  (...values: readonly unknown[]): Guard =>
  (value) =>
    values.includes(value);
const recordOf =
  (guard: Guard): Guard =>
  (value) =>
    isRecord(value) && Object.values(value).every(guard);
const isListOfStrings: Guard = (value) => Array.isArray(value) && value.every(isString);
const isFailure: Guard = (value) =>
  isRecord(value) && isNumber(value.code) && isString(value.message);

/** For knobs that do not just take whatever has the type of their default. */
const guards: Readonly<Partial<Record<keyof Knobs, Guard>>> = {
  slow: (value) => isNumber(value) || recordOf(isNumber)(value),
  drop: oneOf("never", "connections", "answers"),
  garbage: oneOf("never", "html", "json"),
  statusCost: (value) => typeof value === "number" && value >= 0,
  fail: recordOf(isFailure),
  guide: oneOf("none", "installing", "migrating", "recovering"),
  pluginMethods: isListOfStrings,
  largeAnswers: recordOf(isNumber),
  batchRefusal: oneOf(400, 413),
  queryBusy: isFailure,
  queryMethods: isListOfStrings,
};

function isKnob(name: string): name is keyof Knobs {
  return name in defaultKnobs;
}

function fits(name: string, value: unknown): boolean {
  if (!isKnob(name)) return false;
  return guards[name]?.(value) ?? typeof value === typeof defaultKnobs[name];
}

/** Sets the knobs in `values`; returns the names of those it could not set. */
export function setKnobs(knobs: Knobs, values: Readonly<Record<string, unknown>>): string[] {
  const entries = Object.entries(values);
  Object.assign(knobs, Object.fromEntries(entries.filter(([name, value]) => fits(name, value))));
  return entries.filter(([name, value]) => !fits(name, value)).map(([name]) => name);
}
