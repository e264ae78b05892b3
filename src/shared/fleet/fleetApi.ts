import { action, command, notification, request } from "../ipc";
import { type Expiry, type Price, type TrafficLimitType } from "../nodes/contract";
import { type Presence } from "../nodes/presence";
import { type Trouble } from "../nodes/trouble";
import { type FleetChoices, type FleetView, type SavedView } from "./fleetChoices";
import { type FleetFigure } from "./fleetFigures";

/**
 * Between the host and a page of the fleet. All times are milliseconds since the epoch by the clock of
 * the node's server. The page holds all nodes and sorts, filters, groups and adds up by itself.
 */

/** What the page shows besides the nodes. */
export interface FleetSetup {
  /** What the page is of, opaque to it; kept in its state under `key` (see `ChartSetup`). */
  readonly key: string;
  /** The translations, in the form that @vscode/l10n takes; undefined: English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
  /** BCP 47, for formats and the order of names. */
  readonly locale: string;
  /** In the order of the settings; nodes refer to them by `id`. */
  readonly servers: readonly FleetServer[];
  /** Remembered for all pages of the fleet. */
  readonly choices: FleetChoices;
  readonly views: readonly SavedView[];
  /** Names of the ping tasks of all servers, each once. Untrusted text. */
  readonly tasks: readonly string[];
}

/** A server whose nodes are shown, and what is wrong with it as a whole. */
export interface FleetServer {
  readonly id: string;
  readonly name: string;
  /** "administrator" or "guest", in the user's language; undefined: not known. */
  readonly role: string | undefined;
  /** Its nodes are kept up to date. */
  readonly fresh: boolean;
  /** The same as in the tree. */
  readonly message: ServerMessageText | undefined;
}

export interface ServerMessageText {
  readonly kind: "notConnected" | "warning" | "key" | "information" | "busy";
  /** One whole sentence. */
  readonly sentence: string;
  /** What the link says; undefined: there is nothing to do. */
  readonly action: string | undefined;
}

/** What its administrator and its agent say of a node: rarely another thing. All texts are untrusted. */
export interface FleetNode {
  /** Given by the host, as long as the node is there; a small number, used again later for another node. */
  readonly slot: number;
  readonly serverId: string;
  readonly uuid: string;
  /** Never empty. */
  readonly name: string;
  readonly group: string | undefined;
  readonly tags: readonly string[];
  readonly weight: number;
  /** `name` in the user's language where `code` (ISO 3166) is known, else as the server has it. */
  readonly region: { readonly code: string | undefined; readonly name: string } | undefined;
  readonly os: string | undefined;
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
  readonly agentVersion: string | undefined;
  readonly remark: string | undefined;
  readonly publicRemark: string | undefined;
  readonly price: Price | undefined;
  readonly expiry: Expiry | undefined;
  readonly autoRenewal: boolean;
  /** Bytes; undefined: no limit. */
  readonly trafficLimit: number | undefined;
  readonly trafficLimitType: TrafficLimitType;
  readonly favorite: boolean;
}

export interface FleetNodeState {
  readonly slot: number;
  readonly presence: Presence;
  /** The worst first. */
  readonly troubles: readonly Trouble[];
}

/** Figures of nodes that are others now. */
export interface FigureChange {
  readonly figure: FleetFigure;
  readonly slots: Uint32Array;
  /** One per slot; NaN: unknown. */
  readonly values: Float64Array;
}

/** The recent CPU of nodes, `trailLength` bytes each: whole percents, oldest first; `noSample`: none. */
export interface CpuTrails {
  readonly slots: Uint32Array;
  readonly percents: Uint8Array;
}

/** What differs from before; the first one after `ready` has all. */
export interface FleetUpdate {
  /** The page forgets what it has: it is the first update, or other servers are shown. */
  readonly reset?: true;
  /** By the clocks of the servers, as `Date.now()` is by ours: id → time. */
  readonly serverTimes: Readonly<Record<string, number>>;
  readonly nodes?: readonly FleetNode[];
  readonly removed?: readonly number[];
  readonly states?: readonly FleetNodeState[];
  readonly figures?: readonly FigureChange[];
  /** Comes with the first update; the page goes on from it by itself. */
  readonly trails?: CpuTrails;
}

/** What can be done with nodes; what it takes besides, the host asks. */
export const nodeActions = [
  "openCharts",
  "openChartsBeside",
  "compare",
  "callMethod",
  "addFavorite",
  "removeFavorite",
  "openDashboard",
  "copy",
] as const;
export type NodeAction = (typeof nodeActions)[number];

/** Exactly what is shown, as texts or numbers; undefined cells are unknown. */
export interface FleetExport {
  readonly format: "csv" | "json";
  readonly target: "file" | "clipboard";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const fleetApi = {
  /** The page listens: it is sent the setup, and then the nodes. */
  ready: command("ready"),
  rememberChoices: action<FleetChoices>("rememberChoices"),
  /** Nodes whose rows are in sight: they are polled first and most often. */
  setVisibleNodes: command<readonly number[]>("setVisibleNodes"),
  act: action<{ readonly action: NodeAction; readonly slots: readonly number[] }>("act"),
  /** The link beside a server's message. */
  actOnServer: action<string>("actOnServer"),
  addServer: action<undefined>("addServer"),
  /** Asks for a name, and where to save it. False: cancelled. */
  saveView: request<FleetView, boolean>("saveView"),
  /** Asks which ones. */
  deleteViews: action<undefined>("deleteViews"),
  /** False: cancelled. */
  export: request<FleetExport, boolean>("export"),

  setup: notification<FleetSetup>("setup"),
  update: notification<FleetUpdate>("update"),
  /** A command of VS Code asks for an export of what is shown. */
  requestExport: notification<Pick<FleetExport, "format" | "target">>("requestExport"),
  /** A command of VS Code: the filter takes the focus. */
  focusFilter: notification("focusFilter"),
} as const;
export type FleetApi = typeof fleetApi;
