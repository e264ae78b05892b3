import { isRecord } from "./json";

/** What can be turned while the simulator runs: its faults, its doors and its settings. */
export interface Knobs {
  /** Milliseconds before an answer: to every call, or by method (`*` = the others). */
  slow: number | Readonly<Record<string, number>>;
  /** `connections`: each dies without an answer. `answers`: nothing ever comes. */
  drop: "never" | "connections" | "answers";
  /** Every request to /api gets 500 with an empty body, as after a panic. */
  status500: boolean;
  /** A login page in place of every answer, or JSON that breaks off. */
  garbage: "never" | "html" | "json";
  /** Methods that fail, and how. */
  fail: Readonly<Record<string, { readonly code: number; readonly message: string }>>;
  /** No API key is the right one. */
  wrongKey: boolean;

  guide: "none" | "installing" | "migrating" | "recovering";
  /** As behind a CDN that does not pass upgrades on. */
  noWebSocket: boolean;
  /** As 1.0.7 behind the documented nginx: every POST looks like a failed upgrade. */
  noPost: boolean;
  /** As behind the documented nginx, which passes the Host on without its port. */
  hostWithoutPort: boolean;
  /** Off: sockets may come from anywhere (`allow_cors`, `ws_origin_check_enabled`). */
  originCheck: boolean;

  privateSite: boolean;
  sendIpToGuest: boolean;
  passwordLogin: boolean;
  /** The administrator has two-factor authentication; `twoFactorCode` is the one right code. */
  twoFactor: boolean;
  twoFactorCode: string;
  username: string;
  password: string;
  apiKey: string;
  /** The cookie `temp_key` that opens a private site; "" = none. */
  tempKey: string;
  sitename: string;
  description: string;
  themeSettings: Readonly<Record<string, string | number | boolean>>;
  recordEnabled: boolean;
  recordPreserveHours: number;
  pingPreserveHours: number;
  /** Methods that plugins brought: nothing is known of them but the name. */
  pluginMethods: readonly string[];
  /** Of those, the ones that answer with rows: how many megabytes. */
  largeAnswers: Readonly<Record<string, number>>;
  /** Statuses of an agent without a uuid, and of a node that was removed. */
  strayStatuses: boolean;
}

export const defaultKnobs: Readonly<Knobs> = {
  slow: 0,
  drop: "never",
  status500: false,
  garbage: "never",
  fail: {},
  wrongKey: false,
  guide: "none",
  noWebSocket: false,
  noPost: false,
  hostWithoutPort: false,
  originCheck: true,
  privateSite: false,
  sendIpToGuest: false,
  passwordLogin: true,
  twoFactor: false,
  twoFactorCode: "123456",
  username: "admin",
  password: "password",
  apiKey: "komari-simulator-key",
  tempKey: "",
  sitename: "Komari Fleet 舰队",
  description: "",
  themeSettings: {},
  recordEnabled: true,
  recordPreserveHours: 720,
  pingPreserveHours: 720,
  pluginMethods: [],
  largeAnswers: {},
  strayStatuses: false,
};

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
  pluginMethods: (value): value is string[] => Array.isArray(value) && value.every(isString),
  largeAnswers: recordOf(isNumber),
  strayStatuses: isBoolean,
};

function isKnob(name: string): name is keyof Knobs {
  return name in guards;
}

/** Turns one knob if `value` fits it. */
function turn<K extends keyof Knobs>(
  knobs: { [P in K]: Knobs[P] },
  name: K,
  value: unknown,
): boolean {
  const fits: (candidate: unknown) => candidate is Knobs[K] = guards[name];
  if (fits(value)) knobs[name] = value;
  return fits(value);
}

/** Turns what `wanted` names; answers what it could not. */
export function turnKnobs(knobs: Knobs, wanted: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !isKnob(name) || !turn(knobs, name, value))
    .map(([name]) => name);
}
