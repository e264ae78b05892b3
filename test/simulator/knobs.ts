/** What can be turned while the simulator runs: its faults, its doors and its settings. */
export interface Knobs {
  /** Milliseconds before a response: to every call, or by method (`*` = the others). */
  slow: number | Readonly<Record<string, number>>;
  /** `connections`: each dies without a response. `answers`: nothing ever comes. */
  drop: "never" | "connections" | "answers";
  /** Every request to /api gets 500 with an empty body, as after a panic. */
  status500: boolean;
  /** A login page in place of every response, or JSON that breaks off. */
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

  privateSite: boolean;
  sendIpToGuest: boolean;
  passwordLogin: boolean;
  /** The administrator has two-factor authentication; `twoFactorCode` is the one right code. */
  twoFactor: boolean;
  twoFactorCode: string;
  username: string;
  password: string;
  apiKey: string;
  sitename: string;
  recordPreserveHours: number;
  pingPreserveHours: number;
  /** The newest step had no report yet when the first half of its figures was worked out: they are 0. */
  begunRows: boolean;
  /** Methods that plugins brought: nothing is known of them but the name. */
  pluginMethods: readonly string[];
  /** Of those, the ones that answer with rows: how many megabytes. */
  largeAnswers: Readonly<Record<string, number>>;
  /** Statuses of nodes that have not reported since the start of the server: zeros, of the year 1. */
  silentStatuses: boolean;
  /** public:queryMetrics takes exactly one entity. */
  oneEntity: boolean;

  // Limits. Infinity where a server has none.
  /** Calls of a batch, and the status with which a larger one is refused. */
  batchMax: number;
  batchRefusal: 400 | 413;
  /** Bytes of a POST, and of a message on a socket. */
  bodyMax: number;
  messageMax: number;
  /** Sockets at a time; 0 = none is opened. */
  socketMax: number;
  /** Milliseconds without a message after which a socket is cut. Frames of pings are no messages. */
  idleMax: number;
  /** Attempts to log in, after which there is one more every five minutes. */
  loginMax: number;
  /** Places for `queryMethods`, milliseconds that one waits for a place, and the error after that. */
  queryPlaces: number;
  queryWait: number;
  queryBusy: { readonly code: number; readonly message: string };
  queryMethods: readonly string[];
  /** Whether calls without an id are answered. */
  answersNotifications: boolean;
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
  privateSite: false,
  sendIpToGuest: false,
  passwordLogin: true,
  twoFactor: false,
  twoFactorCode: "123456",
  username: "admin",
  password: "password",
  apiKey: "komari-simulator-key",
  sitename: "Komari Fleet 舰队",
  recordPreserveHours: 720,
  pingPreserveHours: 720,
  begunRows: false,
  pluginMethods: [],
  largeAnswers: {},
  silentStatuses: false,
  oneEntity: false,
  batchMax: Infinity,
  batchRefusal: 400,
  bodyMax: Infinity,
  messageMax: Infinity,
  socketMax: Infinity,
  idleMax: Infinity,
  loginMax: Infinity,
  queryPlaces: Infinity,
  queryWait: 0,
  queryBusy: { code: -32602, message: "query capacity reached; retry later" },
  queryMethods: [
    "public:queryMetrics",
    "public:getPingMetricStats",
    "public:getRecordsByUUID",
    "public:getPingRecords",
  ],
  answersNotifications: true,
  strayStatuses: false,
};
