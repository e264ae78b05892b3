import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { networkReason } from "../text/networkReason";
import { problemHeadline, signInHeadline } from "../text/problemHeadline";
import { problemText } from "../text/problemText";
import { type Remedy, remedyCommand, type RemedyCommand } from "../text/remedy";
import { type Row, type RowIcon } from "./row";

/** The server that a message is about. */
export type MessageSubject = Pick<ServerFleet, "id" | "name">;

/** The message above or in place of a server's rows, and the command of a click on it. */
export interface ServerMessage {
  readonly sentence: string;
  /** Does not wrap: its tooltip, which screen readers say, has the whole sentence. */
  readonly row: Row;
  readonly action: RemedyCommand | undefined;
}

export const icons = {
  server: { id: "server-environment", color: "icon.foreground" },
  notConnected: { id: "debug-disconnect", color: "list.warningForeground" },
  warning: { id: "warning", color: "list.warningForeground" },
  key: { id: "key", color: "icon.foreground" },
  information: { id: "info", color: "icon.foreground" },
  busy: { id: "loading~spin", color: "icon.foreground" },
} as const satisfies Readonly<Record<string, RowIcon>>;

/** What is wrong with a server whose session may still be ready, and how old its nodes are. */
interface ProblemContext {
  readonly connected: boolean;
  readonly lastKnown?: string | undefined;
}

export function problemMessage(
  server: MessageSubject,
  problem: Problem,
  { connected, lastKnown }: ProblemContext,
): ServerMessage {
  const { message: sentence, remedy, url } = problemText(problem, server.name);
  const headline = problemHeadline(problem);
  if (signInHeadline(problem.code) !== undefined) {
    const description = connected
      ? l10n.t("sign in to see everything")
      : l10n.t("sign in to see its nodes");
    return message(server, { headline, description, sentence, icon: icons.key, remedy });
  }
  const dated = lastKnown === undefined ? sentence : l10n.t("{0} ({1})", sentence, lastKnown);
  if (remedy !== "reconnect") {
    const description = lastKnown ?? (headline && shortReason(problem));
    return message(server, {
      headline,
      description,
      sentence: dated,
      icon: icons.warning,
      remedy,
      url,
    });
  }
  return message(server, {
    headline: connected ? l10n.t("Not updating") : l10n.t("Not connected"),
    description: lastKnown ?? shortReason(problem),
    sentence: dated,
    icon: icons.notConnected,
    remedy,
  });
}

/** Beside a headline. */
function shortReason(problem: Problem): string {
  if (problem.code === "migrating") return l10n.t("database migration or recovery");
  return networkReason(problem.cause) ?? problemText(problem).message;
}

export function connectingMessage(server: MessageSubject, lastKnown?: string): ServerMessage {
  const sentence = l10n.t("Connecting to {0}…", server.name);
  return message(server, {
    headline: sentence,
    description: lastKnown,
    sentence,
    icon: icons.busy,
  });
}

interface MessageParts {
  /** What the row is called; without one it is called by what a click does. */
  readonly headline?: string | undefined;
  readonly description?: string | undefined;
  readonly sentence: string;
  readonly icon: RowIcon;
  readonly remedy?: Remedy | undefined;
  /** See `ProblemText`. */
  readonly url?: string | undefined;
}

export function message(server: MessageSubject, parts: MessageParts): ServerMessage {
  const { headline, sentence, icon, remedy, url } = parts;
  const action = remedy && remedyCommand(remedy, server.id, url);
  const label = headline ?? action?.title ?? sentence;
  return {
    sentence,
    row: {
      label,
      description: parts.description ?? (label === sentence || headline ? "" : sentence),
      icon,
      accessibleLabel: action === undefined ? sentence : `${sentence} ${action.title}`,
      contextValue: remedy === "reconnect" ? "message reconnect" : "message",
    },
    action,
  };
}
