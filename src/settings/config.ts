import { settingIds } from "../manifest/contributions";
import { type PollIntervals } from "../fleet/polling/pollPolicy";
import { type AddressProblem, parseAddress } from "../komari/address";
import { shownName } from "../shared/shownName";
import { isRecord } from "../util/json";

/** The settings under `komari.`, whatever shape people gave them; a WorkspaceConfiguration is one. */
export interface Settings {
  get(section: string): unknown;
}

/** One usable entry of `komari.servers`. */
export interface ServerConfig {
  /** As written, or the host when there is none. */
  readonly name: string;
  /** Normalised: what secrets and caches are bound to. */
  readonly baseUrl: string;
  /** As written. */
  readonly url: string;
  readonly caFile?: string;
  readonly acceptAnyCertificate: boolean;
  /** Only calls that read are sent. */
  readonly readOnly: boolean;
  /** There was a sign-in where these settings were written. */
  readonly signIn?: true;
}

/**
 * What is wrong with an entry of `komari.servers`, counted from 0. A wrong type only loses the field;
 * that of `readOnly` counts as true.
 */
export type ServersProblem =
  | { readonly kind: "notAList" }
  | { readonly kind: "notAnObject"; readonly index: number }
  | { readonly kind: "noUrl"; readonly index: number }
  | { readonly kind: "badUrl"; readonly index: number; readonly problem: AddressProblem }
  | { readonly kind: "duplicateUrl"; readonly index: number; readonly baseUrl: string }
  | { readonly kind: "wrongType"; readonly index: number; readonly field: string };

export interface ServersSetting {
  readonly servers: readonly ServerConfig[];
  readonly problems: readonly ServersProblem[];
}

export const numberLimits = {
  [settingIds.pollingVisibleInterval]: { default: 2, minimum: 1, maximum: 3600 },
  [settingIds.pollingBackgroundInterval]: { default: 30, minimum: 5, maximum: 86_400 },
  [settingIds.pollingNodesInterval]: { default: 60, minimum: 10, maximum: 86_400 },
  [settingIds.pollingPauseAfter]: { default: 5, minimum: 0, maximum: 1440 },
  [settingIds.maxResponseSize]: { default: 256, minimum: 1, maximum: 512 },
  [settingIds.callTimeout]: { default: 30, minimum: 1, maximum: 3600 },
} as const;

export const defaultNodesDescription = "CPU {cpu}  RAM {memory}  ↓{down} ↑{up}";

export function readNodesDescription(settings: Settings): string {
  const value = settings.get(settingIds.nodesDescription);
  return typeof value === "string" ? value : defaultNodesDescription;
}

export function readNodesBadge(settings: Settings): boolean {
  return readBoolean(settings, settingIds.nodesBadge, true);
}

export function readWarnWhenOffline(settings: Settings): boolean {
  return readBoolean(settings, settingIds.statusBarWarnWhenOffline, false);
}

/** What a click on the status bar opens. */
export type StatusBarClick = "nodes" | "fleet";

export function readStatusBarClick(settings: Settings): StatusBarClick {
  return settings.get(settingIds.statusBarClick) === "fleet" ? "fleet" : "nodes";
}

export function readPollIntervals(settings: Settings): PollIntervals {
  return {
    visible: readNumber(settings, settingIds.pollingVisibleInterval) * 1000,
    background: readNumber(settings, settingIds.pollingBackgroundInterval) * 1000,
    nodes: readNumber(settings, settingIds.pollingNodesInterval) * 1000,
  };
}

/** Milliseconds out of focus after which polling pauses; undefined: never. */
export function readPauseAfter(settings: Settings): number | undefined {
  const minutes = readNumber(settings, settingIds.pollingPauseAfter);
  return minutes === 0 ? undefined : minutes * 60_000;
}

export function readMaxResponseBytes(settings: Settings): number {
  return Math.round(readNumber(settings, settingIds.maxResponseSize) * 1024 * 1024);
}

/** Milliseconds that a call is given unless it says otherwise. */
export function readCallTimeout(settings: Settings): number {
  return readNumber(settings, settingIds.callTimeout) * 1000;
}

export function readConnectAtStart(settings: Settings): boolean {
  return readBoolean(settings, settingIds.connectAtStart, true);
}

/** Whether there is anything in `komari.servers`, usable or not. */
export function hasServerEntries(settings: Settings): boolean {
  const value = settings.get(settingIds.servers) ?? [];
  return !Array.isArray(value) || value.length > 0;
}

/** Every entry that can be used, and a problem for each that cannot. */
export function readServers(settings: Settings): ServersSetting {
  const value = settings.get(settingIds.servers) ?? [];
  if (!Array.isArray(value)) return { servers: [], problems: [{ kind: "notAList" }] };
  const servers = new Map<string, ServerConfig>();
  const problems: ServersProblem[] = [];
  value.forEach((entry: unknown, index) => {
    const server = readServer(entry, index, problems);
    if (server === undefined) return;
    const { baseUrl } = server;
    if (servers.has(baseUrl)) problems.push({ kind: "duplicateUrl", index, baseUrl });
    else servers.set(baseUrl, server);
  });
  return { servers: [...servers.values()], problems };
}

function readServer(
  entry: unknown,
  index: number,
  problems: ServersProblem[],
): ServerConfig | undefined {
  if (!isRecord(entry)) {
    problems.push({ kind: "notAnObject", index });
    return undefined;
  }
  const { url } = entry;
  if (typeof url !== "string") {
    problems.push({ kind: "noUrl", index });
    return undefined;
  }
  const address = parseAddress(url);
  if (!address.ok) {
    problems.push({ kind: "badUrl", index, problem: address.problem });
    return undefined;
  }
  const wrongType = (field: string) => problems.push({ kind: "wrongType", index, field });
  const text = (field: "name" | "caFile"): string => {
    const value = entry[field] ?? "";
    if (typeof value === "string") return value.trim();
    wrongType(field);
    return "";
  };
  const name = shownName(text("name"));
  const caFile = text("caFile");
  // Anything but a plain true keeps certificates checked.
  const acceptAny = entry.acceptAnyCertificate ?? false;
  if (typeof acceptAny !== "boolean") wrongType("acceptAnyCertificate");
  // Anything but a plain false, or nothing, keeps the server from being changed.
  const readOnly = entry.readOnly ?? false;
  if (typeof readOnly !== "boolean") wrongType("readOnly");
  const signIn = entry.signIn ?? false;
  if (typeof signIn !== "boolean") wrongType("signIn");
  return {
    name: name || new URL(address.baseUrl).host,
    baseUrl: address.baseUrl,
    url,
    ...(caFile && { caFile }),
    acceptAnyCertificate: acceptAny === true,
    readOnly: readOnly !== false,
    ...(signIn === true && { signIn }),
  };
}

function readBoolean(settings: Settings, id: string, fallback: boolean): boolean {
  const value = settings.get(id);
  return typeof value === "boolean" ? value : fallback;
}

function readNumber(settings: Settings, id: keyof typeof numberLimits): number {
  const limits = numberLimits[id];
  const value = settings.get(id);
  if (typeof value !== "number" || !Number.isFinite(value)) return limits.default;
  return Math.min(Math.max(value, limits.minimum), limits.maximum);
}
