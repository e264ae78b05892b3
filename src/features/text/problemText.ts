import * as l10n from "@vscode/l10n";
import { type Problem, type ProblemCode } from "../../komari/problem";
import { clip } from "../../shared/clip";
import { singleLine } from "../../shared/singleLine";
import { networkReason, speaksNoHttp } from "./networkReason";
import { type Remedy } from "./remedy";
import { responseText } from "./responseText";
import { waitText } from "./waitText";

/** One sentence or two for people: what is wrong and, if they can, what they do about it. */
export interface ProblemText {
  /** With the server's own message, if any. */
  readonly message: string;
  /** Without it, for where it is shown separately. */
  readonly summary: string;
  /** The action of a button beside the text. */
  readonly remedy: Remedy | undefined;
  /** The URL that the server is to have instead, if that is the remedy. */
  readonly url: string | undefined;
}

type Describe = (server: string, problem: Problem) => string;

const maxQuoteLength = 200;

/** Chinese texts have a space around a name, which is mostly Latin, but none around "服务器". */
const spaceInChinese = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** @param server its name; undefined where it is plain which one is meant. */
export function problemText(problem: Problem, server?: string): ProblemText {
  const { code, data } = problem;
  const text =
    specificText(problem, server) ?? messages[code](server ?? l10n.t("The server"), problem);
  const sentence = server === undefined ? text.replaceAll(spaceInChinese, "") : text;
  const summary = quoting.has(code) ? l10n.t("{0}.", sentence) : sentence;
  return {
    message: quoting.has(code) ? quote(sentence, problem) : summary,
    summary,
    remedy: remedies[code],
    url: data?.httpsUrl,
  };
}

/** Where more is known than the code. */
function specificText(problem: Problem, server: string | undefined): string | undefined {
  const { httpsUrl, response } = problem.data ?? {};
  if (httpsUrl !== undefined) {
    return l10n.t("{0} requires HTTPS. Use {1}.", server ?? l10n.t("The server"), httpsUrl);
  }
  return response && responseText(server, problem, response);
}

/** Their sentences end with the server's own message. */
const quoting: ReadonlySet<ProblemCode> = new Set([
  "invalidParams",
  "notFound",
  "alreadyExists",
  "outOfRange",
  "serverError",
  "serverTimeout",
  "serverCanceled",
  "conflict",
  "notImplemented",
  "unavailable",
  "dataLoss",
  "agentDenied",
  "remote",
]);

