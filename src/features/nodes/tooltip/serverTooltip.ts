import * as l10n from "@vscode/l10n";
import { commandIds } from "../../../manifest/contributions";
import { type ServerFleet } from "../../../fleet/serverFleet";
import { type Identity } from "../../../komari/identify";
import { type PublicInfo } from "../../../komari/model/model";
import { type Session } from "../../../komari/session";
import { type Format } from "../../../shared/format";
import { escapeMarkdown, factTable } from "../../../shared/markdown";
import { problemText } from "../../text/problemText";
import { productText } from "../../text/productText";
import { onlineSentence } from "../../common/onlineCount";
import { signInHeadline } from "../../text/problemHeadline";
import { commandLink } from "../../common/commandLink";
import { type ServerFacts } from "../../common/serverFacts";
import { joined, row, shortText, type TooltipRow } from "./tooltipRow";

/** Commands that a server's tooltip links to. */
export const serverLinkCommands = [
  commandIds.signIn,
  commandIds.reconnectServer,
  commandIds.openDashboard,
  commandIds.copyServerInfo,
] as const;

export type TooltipServer = Pick<ServerFleet, "id" | "name" | "counts" | "nodesLoaded"> & {
  readonly session: Pick<Session, "state" | "credential">;
};

/** Markdown for a server's hover: the site, the sign-in, the connection and what the server keeps. */
export function serverTooltip(server: TooltipServer, facts: ServerFacts, format: Format): string {
  const { state } = server.session;
  const identity = state.kind === "ready" ? state.identity : undefined;
  const rows: readonly TooltipRow[] = [
    ...row(l10n.t("Site"), identity && siteText(identity)),
    ...row(l10n.t("URL"), shortText(server.id)),
    ...row(l10n.t("Signed in"), signInText(server.session, facts)),
    ...row(l10n.t("Connection"), connectionText(state, facts, format)),
    ...row(l10n.t("Protocol"), identity && protocolText(identity, facts)),
    ...row(l10n.t("Nodes"), server.nodesLoaded ? onlineSentence(server.counts()) : undefined),
    ...row(l10n.t("History"), identity && historyText(identity.publicInfo, format)),
  ];
  return [`**${shortText(server.name)}**\u2003${links(server)}`, factTable(rows)].join("\n\n");
}

function siteText(identity: Identity): string | undefined {
  return joined([shortText(identity.publicInfo.siteName), productText(identity, shortText)]);
}

/** The user name by the server, where it has a method for it, and the kind of sign-in. */
function signInText(
  { state, credential }: TooltipServer["session"],
  { username }: ServerFacts,
): string | undefined {
  if (state.kind !== "ready") return undefined;
  if (state.warning !== undefined) {
    return escapeMarkdown(problemText({ code: state.warning, detail: "" }).summary);
  }
  if (state.identity.role === "guest") return l10n.t("no, browsing as a guest");
  const name = username === undefined ? l10n.t("administrator") : shortText(username);
  return credential.kind === "apiKey"
    ? l10n.t("{0}, with an API key", name)
    : l10n.t("{0}, with a session", name);
}

function connectionText(
  state: Session["state"],
  { roundTripMs }: ServerFacts,
  format: Format,
): string {
  switch (state.kind) {
    case "idle":
      return l10n.t("not connected");
    case "connecting":
      return l10n.t("connecting…");
    case "failed":
      return escapeMarkdown(problemText(state.problem).message);
    case "ready": {
      const transport = state.transport === "webSocket" ? "WebSocket" : "HTTP POST";
      return roundTripMs === undefined
        ? transport
        : l10n.t("{0}, round trip {1}", transport, format.milliseconds(roundTripMs));
    }
  }
}

function protocolText({ methods }: Identity, { rpcVersion }: ServerFacts): string | undefined {
  const rpc = rpcVersion === undefined ? undefined : `JSON-RPC ${shortText(rpcVersion)}`;
  const { size } = methods;
  const count = size === 1 ? l10n.t("1 method") : l10n.t("{0} methods", size);
  return joined([rpc, size === 0 ? undefined : count]);
}

/** How far back charts can go. */
function historyText(info: PublicInfo, format: Format): string | undefined {
  if (info.recordEnabled === false) return l10n.t("not recorded");
  const kept = (hours: number | undefined) => hours && format.duration(hours * 3600);
  const load = kept(info.recordPreserveHours);
  const ping = kept(info.pingRecordPreserveHours);
  return joined([
    load ? l10n.t("load {0}", load) : undefined,
    ping ? l10n.t("pings {0}", ping) : undefined,
  ]);
}

function links({ id, session }: TooltipServer): string {
  const server = { serverId: id };
  const signIn = commandLink(l10n.t("Sign In"), commandIds.signIn, server);
  const reconnect = commandLink(l10n.t("Reconnect"), commandIds.reconnectServer, server);
  return [
    ...(needsSignIn(session) ? [signIn] : []),
    ...(session.state.kind === "failed" ? [reconnect] : []),
    commandLink(l10n.t("Dashboard"), commandIds.openDashboard, server),
    commandLink(l10n.t("Copy"), commandIds.copyServerInfo, server),
  ].join("\u2002");
}

/** Also a key or a session that the server no longer accepts leaves us a guest. */
function needsSignIn({ state, credential }: TooltipServer["session"]): boolean {
  switch (state.kind) {
    case "ready":
      return state.identity.role === "guest";
    case "failed":
      return credential.kind === "guest" || signInHeadline(state.problem.code) !== undefined;
    case "idle":
    case "connecting":
      return credential.kind === "guest";
  }
}
