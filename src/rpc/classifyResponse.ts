import { isRecord, parseJson } from "../util/json";
import { type LocalErrorCode } from "./errors";
import { type Failure } from "./failure";
import { type HttpResponse } from "./httpExchange";
import { parseMessages, type Reply } from "./message";
import { hostIn, httpsUrlIn, isFromProxy, isMarkup, responseFacts } from "./responseFacts";
import { readRetryAfter } from "./retryAfter";
import { fateOfStatus, isGatewayStatus } from "./statusFate";

export type Verdict =
  | { readonly kind: "replies"; readonly replies: readonly Reply[] }
  /** The server mistook a POST for an upgrade (1.0.7 behind its documented nginx): nothing was run. */
  | { readonly kind: "postImpossible" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** The API's words while it is not there yet; a status code would not tell which. */
const guideModes: Readonly<Record<string, LocalErrorCode>> = {
  "Not found in install mode": "installing",
  "Not found in database migration mode": "migrating",
  "Not found in database recovery mode": "migrating",
};

/**
 * What an HTTP response at the RPC address means, be it to a POST or to an upgrade.
 * @param baseUrl that of the endpoint.
 */
export function classifyResponse(httpResponse: HttpResponse, baseUrl: string): Verdict {
  const verdict = classifyStatus(httpResponse);
  if (verdict.kind !== "failed") return verdict;
  const response = responseFacts(httpResponse);
  const { asksToSignIn, isChallenge } = response;
  const fate = asksToSignIn || isChallenge ? "refused" : fateOfStatus(httpResponse.status);
  const httpsUrl = httpsUrlIn(httpResponse, baseUrl);
  const failure: Failure = { ...verdict.failure, response, fate, httpsUrl };
  const retryAfterMs = readRetryAfter(httpResponse.headers);
  if (retryAfterMs === undefined) return { kind: "failed", failure };
  // A server that says when to come back is busy, not gone.
  const busy =
    httpResponse.status === 503 ? ({ code: "busy", fate: "refused" } as const) : undefined;
  return { kind: "failed", failure: { ...failure, ...busy, retryAfterMs } };
}

function classifyStatus(httpResponse: HttpResponse): Verdict {
  const errors = errorsIn(httpResponse);
  if (errors !== undefined) return { kind: "replies", replies: errors };
  switch (httpResponse.status) {
    case 200:
    case 400:
    case 500:
      return classifyBody(httpResponse);
    case 401:
      return failed(isFromProxy(httpResponse) ? "proxyUnauthorized" : "unauthorized", "HTTP 401");
    case 407:
      return failed("proxyUnauthorized", "HTTP 407");
    case 403:
      return failed("forbidden", "HTTP 403");
    case 404:
      return failed(guideModeOf(httpResponse.body) ?? "notRpcEndpoint", "HTTP 404");
    // The bodies of these are empty or arbitrary.
    case 413:
    case 414:
    case 431:
      return failed("requestTooLarge", `HTTP ${httpResponse.status}`);
    case 429:
      return failed("busy", "HTTP 429");
    default:
      // 501: a server of files, which takes no POST; the others may pass.
      return isGatewayStatus(httpResponse.status)
        ? failed("unreachable", `HTTP ${httpResponse.status}`)
        : failed("notRpcEndpoint", describe(httpResponse));
  }
}

/** Of a header, which may be much longer than any media type is. */
const maxWord = 100;

/** For these, the HTTP status says more than an error object in the body. */
const saysEnough: ReadonlySet<number> = new Set([401, 413, 429]);

/** Some servers repeat the code of an error in the HTTP status; its message is still in the body. */
function errorsIn(httpResponse: HttpResponse): readonly Reply[] | undefined {
  if (httpResponse.status < 400 || saysEnough.has(httpResponse.status)) return undefined;
  const replies = repliesIn(httpResponse);
  return replies?.some(({ ok }) => !ok) === true ? replies : undefined;
}

function classifyBody(httpResponse: HttpResponse): Verdict {
  const replies = repliesIn(httpResponse);
  if (replies !== undefined) return { kind: "replies", replies };
  if (httpResponse.status === 500) return failed("serverCrashed", describe(httpResponse));
  if (httpResponse.status === 400 && isRefusedUpgrade(httpResponse.body))
    return { kind: "postImpossible" };
  const isGarbled =
    httpResponse.status === 200 && looksLikeJson(httpResponse) && !isJson(httpResponse);
  return failed(isGarbled ? "malformed" : "notRpcEndpoint", describe(httpResponse));
}

function looksLikeJson(httpResponse: HttpResponse): boolean {
  if (isMarkup(httpResponse)) return false;
  return httpResponse.contentType === "application/json" || /^\s*[[{]/.test(httpResponse.body);
}

function isJson({ body }: HttpResponse): boolean {
  return parseJson(body) !== undefined;
}

function repliesIn(httpResponse: HttpResponse): readonly Reply[] | undefined {
  return isMarkup(httpResponse) ? undefined : parseMessages(httpResponse.body);
}

function isRefusedUpgrade(body: string): boolean {
  const value = parseJson(body);
  if (!isRecord(value)) return false;
  const { error } = value;
  return typeof error === "string" && error.startsWith("Failed to upgrade to WebSocket");
}

function guideModeOf(body: string): LocalErrorCode | undefined {
  const value = parseJson(body);
  if (!isRecord(value)) return undefined;
  const { message } = value;
  return typeof message === "string" && Object.hasOwn(guideModes, message)
    ? guideModes[message]
    : undefined;
}

function failed(code: LocalErrorCode, detail: string): Verdict {
  return { kind: "failed", failure: { code, detail } };
}

/** For the log: of a redirect only its origin, for the rest may hold a token. */
function describe({ status, contentType, body, headers }: HttpResponse): string {
  const kind = contentType === "" ? "no content type" : contentType.slice(0, maxWord);
  const target =
    headers.location === undefined
      ? ""
      : `, redirects to ${hostIn(headers.location)?.origin ?? "another path"}`;
  return `HTTP ${status}, ${kind}, ${body.length} characters${target}`;
}
