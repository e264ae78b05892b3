import * as l10n from "@vscode/l10n";
import { countReported, type PresenceCounts } from "../../fleet/presence";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { escapeMarkdown } from "../../shared/markdown";
import { onlineSentence } from "../nodes/onlineCount";
import { problemText } from "../servers/text/problemText";

export type CountedServer = Pick<ServerFleet, "name" | "described" | "counts" | "problem"> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

export interface StatusBarText {
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly accessibleLabel: string;
  readonly warning: boolean;
}

/** "18/20" over all servers that are being heard; "–" while none is, for nobody knows. */
export function statusBarText(
  servers: readonly CountedServer[],
  warnWhenOffline: boolean,
): StatusBarText | undefined {
  if (servers.length === 0) return undefined;
  const known = servers.filter((server) => server.described && server.counts().stale === 0);
  const sum = (count: (counts: PresenceCounts) => number) =>
    known.reduce((total, server) => total + count(server.counts()), 0);
  const online = sum((counts) => counts.online);
  const reported = sum(countReported);
  const counted = known.length === 0 ? "–" : `${online}/${reported}`;
  const failed = servers.some((server) => problemIn(server) !== undefined);
  const warning = warnWhenOffline && (failed || sum(({ offline }) => offline) > 0);
  return {
    text: failed ? `$(server) ${counted} $(warning)` : `$(server) ${counted}`,
    tooltip: servers.map((server) => serverLine(server)).join("\n\n"),
    accessibleLabel: accessibleLabel(known.length, online, reported, failed),
    warning,
  };
}

function problemIn({ session: { state }, problem }: CountedServer): Problem | undefined {
  return state.kind === "failed" ? state.problem : problem;
}

function serverLine(server: CountedServer): string {
  return `**${escapeMarkdown(server.name)}** · ${serverState(server)}`;
}

function serverState(server: CountedServer): string {
  const { state } = server.session;
  const problem = problemIn(server);
  if (problem !== undefined) return escapeMarkdown(problemText(problem).message);
  if (!server.described || state.kind !== "ready") return l10n.t("connecting…");
  const parts = [onlineSentence(server.counts())];
  if (state.warning !== undefined) {
    parts.push(escapeMarkdown(problemText({ code: state.warning, detail: "" }).message));
  }
  return parts.join(", ");
}

function accessibleLabel(known: number, online: number, total: number, failed: boolean): string {
  const counted =
    known === 0
      ? l10n.t("Komari: not known how many nodes are online")
      : l10n.t("Komari: {0} of {1} nodes online", online, total);
  return failed ? l10n.t("{0}, a server has a problem", counted) : counted;
}