const messages: Record<ProblemCode, Describe> = {
  unreachable: (server, problem) => {
    const reason = networkReason(problem.cause);
    return reason === undefined
      ? l10n.t("{0} cannot be reached. Check its URL and your network.", server)
      : l10n.t("{0} cannot be reached: {1}.", server, reason);
  },
  certificate: (server, problem) => {
    const reason = networkReason(problem.cause) ?? l10n.t("the certificate is not trusted");
    return l10n.t("{0} cannot be reached securely: {1}.", server, reason);
  },
  timeout: (server, { fate }) =>
    fate === "notSent"
      ? l10n.t("The request could not be sent to {0} in time.", server)
      : l10n.t("{0} did not respond in time.", server),
  aborted: () => l10n.t("Canceled."),
  connectionLost: (server) => l10n.t("{0} closed the connection.", server),
  notRpcEndpoint: (server, problem) =>
    speaksNoHttp(problem.cause)
      ? l10n.t("{0} does not respond with HTTP. Check the URL and its port.", server)
      : l10n.t("{0} responded, but is not a Komari site. Check the URL and its path.", server),
  proxyUnauthorized: (server) =>
    l10n.t("{0} is behind a proxy that requires its own sign-in, which is not supported.", server),
  forbidden: (server) =>
    l10n.t("{0} refused the request (HTTP 403). A firewall or proxy may be in the way.", server),
  serverCrashed: (server) => l10n.t("{0} failed to process the request (HTTP 500).", server),
  tooLarge: (server) =>
    l10n.t("{0} sent a response larger than komari.maxResponseSize allows.", server),
  requestTooLarge: (server) => l10n.t("{0} does not accept requests of this size.", server),
  busy: (server, { data }) =>
    data?.retryAfterMs === undefined
      ? l10n.t("{0} is busy. Try again in a moment.", server)
      : l10n.t("{0} is busy. Try again in {1}.", server, waitText(data.retryAfterMs)),
  malformed: (server) => l10n.t("{0} sent an invalid response.", server),
  installing: (server) => l10n.t("{0} is not set up yet. Finish its setup in a browser.", server),
  migrating: (server) =>
    l10n.t(
      "{0} is waiting for its administrator to finish a database migration or recovery.",
      server,
    ),
  disposed: (server) => l10n.t("{0} was disconnected.", server),
  tooOld: (server, { data }) =>
    data?.version !== undefined && isBeforeRpc(data.version)
      ? l10n.t("{0} runs Komari {1}. Version 1.0.7 or later is required.", server, data.version)
      : l10n.t(
          "{0} does not offer RPC. It may be older than 1.0.7, or a proxy blocks /api/rpc2.",
          server,
        ),
  privateSite: (server) => l10n.t("{0} is private. Sign in to see it.", server),
  signInMissing: (server) =>
    l10n.t("{0} needs you to sign in again: your sign-in is not on this computer.", server),
  signInUnreadable: (server) =>
    l10n.t("{0} needs you to sign in again: your saved sign-in cannot be read.", server),
  signInPending: (server) =>
    l10n.t(
      "{0} is shown as to a guest: the secret storage has not returned your sign-in yet.",
      server,
    ),
  keyRejected: (server) => l10n.t("{0} rejected the API key.", server),
  signedOut: (server) => l10n.t("{0} no longer accepts your sign-in.", server),
  permissionDenied: (server) => l10n.t("{0} does not allow this for your role.", server),
  signInRequired: (server) => l10n.t("{0} requires you to sign in.", server),
  secondFactor: (server) => l10n.t("{0} requires a valid two-factor code for this.", server),
  methodMissing: (server) =>
    l10n.t("{0} does not support this. The server may be outdated.", server),
  invalidParams: (server) => l10n.t("{0} rejected the parameters", server),
  notFound: (server) => l10n.t("{0} could not find what was requested", server),
  alreadyExists: (server) => l10n.t("{0} reported that this already exists", server),
  outOfRange: (server) => l10n.t("{0} rejected a value that is out of range", server),
  serverError: (server) => l10n.t("{0} reported an internal error", server),
  serverTimeout: (server) => l10n.t("{0} timed out while processing the request", server),
  serverCanceled: (server) => l10n.t("{0} canceled the request", server),
  conflict: (server) => l10n.t("{0} aborted the request because of a conflict", server),
  notImplemented: (server) => l10n.t("{0} does not implement this", server),
  unavailable: (server) => l10n.t("{0} cannot do this right now", server),
  dataLoss: (server) => l10n.t("{0} reported lost or damaged data", server),
  agentOffline: () => l10n.t("The agent of this node is offline."),
  agentOutdated: () => l10n.t("The agent of this node does not support this. Update the agent."),
  agentTimeout: () => l10n.t("The agent of this node did not respond in time."),
  agentDenied: () => l10n.t("The agent of this node was denied access"),
  remote: (server) => l10n.t("{0} returned an error", server),
  unexpected: () => l10n.t("Something went wrong. See the Komari log."),
};

const remedies: Record<ProblemCode, Remedy | undefined> = {
  unreachable: "reconnect",
  certificate: "edit",
  timeout: "reconnect",
  aborted: undefined,
  connectionLost: "reconnect",
  notRpcEndpoint: "edit",
  proxyUnauthorized: "showLog",
  forbidden: "showLog",
  serverCrashed: "showLog",
  tooLarge: "maxResponseSize",
  requestTooLarge: undefined,
  busy: "reconnect",
  malformed: "showLog",
  installing: "openDashboard",
  migrating: "openDashboard",
  disposed: undefined,
  tooOld: "openDashboard",
  privateSite: "signIn",
  signInMissing: "signIn",
  signInUnreadable: "signIn",
  signInPending: "signIn",
  keyRejected: "signIn",
  signedOut: "signIn",
  permissionDenied: "signIn",
  signInRequired: "signIn",
  secondFactor: undefined,
  methodMissing: "showLog",
  invalidParams: undefined,
  notFound: undefined,
  alreadyExists: undefined,
  outOfRange: undefined,
  serverError: "showLog",
  serverTimeout: undefined,
  serverCanceled: undefined,
  conflict: undefined,
  notImplemented: undefined,
  unavailable: undefined,
  dataLoss: "showLog",
  agentOffline: undefined,
  agentOutdated: undefined,
  agentTimeout: undefined,
  agentDenied: undefined,
  remote: "showLog",
  unexpected: "showLog",
};

/** For the text only. On newer versions without RPC something else blocks it; some forks with RPC are 0.x. */
function isBeforeRpc(version: string): boolean {
  return /^v?1\.0\.[0-6](?!\d)/.test(version);
}

/** With the server's own words, which are untrusted: one line, not endless. */
function quote(sentence: string, { data }: Problem): string {
  const words = clip(singleLine(data?.remote?.message ?? "").trim(), maxQuoteLength);
  return words === "" ? l10n.t("{0}.", sentence) : l10n.t("{0}: {1}", sentence, words);
}
