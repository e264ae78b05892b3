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
  /**
   * What working out pings takes in getNodesLatestStatus, against a real server of the profile: 0 =
   * nothing, 1 = as long as there.
   */
  statusCost: number;
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
  statusCost: 0,
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
