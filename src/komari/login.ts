import { type Endpoint } from "../rpc/endpoint";
import { RpcLocalError } from "../rpc/errors";
import { toLocalError } from "../rpc/failure";
import { classifyResponse } from "../rpc/classifyResponse";
import { type HttpResponse, httpRequest } from "../rpc/httpRequest";
import { readRetryAfter } from "../rpc/retryAfter";
import { isRecord, parseJson } from "../util/json";
import { credentialHeaders, sessionCookie, sessionTokenIn } from "./credential";
import { text } from "./decode/primitives";
import { asksForSecondFactor } from "./twoFactor";

export interface LoginRequest {
  readonly username: string;
  readonly password: string;
  /** The code of the second factor; blank or absent: none. */
  readonly code?: string | undefined;
}

export type LoginRefusal =
  | "invalidCredentials"
  /** The account has a second factor: ask for its code and try again. */
  | "codeRequired"
  | "codeInvalid"
  /** The server takes OAuth logins only. */
  | "passwordLoginDisabled"
  /** User name or password is missing. */
  | "incomplete"
  /** The server accepts no further attempts for a while (HTTP 429); wrong codes count too. */
  | "tooManyAttempts";

export type LoginResult =
  | { readonly ok: true; readonly token: string }
  | {
      readonly ok: false;
      readonly reason: LoginRefusal;
      /** The time until the next attempt, if the server says so. */
      readonly retryAfterMs?: number;
    };

const timeoutMs = 15_000;

/**
 * POST /api/login. The token is that of the session cookie; it lives 30 days. Every login may send
 * the administrator a notification, and too many of them lock the account for a while: so
 * this runs only when the user signs in, and is never retried automatically.
 * Rejects with RpcLocalError where there is no login to be had: unreachable, HTML, installing…
 */
export async function login(
  endpoint: Endpoint,
  request: LoginRequest,
  signal?: AbortSignal,
): Promise<LoginResult> {
  const code = request.code?.trim() ?? "";
  const body = JSON.stringify({
    username: request.username,
    password: request.password,
    ...(code === "" ? {} : { "2fa_code": code }),
  });
  // Without what is known of an earlier session: this one replaces it.
  const place: Endpoint = { ...endpoint, headers: () => ({}) };
  const response = await httpRequest(place, {
    method: "POST",
    path: "/api/login",
    body,
    timeoutMs,
    signal,
  });
  if (response.status === 429) return throttled(response);
  const token = tokenIn(response);
  if (token !== undefined) return { ok: true, token };
  const reason = refusalIn(response, code !== "");
  if (reason !== undefined) return { ok: false, reason };
  throw unexpected(response, endpoint);
}

/** Ends a session at the server. The server answers the same whether there was one or not. */
export async function logout(
  endpoint: Endpoint,
  token: string,
  signal?: AbortSignal,
): Promise<void> {
  const headers = () => credentialHeaders({ kind: "session", token });
  const place: Endpoint = { ...endpoint, headers };
  await httpRequest(place, { method: "GET", path: "/api/logout", timeoutMs, signal });
}

function throttled({ headers }: HttpResponse): LoginResult {
  const retryAfterMs = readRetryAfter(headers);
  const reason = "tooManyAttempts";
  return { ok: false, reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** In the body, `data.set-cookie.session_token`, or else in the Set-Cookie header itself. */
function tokenIn({ status, headers, body }: HttpResponse): string | undefined {
  if (status !== 200) return undefined;
  const response = parseJson(body);
  const data = isRecord(response) ? response.data : undefined;
  const cookies = isRecord(data) ? data["set-cookie"] : undefined;
  const token = isRecord(cookies) ? text(cookies[sessionCookie]) : undefined;
  return token ?? headers["set-cookie"]?.map(sessionTokenIn).find((value) => Boolean(value));
}

/** Only the API's own responses count: a proxy in front has refusals of its own. */
function refusalIn({ status, body }: HttpResponse, withCode: boolean): LoginRefusal | undefined {
  const response = parseJson(body);
  const message =
    isRecord(response) && response.status === "error" ? text(response.message) : undefined;
  if (message === undefined) return undefined;
  if (status === 400) return "incomplete";
  if (status === 403) return "passwordLoginDisabled";
  if (status !== 401) return undefined;
  if (!asksForSecondFactor(message)) return "invalidCredentials";
  return withCode ? "codeInvalid" : "codeRequired";
}

function unexpected(response: HttpResponse, { baseUrl }: Endpoint): RpcLocalError {
  const verdict = classifyResponse(response, baseUrl);
  if (verdict.kind === "failed") return toLocalError(verdict.failure);
  return new RpcLocalError("malformed", `login: HTTP ${response.status} without a session`);
}
