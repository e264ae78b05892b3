import { type IncomingHttpHeaders } from "node:http";
import { isRecord, parseJson } from "../util/json";
import { type BodyFilter } from "./bodyFilter";
import { type LocalErrorCode, type ResponseFacts } from "./errors";
import { type Failure } from "./failure";
import { parseMessages, type Reply } from "./message";
import { readRetryAfter } from "./retryAfter";
import { fateOfStatus } from "./statusFate";

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The media type alone, in lower case; empty when the server names none. */
  readonly contentType: string;
  readonly body: string;
  /** What the body went through, of which it is what remained. */
  readonly filter?: BodyFilter | undefined;
}

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

/** What an HTTP answer at the RPC address means, be it to a POST or to an upgrade. */
export function classifyAnswer(answer: HttpAnswer): Verdict {
  const verdict = classifyStatus(answer);
  if (verdict.kind !== "failed") return verdict;
  const response = responseFacts(answer);
  const fate = response.isSignInPage ? "refused" : fateOfStatus(answer.status);
  const failure: Failure = { ...verdict.failure, response, fate };
  const retryAfterMs = readRetryAfter(answer.headers);
  if (retryAfterMs === undefined) return { kind: "failed", failure };
  // A server that says when to come back is busy, not gone.
  const busy = answer.status === 503 ? ({ code: "busy", fate: "refused" } as const) : undefined;
  return { kind: "failed", failure: { ...failure, ...busy, retryAfterMs } };
}

function classifyStatus(answer: HttpAnswer): Verdict {
  const errors = errorsIn(answer);
  if (errors !== undefined) return { kind: "replies", replies: errors };
  switch (answer.status) {
    case 200:
    case 400:
    case 500:
      return classifyBody(answer);
    case 401:
      return failed(isFromProxy(answer) ? "proxyUnauthorized" : "unauthorized", "HTTP 401");
    case 407:
      return failed("proxyUnauthorized", "HTTP 407");
    case 403:
      return failed("forbidden", "HTTP 403");
    case 404:
      return failed(guideModeOf(answer.body) ?? "notRpcEndpoint", "HTTP 404");
    case 408:
      return failed("unreachable", "HTTP 408");
    // The bodies of these are empty or arbitrary.
    case 413:
    case 414:
    case 431:
      return failed("requestTooLarge", `HTTP ${answer.status}`);
    case 429:
      return failed("busy", "HTTP 429");
    default:
      // 501: a server of files, which takes no POST; the others may pass.
      return answer.status > 501
        ? failed("unreachable", `HTTP ${answer.status}`)
        : failed("notRpcEndpoint", describe(answer));
  }
}

function responseFacts(answer: HttpAnswer): ResponseFacts {
  const { status, headers, body } = answer;
  const [authScheme = ""] = (headers["www-authenticate"] ?? "").trim().toLowerCase().split(/[\s,]/);
  return {
    status,
    isFromProxy: isFromProxy(answer),
    isEmpty: body.trim() === "",
    authScheme: authScheme === "" ? undefined : authScheme.slice(0, maxWord),
    redirectOrigin: status >= 300 && status < 400 ? originOf(headers.location) : undefined,
    isSignInPage: isMarkup(answer) && asksToSignIn.test(body.slice(0, maxPageStart)),
    wantsTls: status === 400 && saysTls.test(body.slice(0, maxPageStart)),
  };
}

/** Komari answers in JSON or in a few plain words, asks for no HTTP authentication, and knows no status above 501. */
function isFromProxy(answer: HttpAnswer): boolean {
  const { status, headers, body } = answer;
  const value = parseJson(body);
  const asks = status === 407 || headers["www-authenticate"] !== undefined;
  if (isMarkup(answer) || asks) return true;
  if (status === 401) return body.trim() !== "" && !isRefusal(value);
  return status > 501 && !isRecord(value);
}

/** Komari's own words: gateways have JSON of another shape. */
function isRefusal(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return (typeof value.status === "string" && "message" in value) || isRecord(value.error);
}

/** Of a header, which may be much longer than any scheme or media type is. */
const maxWord = 100;

/** No name of a host is longer. */
const maxOrigin = 300;

/** Enough of a page to see what it says. */
const maxPageStart = 50_000;

const asksToSignIn = /type\s*=\s*["']?password|<title>[^<]*(?:sign[ -]?in|log[ -]?in|登录|登入)/i;

/** Go's and nginx's words to HTTP on a port for HTTPS. */
const saysTls = /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)/i;

/** For these, the HTTP status says more than an error object in the body. */
const saysEnough: ReadonlySet<number> = new Set([401, 413, 429]);

/** Some servers repeat the code of an error in the HTTP status; its message is still in the body. */
function errorsIn(answer: HttpAnswer): readonly Reply[] | undefined {
  if (answer.status < 400 || saysEnough.has(answer.status)) return undefined;
  const replies = repliesIn(answer);
  return replies?.some(({ ok }) => !ok) === true ? replies : undefined;
}

function classifyBody(answer: HttpAnswer): Verdict {
  const replies = repliesIn(answer);
  if (replies !== undefined) return { kind: "replies", replies };
  if (answer.status === 500) return failed("serverCrashed", describe(answer));
  if (answer.status === 400 && isRefusedUpgrade(answer.body)) return { kind: "postImpossible" };
  const saysJson = answer.status === 200 && answer.contentType === "application/json";
  const garbled = saysJson && !isMarkup(answer) && parseJson(answer.body) === undefined;
  return failed(garbled ? "malformed" : "notRpcEndpoint", describe(answer));
}

function repliesIn(answer: HttpAnswer): readonly Reply[] | undefined {
  return isMarkup(answer) ? undefined : parseMessages(answer.body);
}

function isMarkup({ contentType, body }: HttpAnswer): boolean {
  return contentType === "text/html" || body.startsWith("<");
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
function describe({ status, contentType, body, headers }: HttpAnswer): string {
  const kind = contentType === "" ? "no content type" : contentType.slice(0, maxWord);
  const target =
    headers.location === undefined
      ? ""
      : `, redirects to ${originOf(headers.location) ?? "another path"}`;
  return `HTTP ${status}, ${kind}, ${body.length} characters${target}`;
}

/** Undefined: it stays on the same host, or names none that can be. */
function originOf(location: string | undefined): string | undefined {
  if (location === undefined || !URL.canParse(location)) return undefined;
  const { origin } = new URL(location);
  return origin.length > maxOrigin ? undefined : origin;
}
