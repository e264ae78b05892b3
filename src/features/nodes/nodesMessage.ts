import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { commandIds } from "../../manifest/contributions";
import { type Format } from "../../shared/format";
import { type Notice } from "../tree/elements";
import { type Row } from "../tree/row";
import {
  connectingMessage,
  icons,
  message,
  problemMessage,
  type ServerMessage,
} from "../tree/serverMessage";
import { serverState, type StatefulServer } from "./serverState";

export type MessageSource = StatefulServer &
  Pick<ServerFleet, "id" | "name" | "nodes" | "lastKnownAge"> & {
    readonly session: Pick<ServerFleet["session"], "credential">;
  };

export function nodesMessage(server: MessageSource, format: Format): ServerMessage | undefined {
  const state = serverState(server);
  const { lastKnownAge } = server;
  const lastKnown =
    server.isFresh || lastKnownAge === undefined ? undefined : lastKnownText(lastKnownAge, format);
  switch (state.kind) {
    case "well":
      return server.nodes.size === 0 ? emptyMessage(server) : undefined;
    case "slow":
      return slowMessage(server);
    case "connecting":
      return connectingMessage(server, lastKnown);
    case "problem":
      return problemMessage(server, state.problem, { connected: state.connected, lastKnown });
  }
}

function lastKnownText(age: number, format: Format): string {
  return l10n.t("last known {0}", format.ago(age));
}

function emptyMessage(server: MessageSource): ServerMessage {
  const isGuest = server.session.credential.kind === "guest";
  return message(server, {
    sentence: isGuest
      ? l10n.t("{0} shows no nodes to guests.", server.name)
      : l10n.t("{0} has no nodes yet.", server.name),
    icon: icons.information,
    remedy: isGuest ? "signIn" : "openDashboard",
  });
}

function slowMessage(server: MessageSource): ServerMessage {
  return message(server, {
    headline: l10n.t("Slow to respond"),
    description: l10n.t("waiting for node statuses"),
    sentence: l10n.t("{0} is slow to return node statuses.", server.name),
    icon: icons.busy,
  });
}

/** What to do with the first nodes. */
export function openNotice(): Notice {
  return { row: noticeRow(l10n.t("Click a node to open its charts."), "lightbulb", "hint") };
}

/** The filter hides all nodes. */
export function filterNotice(): Notice {
  const row = noticeRow(l10n.t("Clear Filter"), "clear-all", "");
  return { row, command: commandIds.clearFilter };
}

function noticeRow(label: string, icon: string, contextValue: string): Row {
  return {
    label,
    description: "",
    icon: { id: icon, color: "icon.foreground" },
    accessibleLabel: label,
    contextValue,
  };
}
