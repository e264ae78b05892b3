import * as l10n from "@vscode/l10n";
import { type Problem, problemOf } from "../../../komari/problem";
import { type ChartAction, type ChartNotice, type ChartQuery } from "../../../shared/chartApi";
import { type Format } from "../../../shared/format";
import { type Subject } from "../../common/chartSubject";
import { nodeLabel } from "../../common/nodeRef";
import { problemText } from "../../text/problemText";
import { type Remedy } from "../../text/remedy";
import { type ChartServer, type Failure } from "./chartSource";
import { identityOf, retentionOf } from "./serverFacts";
import { retentionHours } from "../../../fleet/history/selectableHours";
import { type Readiness } from "./readiness";
import { type Snapshot } from "./snapshot";

/** What a button of the panel can do about it; the rest is done in the Nodes view. */
const actionsOf: Readonly<Record<Remedy, readonly ChartAction[]>> = {
  signIn: ["signIn", "retry"],
  edit: ["reconnect", "showLog"],
  reconnect: ["retry", "reconnect"],
  openDashboard: ["retry"],
  showLog: ["retry", "showLog"],
  serversSetting: ["showLog"],
  maxResponseSize: ["retry", "showLog"],
};

/** A server without connection; the data stay. */
export function lostNotice(
  problem: Problem,
  server: Pick<ChartServer, "name">,
  since: number | undefined,
): ChartNotice {
  const { message, remedy } = problemText(problem, server.name);
  return {
    query: undefined,
    severity: "warning",
    text: message,
    actions: remedy === undefined ? [] : actionsOf[remedy].filter((action) => action !== "retry"),
    ...(since !== undefined && { since }),
  };
}

/** A question that failed; `since` when data of before are still shown. */
export function failureNotice(
  query: number,
  { server, error }: Failure,
  since: number | undefined,
): ChartNotice {
  const problem = problemOf(error, server.session.credential);
  const { message, remedy } = problemText(problem, server.name);
  return {
    query,
    text: message,
    severity: since === undefined ? "error" : "warning",
    actions: remedy === undefined ? ["retry"] : actionsOf[remedy],
    ...(since !== undefined && { since }),
  };
}

export function connectingNotice({ name }: Pick<ChartServer, "name">): ChartNotice {
  return info(undefined, l10n.t("Connecting to {0}…", name));
}

export function serverGoneNotice(): ChartNotice {
  return info(undefined, l10n.t("The server of this panel has been removed from the settings."));
}

/** @param members how many nodes the panel is of. */
export function nodesGoneNotice(
  { name }: Pick<ChartServer, "name">,
  gone: number,
  members: number,
): ChartNotice {
  const text =
    members === 1
      ? l10n.t("This node is not available on {0}. It was removed or is hidden from you.", name)
      : l10n.t("{0} of {1} nodes were removed or are hidden from you.", gone, members);
  return info(undefined, text);
}

/** Nothing came, though nothing failed: says why, as far as that is known. */
export function emptyNotice(
  query: ChartQuery,
  server: ChartServer,
  format: Pick<Format, "duration">,
  uuid?: string,
): ChartNotice {
  return (
    (uuid === undefined ? undefined : nodeNotice(query, server, uuid)) ??
    (query.span.kind === "live"
      ? info(query.id, l10n.t("No reports in the last few minutes."))
      : unrecordedNotice(query, server, format))
  );
}

/** Undefined: it is not for the node's state that there is nothing. */
function nodeNotice(
  { id, span }: ChartQuery,
  server: ChartServer,
  uuid: string,
): ChartNotice | undefined {
  const node = server.nodes.get(uuid);
  if (node === undefined) return undefined;
  const name = nodeLabel(node);
  const presence = server.presence(uuid);
  if (presence === "neverReported") {
    const hint = l10n.t("Install the agent on it. Its data will appear here.");
    const nodeActions = ["openDashboard", "copyUuid"] as const;
    return { ...info(id, l10n.t("{0} has never reported.", name)), hint, nodeActions };
  }
  if (span.kind === "live" && presence === "offline") {
    const hint = l10n.t("Choose a longer time range to see its last reports.");
    return { ...info(id, l10n.t("{0} is offline.", name)), hint };
  }
  if (span.kind === "between" && node.createdAt !== undefined && span.to < node.createdAt) {
    return info(id, l10n.t("{0} was added after this time range.", name));
  }
  return undefined;
}

function unrecordedNotice(
  { id, span, metrics }: ChartQuery,
  server: ChartServer,
  format: Pick<Format, "duration">,
): ChartNotice {
  const { name } = server;
  if (identityOf(server)?.publicInfo.recordEnabled === false) {
    const hint = l10n.t("Choose Live to see current values.");
    return { ...info(id, l10n.t("{0} does not record history.", name)), hint };
  }
  const { kept: ofAny, keptPings } = retentionOf(server);
  const hours = metrics?.every((metric) => metric === "ping") ? keptPings : retentionHours(ofAny);
  if (hours === undefined) return info(id, l10n.t("Nothing was recorded in this time range."));
  const kept = format.duration(hours * 3600);
  const isOlder = span.kind === "between" && span.to < server.serverTime() - hours * 3_600_000;
  return isOlder
    ? info(id, l10n.t("{0} keeps records for {1}. This time range is older.", name, kept))
    : info(
        id,
        l10n.t("Nothing was recorded in this time range. {0} keeps records for {1}.", name, kept),
      );
}

function info(query: number | undefined, text: string): ChartNotice {
  return { query, severity: "info", text, actions: [] };
}

export interface PanelState {
  readonly subject: Subject;
  readonly query: ChartQuery;
  readonly readiness: Readiness;
  readonly failures: readonly Failure[];
  /** Whether the query has data. */
  readonly loaded: boolean;
  /** What is shown: of this query once it is loaded, else of the one before. */
  readonly snapshot: Snapshot | undefined;
  readonly format: Pick<Format, "duration">;
}

/** The notice above the charts; undefined: none. */
export function noticeOf(state: PanelState): ChartNotice | undefined {
  const { readiness, snapshot, query, subject } = state;
  if (readiness.gone) return serverGoneNotice();
  const [lost] = readiness.failed;
  if (lost !== undefined) return lostNotice(lost.problem, lost.server, snapshot?.to);
  const failure = state.failures.find(({ server }) => readiness.ready.includes(server));
  if (failure !== undefined) {
    return failureNotice(query.id, failure, state.loaded ? snapshot?.to : undefined);
  }
  const [ready] = readiness.ready;
  if (ready === undefined) {
    const [server] = readiness.connecting;
    return server === undefined ? undefined : connectingNotice(server);
  }
  if (readiness.missing > 0) {
    return nodesGoneNotice(ready, readiness.missing, readiness.members);
  }
  const isEmpty = state.loaded && snapshot?.series.length === 0;
  const uuid = subject.kind === "node" ? subject.uuid : undefined;
  return isEmpty ? emptyNotice(query, ready, state.format, uuid) : undefined;
}
