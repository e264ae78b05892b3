import * as l10n from "@vscode/l10n";
import { type Problem, type ProblemCode } from "../../komari/problem";
import { type ResponseFacts } from "../../rpc/errors";
import { gatewayText } from "./gatewayText";
import { waitText } from "./waitText";

/** What the texts call the server. */
interface Names {
  /** At the start of a sentence. */
  readonly subject: string;
  /** Within one. */
  readonly server: string;
}

type Describe = (names: Names, response: ResponseFacts, problem: Problem) => string | undefined;

const describers: Partial<Record<ProblemCode, Describe>> = {
  notRpcEndpoint: foreignText,
  proxyUnauthorized: ({ server }, response) => unauthorizedText(server, response),
  forbidden: ({ server }, { isFromProxy }) => (isFromProxy ? forbiddenText(server) : undefined),
  unreachable: unavailableText,
  requestTooLarge: tooLargeText,
  busy: busyText,
  serverCrashed: ({ server }, { isFromProxy, status }) =>
    isFromProxy ? gatewayText(server, status) : undefined,
  malformed: ({ subject }, { content, status }) =>
    content === "empty" ? emptyText(subject, status) : garbledText(subject, status),
};

/**
 * A sentence or two about an HTTP response in place of a JSON-RPC response, that say who sent it; undefined: what is said of every
 * problem with this code is enough.
 * @param name of the server, as in `problemText`.
 */
export function responseText(
  name: string | undefined,
  problem: Problem,
  response: ResponseFacts,
): string | undefined {
  const names = {
    subject: name ?? l10n.t("The server"),
    server: name ?? l10n.t("the server"),
  };
  const { isChallenge, asksToSignIn, status } = response;
  if (isChallenge && !asksToSignIn) return challengeText(names.server, status);
  return describers[problem.code]?.(names, response, problem);
}

/** Texts for responses that are not RPC. */
function foreignText({ subject, server }: Names, response: ResponseFacts): string {
  const { status, asksToSignIn, isRedirect, content, isFromProxy, wantsCertificate } = response;
  if (asksToSignIn) return signInText(server, response);
  if (isRedirect) return redirectText(subject, response);
  switch (status) {
    case 404:
      return l10n.t(
        "{0} was not found at its URL (HTTP 404). Check the URL and its path, or the proxy in front of it.",
        subject,
      );
    case 405:
    case 501:
      return l10n.t(
        "{0} does not accept requests at this URL (HTTP {1}). Check the URL and its path.",
        subject,
        status,
      );
  }
  if (status < 300 && content === "empty") return emptyText(subject, status);
  if (wantsCertificate) return certificateText(server, status);
  if (status >= 400 && isFromProxy) return refusedText(server, status);
  return content === "page"
    ? l10n.t(
        "{0} responded with a web page (HTTP {1}), not as a Komari site. Check the URL and its path.",
        subject,
        status,
      )
    : l10n.t(
        "{0} responded with HTTP {1}, but not as a Komari site. Check the URL and its path.",
        subject,
        status,
      );
}

function redirectText(subject: string, { status, redirectOrigin }: ResponseFacts): string {
  return redirectOrigin === undefined
    ? l10n.t(
        "{0} redirects to another path (HTTP {1}). Check the URL and its path.",
        subject,
        status,
      )
    : l10n.t(
        "{0} redirects to {1} (HTTP {2}). If that is the same site, use that URL.",
        subject,
        redirectOrigin,
        status,
      );
}

/** Schemes of HTTP authentication, as they are written. */
const schemes: Readonly<Record<string, string>> = {
  basic: "Basic",
  bearer: "Bearer",
  digest: "Digest",
  kerberos: "Kerberos",
  negotiate: "Negotiate",
  ntlm: "NTLM",
};

function unauthorizedText(server: string, response: ResponseFacts): string {
  const { status, authScheme = "" } = response;
  if (status === 407) {
    return l10n.t(
      "The proxy of your network requires a sign-in (HTTP 407). Check the proxy settings of VS Code.",
    );
  }
  const scheme = Object.hasOwn(schemes, authScheme) ? schemes[authScheme] : undefined;
  if (scheme === undefined) return signInText(server, response);
  return l10n.t(
    "A proxy in front of {0} requires HTTP {1} authentication (HTTP {2}), which is not supported.",
    server,
    scheme,
    status,
  );
}

function signInText(server: string, { status, redirectOrigin }: ResponseFacts): string {
  return redirectOrigin === undefined
    ? l10n.t(
        "A proxy in front of {0} requires its own sign-in (HTTP {1}), which is not supported.",
        server,
        status,
      )
    : l10n.t(
        "A proxy in front of {0} requires a sign-in at {1} (HTTP {2}), which is not supported.",
        server,
        redirectOrigin,
        status,
      );
}

function challengeText(server: string, status: number): string {
  return l10n.t(
    "A proxy or firewall in front of {0} requires a check in a browser (HTTP {1}), which is not supported. Exempt /api/rpc2 from it.",
    server,
    status,
  );
}

function certificateText(server: string, status: number): string {
  return l10n.t(
    "A proxy in front of {0} requires a client certificate (HTTP {1}), which is not supported.",
    server,
    status,
  );
}

function refusedText(server: string, status: number): string {
  return l10n.t("A proxy in front of {0} refused the request (HTTP {1}).", server, status);
}

function forbiddenText(server: string): string {
  return l10n.t("A proxy or firewall in front of {0} refused the request (HTTP 403).", server);
}

function unavailableText(
  { subject, server }: Names,
  { status, isFromProxy }: ResponseFacts,
): string {
  return isFromProxy
    ? gatewayText(server, status)
    : l10n.t("{0} reports HTTP {1}.", subject, status);
}

function tooLargeText({ subject, server }: Names, { status, isFromProxy }: ResponseFacts): string {
  return isFromProxy
    ? l10n.t(
        "The request is larger than a proxy in front of {0} allows (HTTP {1}).",
        server,
        status,
      )
    : l10n.t("The request is larger than {0} allows (HTTP {1}).", subject, status);
}

function busyText(names: Names, response: ResponseFacts, { data }: Problem): string {
  const text =
    response.status === 503 ? unavailableText(names, response) : limitText(names, response);
  return data?.retryAfterMs === undefined
    ? l10n.t("{0} Try again in a moment.", text)
    : l10n.t("{0} Try again in {1}.", text, waitText(data.retryAfterMs));
}

function limitText({ subject, server }: Names, { status, isFromProxy }: ResponseFacts): string {
  return isFromProxy
    ? l10n.t("A proxy in front of {0} accepts no more requests for now (HTTP {1}).", server, status)
    : l10n.t("{0} accepts no more requests for now (HTTP {1}).", subject, status);
}

function emptyText(subject: string, status: number): string {
  return l10n.t("{0} sent an empty response (HTTP {1}).", subject, status);
}

function garbledText(subject: string, status: number): string {
  return l10n.t("{0} sent a response that is cut off or garbled (HTTP {1}).", subject, status);
}
