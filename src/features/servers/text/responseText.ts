import * as l10n from "@vscode/l10n";
import { type ProblemCode } from "../../../komari/problem";
import { type ResponseFacts } from "../../../rpc/errors";

/**
 * A sentence or two about an HTTP response in place of an answer, that say who sent it; undefined: what is said of every
 * problem with this code is enough.
 * @param name of the server, as in `problemText`.
 */
export function responseText(
  name: string | undefined,
  code: ProblemCode,
  response: ResponseFacts,
): string | undefined {
  const { status, isFromProxy, redirectOrigin, isSignInPage, wantsTls } = response;
  const subject = name ?? l10n.t("The server");
  const server = name ?? l10n.t("the server");
  if (wantsTls) return l10n.t("{0} requires HTTPS. Change its URL to https://.", subject);
  if (code === "notRpcEndpoint") {
    if (redirectOrigin !== undefined) return redirectText(subject, redirectOrigin);
    return isSignInPage ? signInText(server, status) : undefined;
  }
  if (code === "proxyUnauthorized") return unauthorizedText(server, response);
  if (code === "unreachable" && isFromProxy) return gatewayText(server, status);
  if (code === "requestTooLarge" && isFromProxy) {
    return l10n.t(
      "The request is larger than a proxy in front of {0} allows (HTTP {1}).",
      server,
      status,
    );
  }
  return undefined;
}

function redirectText(server: string, origin: string): string {
  return l10n.t(
    "{0} redirects to {1}. If that is the same site, use that URL; if it is a sign-in page of a proxy, that is not supported.",
    server,
    origin,
  );
}

function unauthorizedText(server: string, { status, authScheme }: ResponseFacts): string {
  if (authScheme !== "basic") return signInText(server, status);
  return l10n.t(
    "A proxy in front of {0} requires HTTP Basic authentication, which is not supported.",
    server,
  );
}

function signInText(server: string, status: number): string {
  return l10n.t(
    "A proxy in front of {0} requires its own sign-in (HTTP {1}), which is not supported.",
    server,
    status,
  );
}

function gatewayText(server: string, status: number): string {
  switch (status) {
    case 502:
      return l10n.t("A proxy in front of {0} cannot reach it (HTTP 502).", server);
    case 503:
      return l10n.t("A proxy in front of {0} reports it as unavailable (HTTP 503).", server);
    case 504:
      return l10n.t("A proxy in front of {0} got no response from it in time (HTTP 504).", server);
    default:
      // 520 to 530 are those of a CDN.
      return l10n.t("A proxy in front of {0} reports HTTP {1}.", server, status);
  }
}
