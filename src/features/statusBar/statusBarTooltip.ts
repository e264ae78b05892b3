import * as l10n from "@vscode/l10n";
import { type CommandId, commandIds } from "../../manifest/contributions";
import { countReported } from "../../shared/nodes/presence";
import { type Format } from "../../shared/format";
import { joinList } from "../../shared/joinList";
import { escapeMarkdown } from "../../shared/markdown";
import { pendingTexts } from "../common/onlineCount";
import { commandLink } from "../common/commandLink";
import {
  type Condition,
  conditionOf,
  type CountedServer,
  isSignInRefused,
} from "./serverCondition";

export interface StatusBarTooltip {
  /** Markdown with icons. Names are escaped: what servers say forms neither icon nor link. */
  readonly markdown: string;
  readonly commands: readonly CommandId[];
}

interface Context {
  readonly paused: boolean;
  readonly format: Pick<Format, "duration">;
}

const minuteMs = 60_000;

const icons: Readonly<Record<Condition, string>> = {
  connecting: "$(loading)",
  ready: "$(server)",
  gone: "$(debug-disconnect)",
  signedOut: "$(key)",
};

/** A row for each server, and below a line what can be done. */
export function statusBarTooltip(
  servers: readonly CountedServer[],
  context: Context,
): StatusBarTooltip {
  const rows = servers.map((server) => {
    const condition = conditionOf(server, context.paused);
    const cells = [icons[condition], escapeMarkdown(server.name), count(server, condition)];
    // VS Code sets the columns of a table close to each other.
    return `| ${cells.join(" | ")} | &ensp;${details(server, condition, context)} |`;
  });
  const links = linksFor(servers, context.paused);
  return {
    markdown: [
      ["| | | | |", "|:--|:--|--:|:--|", ...rows].join("\n"),
      "---",
      links.map(({ link }) => link).join("&nbsp;&nbsp;&nbsp;"),
    ].join("\n\n"),
    commands: links.map(({ command }) => command),
  };
}

function count(server: CountedServer, condition: Condition): string {
  if (condition !== "ready") return "–";
  const counts = server.counts();
  return `${counts.online + counts.stale}/${countReported(counts)}`;
}

function details(server: CountedServer, condition: Condition, { format, paused }: Context): string {
  switch (condition) {
    case "connecting": {
      const { waiting } = server.counts();
      return waiting > 0 ? l10n.t("{0} waiting for status", waiting) : l10n.t("connecting…");
    }
    case "signedOut":
      return l10n.t("signed out");
    case "gone": {
      const { lastKnownAge = 0 } = server;
      const state = l10n.t("not connected");
      // Seconds would have it written again all the time.
      return lastKnownAge < minuteMs
        ? state
        : joinList([state, format.duration(lastKnownAge / 1000)]);
    }
    case "ready": {
      const counts = server.counts();
      const { offline, hot, expiring, neverReported } = counts;
      return joinList([
        ...(paused ? [l10n.t("paused")] : []),
        ...(isSignInRefused(server) ? [l10n.t("signed out")] : []),
        ...(offline > 0 ? [l10n.t("{0} offline", offline)] : []),
        ...(hot > 0 ? [l10n.t("{0} hot", hot)] : []),
        ...(expiring > 0 ? [l10n.t("{0} expiring", expiring)] : []),
        ...(neverReported > 0 ? [l10n.t("{0} never reported", neverReported)] : []),
        ...(paused ? [] : pendingTexts(counts)),
        ...(server.slow ? [l10n.t("slow to respond")] : []),
      ]);
    }
  }
}

interface Link {
  readonly link: string;
  readonly command: CommandId;
}

function linksFor(servers: readonly CountedServer[], paused: boolean): readonly Link[] {
  const first = (condition: Condition) =>
    servers.find((server) => conditionOf(server, paused) === condition);
  const gone = first("gone");
  const signedOut = first("signedOut") ?? servers.find(isSignInRefused);
  const link = (title: string, command: CommandId, server?: CountedServer): Link => ({
    link: commandLink(title, command, server && { serverId: server.id }),
    command,
  });
  return [
    link(l10n.t("Go to Node…"), commandIds.goToNode),
    link(l10n.t("Open Charts…"), commandIds.openCharts),
    ...(gone === undefined ? [] : [link(l10n.t("Reconnect"), commandIds.reconnectServer, gone)]),
    ...(signedOut === undefined ? [] : [link(l10n.t("Sign In…"), commandIds.signIn, signedOut)]),
  ];
}
