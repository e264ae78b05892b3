import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { problemText } from "../servers/text/problemText";
import { type Remedy, remedyCommand, type RemedyCommand } from "../servers/text/remedy";
import { type Row, type RowIcon } from "../../platform/treeRow";

export type MessageSource = Pick<ServerFleet, "id" | "name" | "described" | "nodes" | "problem"> & {
  readonly session: Pick<ServerFleet["session"], "state" | "credential">;
};

/** Whom a message is about. */
export type MessageSubject = Pick<ServerFleet, "id" | "name">;

/**
 * What there is to say above or in place of a server's rows. A row does not wrap, so that with an
 * action the row is the action, and the view's own message has room for the sentence.
 */
export interface ServerMessage {
  readonly sentence: string;
  readonly row: Row;
  readonly action: RemedyCommand | undefined;
}

const warning: RowIcon = { id: "warning", color: "list.warningForeground" };
export const information: RowIcon = { id: "info", color: "icon.foreground" };
export const busy: RowIcon = { id: "loading~spin", color: "icon.foreground" };

/** @param shown how many nodes pass the filter. */
export function serverMessage(server: MessageSource, shown: number): ServerMessage | undefined {
  const { state, credential } = server.session;
  switch (state.kind) {
    case "idle":
    case "connecting":
      // A server that was heard before keeps its rows, which say by themselves that they are stale.
      return server.described ? undefined : connecting(server);
    case "failed":
      return complaint(server, state.problem);
    case "ready":
      if (state.warning !== undefined)
        return complaint(server, { code: state.warning, detail: "" });
      if (server.problem !== undefined) return complaint(server, server.problem);
      return emptyMessage(server, shown, credential.kind === "guest");
  }
}

function emptyMessage(
  server: MessageSource,
  shown: number,
  isGuest: boolean,
): ServerMessage | undefined {
  if (!server.described) return connecting(server);
  if (server.nodes.size === 0) {
    return isGuest
      ? message(server, l10n.t("{0} shows no nodes to guests.", server.name), information, "signIn")
      : message(server, l10n.t("{0} has no nodes yet.", server.name), information, "openDashboard");
  }
  return shown === 0
    ? message(server, l10n.t("No node matches the filter."), information)
    : undefined;
}

export function complaint(server: MessageSubject, problem: Problem): ServerMessage {
  const { message: text, remedy } = problemText(problem, server.name);
  return message(server, text, warning, remedy);
}

export function connecting(server: MessageSubject): ServerMessage {
  return message(server, l10n.t("Connecting to {0}…", server.name), busy);
}

export function message(
  server: MessageSubject,
  text: string,
  icon: RowIcon,
  remedy?: Remedy,
): ServerMessage {
  const action = remedy && remedyCommand(remedy, server.id);
  return {
    sentence: text,
    row: {
      label: action?.title ?? text,
      description: action === undefined ? "" : text,
      icon,
      accessibleLabel: action === undefined ? text : `${text} ${action.title}`,
      contextValue: "message",
    },
    action,
  };
}
