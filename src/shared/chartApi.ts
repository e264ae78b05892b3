import { action, command, notification, request } from "./ipc";
import { type ChartId, type MetricKey } from "./metrics";
import { type TimeRange, type TimeZone } from "./times";
import { type EncodedTimes, type EncodedValues } from "./series";

/** Between the host and a panel of charts. All times are milliseconds since the epoch by the server's clock. */

/** The time range that a query is for. */
export type Span =
  /** The last minutes, moving on with every report. */
  | { readonly kind: "live" }
  | { readonly kind: "last"; readonly hours: number }
  /** As far back as the server keeps records. */
  | { readonly kind: "all" }
  | ({ readonly kind: "between" } & TimeRange);

/** What the panel wants to show now; takes the place of the one before. */
export interface ChartQuery {
  /** Counts up; what the host sends is marked with it. */
  readonly id: number;
  readonly span: Span;
  /** Of a panel of several nodes: what is compared, a chart each. By the first the host chooses the nodes. */
  readonly metrics?: readonly MetricKey[];
  /** The ping task compared, for the metric "ping". */
  readonly taskId?: number;
  /** Of a panel of several nodes: those wanted beyond the ones that the host chooses, by `EncodedLine.node`. */
  readonly nodes?: readonly string[];
}

/** What a panel shows besides the data. Another `key` makes it a panel of something else. */
export interface ChartSetup {
  /**
   * What the panel is of, opaque to the webview, which keeps it in its state under `key`: all that
   * the host has to go by when the window is loaded again.
   */
  readonly key: string;
  /** Whether the panel shows the next node that is opened, too; kept in the state under `preview`. */
  readonly preview: boolean;
  /** The translations, in the form that @vscode/l10n takes; undefined: English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
  /** BCP 47, for formats. */
  readonly locale: string;
  /**
   * Untrusted text of the server, as all names. Kept in the state under `title`: once the window is loaded again, the
   * node may be gone.
   */
  readonly title: string;
  readonly serverName: string;
  /** `node`: a chart per metric. `nodes`: a chart per metric that is compared, a line per node. */
  readonly kind: "node" | "nodes";
  /** Hours that are offered beside live and all, shortest first: those for which there are records. */
  readonly hours: readonly number[];
  /** How far back records of load are kept at most; undefined: unknown. */
  readonly keptHours: number | undefined;
  /** How far back those of pings are kept at most. */
  readonly pingKeptHours: number | undefined;
  /** Values at which a line is drawn, in the metric's unit; metrics with a total in percent of it. */
  readonly thresholds: Partial<Readonly<Record<MetricKey, readonly number[]>>>;
  readonly layout: ChartLayout;
  /** Of a panel of several nodes: what can be compared. */
  readonly metrics: readonly MetricKey[];
  /** Of a panel of several nodes: the ping tasks to choose from. */
  readonly tasks: readonly { readonly id: number; readonly name: string }[];
}

export type ChartHeight = "small" | "medium" | "large";

/** How the charts are laid out: chosen in one panel, remembered for all. */
export interface ChartLayout {
  /** In their order; a chart that is missing here comes last, shown. */
  readonly charts: readonly {
    readonly id: ChartId;
    readonly shown: boolean;
    readonly height: ChartHeight;
  }[];
  /** Metrics with a total that are shown as percent of it. */
  readonly percent: readonly ChartId[];
  readonly timeZone: TimeZone;
  readonly smooth: boolean;
}

/** Statistics of a server over all pings of one task in the requested range; undefined: unknown or wrong. */
export interface PingStats {
  readonly latest?: number;
  readonly average?: number;
  /** Set if `average` is only an upper bound: the lower one. */
  readonly minAverage?: number;
  readonly p50?: number;
  readonly p99?: number;
  readonly min?: number;
  readonly max?: number;
  /** Percent. */
  readonly loss?: number;
  /** How many pings it counted. */
  readonly total?: number;
}

export interface EncodedLine extends EncodedValues {
  /** The same for the same thing in every response, so that choices can be remembered. */
  readonly id: string;
  readonly metric: MetricKey;
  /** What the line stands for beside its metric: the ping task, or the node. Untrusted text. */
  readonly name?: string;
  /** Of a panel of several nodes: the same for all lines of a node. */
  readonly node?: string;
  /** Of which the values are a part: bytes of memory, swap or disk. */
  readonly total?: number;
  readonly stats?: PingStats;
  /** Pings only: each row is the last of its step, so others were sent that are in no row. */
  readonly lastOfStep?: boolean;
}

/** Lines that have their times in common. */
export interface EncodedSeries {
  /** `load`, `gpu:<index>`, `ping:<task>` or `node:<node>:<metric>`: the series that an append belongs to. */
  readonly id: string;
  readonly times: EncodedTimes;
  readonly lines: readonly EncodedLine[];
}

/** A node that could have lines too, if it is asked for in `ChartQuery.nodes`. */
export interface OtherNode {
  readonly id: string;
  readonly name: string;
  readonly current: number | undefined;
}

