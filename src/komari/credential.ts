import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";

/** How a server is asked to know us. The password of a login is never kept, only its session. */
export type Credential =
  | {
      readonly kind: "guest";
      /** There should be a sign-in; absent: a guest on purpose. */
      readonly lost?: LostSignIn;
    }
  | { readonly kind: "apiKey"; readonly apiKey: string }
  | {
      readonly kind: "session";
      /** The value of the cookie `session_token`. */
      readonly token: string;
      readonly username?: string;
    };

/**
 * Why a sign-in cannot be used: `missing` here, as where settings were copied without secrets; `unreadable`;
 * or `pending`, where the keychain has not answered yet.
 */
type LostSignIn = "missing" | "unreadable" | "pending";

export function isSameCredential(a: Credential, b: Credential): boolean {
  return isDeepStrictEqual(a, b);
}

export const sessionCookie = "session_token";

/** The headers that carry the credential; to be sent to its own server and nowhere else. */
export function credentialHeaders(credential: Credential): Record<string, string> {
  switch (credential.kind) {
    case "guest":
      return {};
    case "apiKey":
      return { Authorization: `Bearer ${headerBytes(credential.apiKey)}` };
    case "session":
      return { Cookie: `${sessionCookie}=${headerBytes(credential.token)}` };
  }
}

/** A key may hold any text; the server compares bytes, which Node wants as one character each. */
function headerBytes(value: string): string {
  return Buffer.from(value, "utf8").toString("latin1");
}

export type CredentialProblem =
  /** Nothing was typed. */
  | "empty"
  /** White space or control characters inside, which no header can carry. */
  | "characters"
  /** Cookies were pasted, but `session_token` is not among them. */
  | "noSessionToken";

type ParsedSecret<T> =
  | { readonly ok: true; readonly credential: T; readonly warning: "shortKey" | undefined }
  | { readonly ok: false; readonly problem: CredentialProblem };

type ApiKey = Extract<Credential, { kind: "apiKey" }>;
type SessionToken = Extract<Credential, { kind: "session" }>;

/** Since 1.2.6 servers silently ignore shorter keys, as their REST API always did. */
export const minApiKeyLength = 12;

/** An API key as typed, or pasted with the header around it. */
export function parseApiKey(text: string): ParsedSecret<ApiKey> {
  const apiKey = text.trim().replace(/^(?:authorization:\s*)?bearer\s+/i, "");
  const problem = problemIn(apiKey);
  if (problem !== undefined) return { ok: false, problem };
  const warning = Buffer.byteLength(apiKey) < minApiKeyLength ? "shortKey" : undefined;
  return { ok: true, credential: { kind: "apiKey", apiKey }, warning };
}

/** A session cookie as browsers show it: its value, `session_token=…`, or a whole Cookie header. */
export function parseSessionCookie(text: string): ParsedSecret<SessionToken> {
  const pasted = text.trim().replace(/^(?:set-)?cookie:\s*/i, "");
  const token = pasted.includes("=") ? sessionTokenIn(pasted) : pasted.replace(/;+$/, "");
  if (token === undefined) return { ok: false, problem: "noSessionToken" };
  const problem = /[;,"]/.test(token) ? "characters" : problemIn(token);
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, credential: { kind: "session", token }, warning: undefined };
}

/** The value of `session_token` in a Cookie or Set-Cookie header. */
export function sessionTokenIn(cookies: string): string | undefined {
  for (const cookie of cookies.split(";")) {
    const [name, ...value] = cookie.split("=");
    if (name?.trim() === sessionCookie) return value.join("=").trim();
  }
  return undefined;
}

function problemIn(secret: string): CredentialProblem | undefined {
  if (secret === "") return "empty";
  return /[\s\p{Cc}]/u.test(secret) ? "characters" : undefined;
}
