import { isRecord, parseJson } from "../util/json";
import { type LocalErrorCode } from "./errors";
import { type Failure } from "./failure";
import { type HttpAnswer } from "./httpExchange";
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
 * What an HTTP answer at the RPC address means, be it to a POST or to an upgrade.
 * @param baseUrl that of the endpoint.
 */
export function classifyAnswer(answer: HttpAnswer, baseUrl: string): Verdict {
  const verdict = classifyStatus(answer);
  if (verdict.kind !== "failed") return verdict;
  const response = responseFacts(answer);
  const { asksToSignIn, isChallenge } = response;
  const fate = asksToSignIn || isChallenge ? "refused" : fateOfStatus(answer.status);
  const httpsUrl = httpsUrlIn(answer, baseUrl);
  const failure: Failure = { ...verdict.failure, response, fate, httpsUrl };
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
    // The bodies of these are empty or arbitrary.
    case 413:
    case 414:
    case 431:
      return failed("requestTooLarge", `HTTP ${answer.status}`);
    case 429:
      return failed("busy", "HTTP 429");
    default:
      // 501: a server of files, which takes no POST; the others may pass.
      return isGatewayStatus(answer.status)
        ? failed("unreachable", `HTTP ${answer.status}`)
        : failed("notRpcEndpoint", describe(answer));
  }
}

/** Of a header, which may be much longer than any media type is. */
const maxWord = 100;

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
  const isGarbled = answer.status === 200 && looksLikeJson(answer) && !isJson(answer);
  return failed(isGarbled ? "malformed" : "notRpcEndpoint", describe(answer));
}

function looksLikeJson(answer: HttpAnswer): boolean {
  if (isMarkup(answer)) return false;
  return answer.contentType === "application/json" || /^\s*[[{]/.test(answer.body);
}

function isJson({ body }: HttpAnswer): boolean {
  return parseJson(body) !== undefined;
}

function repliesIn(answer: HttpAnswer): readonly Reply[] | undefined {
  return isMarkup(answer) ? undefined : parseMessages(answer.body);
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
      : `, redirects to ${hostIn(headers.location)?.origin ?? "another path"}`;
  return `HTTP ${status}, ${kind}, ${body.length} characters${target}`;
}
