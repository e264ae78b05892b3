import { isRecord, parseJson } from "../util/json";
import { httpsUrlOf } from "./endpoint";
import { type ResponseFacts } from "./errors";
import { type HttpResponse } from "./httpExchange";
import { isGatewayStatus } from "./statusFate";

/** What an HTTP response in place of a JSON-RPC response says of its sender. */
export function responseFacts(response: HttpResponse): ResponseFacts {
  const { status, headers, body } = response;
  const [authScheme = ""] = (headers["www-authenticate"] ?? "").trim().toLowerCase().split(/[\s,]/);
  const start = body.slice(0, maxPageStart);
  const redirect = redirectIn(response);
  return {
    status,
    isFromProxy: isFromProxy(response),
    authScheme: authScheme === "" ? undefined : authScheme.slice(0, maxScheme),
    isRedirect: status >= 300 && status < 400,
    redirectOrigin: redirect?.target?.origin,
    asksToSignIn:
      (isMarkup(response) && signInPage.test(start)) ||
      (redirect !== undefined && signInPath.test(redirect.place)),
    isChallenge:
      headers["cf-mitigated"] === "challenge" || (isMarkup(response) && challengePage.test(start)),
    wantsCertificate: status >= 400 && asksForCertificate.test(start),
    content: body.trim() === "" ? "empty" : isMarkup(response) ? "page" : "other",
  };
}

export function isMarkup({
  contentType,
  body,
}: Pick<HttpResponse, "contentType" | "body">): boolean {
  return contentType === "text/html" || body.trimStart().startsWith("<");
}

/** Komari answers in JSON or in a few plain words, asks for no HTTP authentication, and knows no status above 501. */
export function isFromProxy(response: HttpResponse): boolean {
  const { status, headers, body } = response;
  const value = parseJson(body);
  const asks = status === 407 || headers["www-authenticate"] !== undefined;
  if (isMarkup(response) || asks) return true;
  if (status === 401) return body.trim() !== "" && !isRefusal(value);
  return isGatewayStatus(status) && !isKomaris(value);
}

/** Komari's own words: gateways have JSON of another shape. */
function isRefusal(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (typeof value.status === "string" && "message" in value) || isRecord(value.error);
}

/** Its errors are `{"status":"error","message":…}`, or have an `error` in place of the message; gateways have other shapes. */
function isKomaris(body: unknown): boolean {
  if (!isRecord(body)) return false;
  const { status, error } = body;
  return typeof status === "string" || (status === undefined && error !== undefined);
}

/**
 * The base URL to use in place of `baseUrl`, where that is of HTTP and `answer` says that the same host requires HTTPS:
 * by a redirect, or from a port for HTTPS.
 */
export function httpsUrlIn(response: HttpResponse, baseUrl: string): string | undefined {
  const { protocol, hostname, port } = new URL(baseUrl);
  if (protocol !== "http:") return undefined;
  if (response.status === 400 && saysTls.test(response.body.slice(0, maxPageStart))) {
    return httpsUrlOf(baseUrl, port || "80");
  }
  const target = redirectIn(response)?.target;
  if (target?.protocol !== "https:" || target.hostname !== hostname) return undefined;
  return httpsUrlOf(baseUrl, target.port);
}

interface Redirect {
  readonly target: URL | undefined;
  /** Host and path: the rest may hold a token. */
  readonly place: string;
}

function redirectIn(response: HttpResponse): Redirect | undefined {
  const { location } = response.headers;
  if (!isRedirect(response) || location === undefined) return undefined;
  const target = hostIn(location);
  const place = target === undefined ? location.split(/[?#]/, 1)[0] : target.host + target.pathname;
  return { target, place: place?.slice(0, maxPlace) ?? "" };
}

/** Where a redirect leads to; undefined: it stays on the same host, or names none that can be. */
export function hostIn(location: string | undefined): URL | undefined {
  if (location === undefined || !URL.canParse(location)) return undefined;
  const url = new URL(location);
  return url.origin.length > maxOrigin ? undefined : url;
}

function isRedirect({ status }: HttpResponse): boolean {
  return status >= 300 && status < 400;
}

/** Of a header, which may be much longer than the name of any scheme is. */
const maxScheme = 100;

/** No name of a host is longer. */
const maxOrigin = 300;

/** Enough of a host and a path to see what they are. */
const maxPlace = 1_000;

/** Enough of a page to see what it says. */
const maxPageStart = 50_000;

const signInPage = /type\s*=\s*["']?password|<title>[^<]*(?:sign[ -]?in|log[ -]?in|登录|登入)/i;

/** Part of a host or a path. */
const signInPath =
  /(?:^|[./_-])(?:log-?[io]n|sign-?in|sso|oauth2?|oidc|openid|saml2?|auth(?:n|orize|enticate|elia)?|cas|accounts?|idp)(?:$|[./_-])/i;

/** nginx's words. */
const asksForCertificate = /(?:No required SSL certificate was sent|The SSL certificate error)/i;

const challengePage =
  /challenge-platform|cf-chl|captcha|turnstile|anubis_challenge|just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|人机验证|安全验证/i;

/** Go's, nginx's and Apache's words to HTTP on a port for HTTPS. */
const saysTls =
  /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)|speaking plain HTTP to an SSL-enabled/i;
