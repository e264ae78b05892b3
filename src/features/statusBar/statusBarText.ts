import * as l10n from "@vscode/l10n";
import { countReported, type PresenceCounts } from "../../shared/nodes/presence";
import { type Format } from "../../shared/format";
import { joinList } from "../../shared/joinList";
import { shownName } from "../../shared/shownName";
import {
  type Condition,
  conditionOf,
  type CountedServer,
  isSignInRefused,
} from "./serverCondition";

export interface StatusBarText {
  /** With icons. */
  readonly text: string;
  readonly accessibleLabel: string;
  /** An action is required, or the setting requires a warning. */
  readonly warning: boolean;
  readonly dimmed: boolean;
  /** The server that a click signs in to; else it shows the nodes. */
  readonly signInTo: string | undefined;
  /** A text of another state is shown at once; other numbers can wait. */
  readonly state: string;
  /** It contains an age and must be updated regularly. */
  readonly hasAge: boolean;
  /** Nodes are waiting for their status. */
  readonly isFilling: boolean;
}

export interface StatusBarContext {
  /** `komari.statusBar.warnWhenOffline`. */
  readonly warnWhenOffline: boolean;
  readonly paused: boolean;
  readonly format: Pick<Format, "ago">;
}

const minuteMs = 60_000;

/** Undefined without a server. */
export function statusBarText(
  servers: readonly CountedServer[],
  context: StatusBarContext,
): StatusBarText | undefined {
  if (servers.length === 0) return undefined;
  const serversIn = (condition: Condition) =>
    servers.filter((server) => conditionOf(server, context.paused) === condition);
  const [ready, gone, signedOut] = [serversIn("ready"), serversIn("gone"), serversIn("signedOut")];
  if (ready.length > 0) {
    if (context.paused) return pausedText(ready);
    const missing = {
      // All nodes of these are pending: they have returned no status yet.
      connecting: serversIn("connecting"),
      gone: gone.length,
      signedOut: signedOut.length + ready.filter(isSignInRefused).length,
    };
    return countText(ready, missing, context);
  }
  if (signedOut[0] !== undefined) return signInText(signedOut[0]);
  return gone.length > 0 ? goneText(gone, context) : connectingText(servers);
}

interface Missing {
  readonly connecting: readonly CountedServer[];
  readonly gone: number;
  readonly signedOut: number;
}

function countText(
  servers: readonly CountedServer[],
  { connecting, gone, signedOut }: Missing,
  { warnWhenOffline }: StatusBarContext,
): StatusBarText {
  const { online, reported, hot, offline, stale, waiting } = sumOf([...servers, ...connecting]);
  // Without nodes whose presence is unknown.
  const known = reported - stale;
  const pending = stale + waiting;
  const parts = [
    `$(server) ${online}/${known}`,
    ...(pending > 0 ? [`$(loading~spin) ${pending}`] : []),
    ...(hot > 0 ? [`$(warning) ${hot}`] : []),
    ...(gone > 0 ? [`$(debug-disconnect) ${gone}`] : []),
    ...(signedOut > 0 ? [`$(key) ${signedOut}`] : []),
  ];
  const spoken = [
    known === 1
      ? l10n.t("{0} of 1 node online", online)
      : l10n.t("{0} of {1} nodes online", online, known),
    ...(stale > 0 ? [l10n.t("{0} last known", stale)] : []),
    ...(waiting > 0 ? [l10n.t("{0} waiting for status", waiting)] : []),
    ...(hot > 0 ? [l10n.t("{0} over a threshold", hot)] : []),
    ...(gone + signedOut > 0 ? [l10n.t("servers not connected: {0}", gone + signedOut)] : []),
  ];
  const warning = warnWhenOffline && offline + gone + signedOut > 0;
  return {
    ...defaults,
    text: parts.join(" "),
    accessibleLabel: `Komari: ${joinList(spoken)}`,
    warning,
    isFilling: pending > 0,
    state: [servers.length, parts.length, gone, signedOut, warning].join(" "),
  };
}

function goneText(servers: readonly CountedServer[], { format }: StatusBarContext): StatusBarText {
  const known = servers.filter(({ nodesLoaded }) => nodesLoaded);
  const { lastKnown, reported } = sumOf(known);
  const age = Math.max(0, ...known.map(({ lastKnownAge = 0 }) => lastKnownAge));
  const ago = age < minuteMs ? "" : `, ${format.ago(age)}`;
  const count = known.length === 0 ? "Komari" : `${lastKnown}/${reported}${ago}`;
  return {
    ...defaults,
    text: `$(debug-disconnect) ${count}`,
    accessibleLabel: `Komari: ${l10n.t("not connected")}${known.length === 0 ? "" : `, ${count}`}`,
    warning: true,
    state: "gone",
    hasAge: known.length > 0,
  };
}

function signInText({ id, name }: CountedServer): StatusBarText {
  const label = l10n.t("Sign In to {0}", shownName(name));
  return {
    ...defaults,
    text: `$(key) ${withoutIcons(label)}`,
    accessibleLabel: `Komari: ${label}`,
    warning: true,
    signInTo: id,
    state: `signIn ${id}`,
  };
}

function pausedText(servers: readonly CountedServer[]): StatusBarText {
  const { lastKnown, reported } = sumOf(servers);
  const count = `${lastKnown}/${reported}`;
  return {
    ...defaults,
    text: `$(debug-pause) ${count}`,
    accessibleLabel: `Komari: ${l10n.t("paused")}, ${count}`,
    dimmed: true,
    state: "paused",
  };
}

function connectingText(servers: readonly CountedServer[]): StatusBarText {
  const { waiting } = sumOf(servers);
  const label = waiting > 0 ? l10n.t("{0} waiting for status", waiting) : l10n.t("connecting…");
  return {
    ...defaults,
    text: "$(loading~spin) Komari",
    accessibleLabel: `Komari: ${label}`,
    state: "connecting",
  };
}

const defaults = {
  warning: false,
  dimmed: false,
  signInTo: undefined,
  hasAge: false,
  isFilling: false,
} as const;

function sumOf(servers: readonly CountedServer[]) {
  const counts = servers.map((server) => server.counts());
  const sum = (count: (counts: PresenceCounts) => number) =>
    counts.reduce((total, each) => total + count(each), 0);
  return {
    online: sum(({ online }) => online),
    lastKnown: sum(({ online, stale }) => online + stale),
    reported: sum(countReported),
    offline: sum(({ offline }) => offline),
    hot: sum(({ hot }) => hot),
    stale: sum(({ stale }) => stale),
    waiting: sum(({ waiting }) => waiting),
  };
}

/** A name is text: `$(…)` in it would be an icon. */
function withoutIcons(text: string): string {
  return text.replaceAll("$(", "$\u200b(");
}
