import { isRecord } from "./json";
import { type Knobs } from "./knobs";

type Guards = { readonly [K in keyof Knobs]: (value: unknown) => value is Knobs[K] };

const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isString = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const oneOf =
  <const T extends string>(...words: readonly T[]) =>
  (value: unknown): value is T =>
    words.some((word) => word === value);
const recordOf =
  <T>(guard: (value: unknown) => value is T) =>
  (value: unknown): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(guard);
const isFailure = (value: unknown): value is { code: number; message: string } =>
  isRecord(value) && isNumber(value.code) && isString(value.message);
const isSlow = (value: unknown): value is Knobs["slow"] =>
  isNumber(value) || recordOf(isNumber)(value);

const guards: Guards = {
  slow: isSlow,
  drop: oneOf("never", "connections", "answers"),
  status500: isBoolean,
  garbage: oneOf("never", "html", "json"),
  statusCost: (value): value is number => isNumber(value) && value >= 0,
  fail: recordOf(isFailure),
  wrongKey: isBoolean,
  guide: oneOf("none", "installing", "migrating", "recovering"),
  noWebSocket: isBoolean,
  noPost: isBoolean,
  hostWithoutPort: isBoolean,
  originCheck: isBoolean,
  privateSite: isBoolean,
  sendIpToGuest: isBoolean,
  passwordLogin: isBoolean,
  twoFactor: isBoolean,
  twoFactorCode: isString,
  username: isString,
  password: isString,
  apiKey: isString,
  tempKey: isString,
  sitename: isString,
  description: isString,
  themeSettings: recordOf((value) => isString(value) || isNumber(value) || isBoolean(value)),
  recordEnabled: isBoolean,
  recordPreserveHours: isNumber,
  pingPreserveHours: isNumber,
  begunRows: isBoolean,
  pluginMethods: (value): value is string[] => Array.isArray(value) && value.every(isString),
  largeAnswers: recordOf(isNumber),
  silentStatuses: isBoolean,
  oneEntity: isBoolean,
  batchMax: isNumber,
  batchRefusal: (value): value is 400 | 413 => value === 400 || value === 413,
  bodyMax: isNumber,
  messageMax: isNumber,
  socketMax: isNumber,
  idleMax: isNumber,
  loginMax: isNumber,
  queryPlaces: isNumber,
  queryWait: isNumber,
  queryBusy: isFailure,
  queryMethods: (value): value is string[] => Array.isArray(value) && value.every(isString),
  batchOfOne: oneOf("object", "array"),
  answersNotifications: isBoolean,
  strayStatuses: isBoolean,
};

function isKnob(name: string): name is keyof Knobs {
  return name in guards;
}

/** Sets one knob if `value` fits it. */
function setKnob<K extends keyof Knobs>(
  knobs: { [P in K]: Knobs[P] },
  name: K,
  value: unknown,
): boolean {
  const fits: (candidate: unknown) => candidate is Knobs[K] = guards[name];
  if (fits(value)) knobs[name] = value;
  return fits(value);
}

/** Sets the knobs in `values`; returns the names of those it could not set. */
export function setKnobs(knobs: Knobs, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values)
    .filter(([name, value]) => !isKnob(name) || !setKnob(knobs, name, value))
    .map(([name]) => name);
}