export interface ChartData extends TimeRange {
  readonly query: number;
  /** The server's time when this was sent; undefined: no server is there. */
  readonly now?: number | undefined;
  /** When the machine started, by its uptime; undefined: unknown, or of several nodes. */
  readonly startedAt?: number | undefined;
  readonly series: readonly EncodedSeries[];
  readonly others: readonly OtherNode[];
  /** The server left rows out: its limit, or ours, was reached. */
  readonly sampled: boolean;
}

/**
 * More at the end of what `ChartData` brought: the span moves on to `to`, and `from` with it. The
 * first row of a series may be its last one again, with other values: that bucket was not full.
 */
export interface ChartAppend extends TimeRange {
  readonly query: number;
  readonly now?: number | undefined;
  /** When the machine started, by its uptime; undefined: unknown, or of several nodes. */
  readonly startedAt?: number | undefined;
  readonly series: readonly EncodedSeries[];
}

export interface ChartProgress {
  readonly query: number;
  readonly rows: number;
  /** Undefined while the server has not said so. */
  readonly expected: number | undefined;
}

export type ChartAction = "retry" | "reconnect" | "signIn" | "showLog";

/** In place of data, or above the data that is left from before. */
export interface ChartNotice {
  /** Of which query; undefined: of the server as a whole. */
  readonly query: number | undefined;
  readonly severity: "info" | "warning" | "error";
  /** One sentence for people. */
  readonly text: string;
  /** What to do about it, where the sentence stands in place of charts. */
  readonly hint?: string;
  /** What can be done with the node, in the same place. */
  readonly nodeActions?: readonly ("openDashboard" | "copyUuid")[];
  readonly actions: readonly ChartAction[];
  /** Since when what is shown is no longer kept up to date. */
  readonly since?: number;
}

/** Exactly what is seen: the lines that are shown, in this span. */
export interface ChartExport extends TimeRange {
  readonly format: "csv" | "json";
  readonly target: "file" | "clipboard";
  readonly lines: readonly string[];
}

/** What is known of the node beside its charts. All texts may be a server's. */
export interface NodeHead {
  /** By which its icon is chosen. */
  readonly health: "offline" | "hot" | "expiring" | "calm" | "stale" | "waiting" | "neverReported";
  readonly name: string;
  /** Why it needs attention, in two words; "": it does not. */
  readonly reason: string;
  /** "online, reported 2 s ago". */
  readonly state: string;
  /** Of its machine: parts of a line, the most important first. */
  readonly machine: readonly string[];
  /** Whole addresses, which can be copied. */
  readonly addresses: readonly NodeAddress[];
  /** Of its place and contract. */
  readonly contract: readonly string[];
  /** All of it: labels and values. */
  readonly details: readonly (readonly [label: string, value: string])[];
  readonly favorite: boolean;
  /** Among the nodes of its group as the tree has them; undefined: the tree does not show it. */
  readonly place: { readonly index: number; readonly count: number } | undefined;
}

export interface NodeAddress {
  readonly kind: "ipv4" | "ipv6";
  readonly text: string;
}

export const headActions = [
  "addFavorite",
  "removeFavorite",
  "callMethod",
  "compare",
  "openDashboard",
  "copyUuid",
  "copyIpv4",
  "copyIpv6",
] as const;
export type HeadAction = (typeof headActions)[number];

export const chartApi = {
  /** The webview listens: it is sent the setup, and may then ask. */
  ready: command("ready"),
  /** Takes the place of the query before, which is given up. */
  show: command<ChartQuery>("show"),
  /** Gives up what is being loaded; what was shown stays. */
  cancel: command("cancel"),
  rememberLayout: action<ChartLayout>("rememberLayout"),
  act: action<ChartAction>("act"),
  /** Opens the charts of one node of several, by `EncodedLine.node`. */
  openNode: command<string>("openNode"),
  actOnNode: action<HeadAction>("actOnNode"),
  /** To the next or the previous node of the group, in the same panel. */
  stepNode: action<1 | -1>("stepNode"),
  /** False: cancelled. */
  export: request<ChartExport, boolean>("export"),
  /** PNG bytes, to be saved as a file. */
  saveImage: request<Uint8Array, boolean>("saveImage"),

  setup: notification<ChartSetup>("setup"),
  /** Of a panel of one node. Undefined: the server no longer has it. */
  head: notification<NodeHead | undefined>("head"),
  data: notification<ChartData>("data"),
  append: notification<ChartAppend>("append"),
  progress: notification<ChartProgress>("progress"),
  /** Undefined: all is well again. */
  notice: notification<ChartNotice | undefined>("notice"),
  /** A command of VS Code asks for an export of what is seen. */
  requestExport: notification<{
    readonly format: "csv" | "json" | "png";
    readonly target: "file" | "clipboard";
  }>("requestExport"),
  /** After the setup: the user wants to see this span. */
  showSpan: notification<Span>("showSpan"),
} as const;
export type ChartApi = typeof chartApi;
