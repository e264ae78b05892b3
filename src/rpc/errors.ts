/**
 * Why a call failed before a JSON-RPC response was had. `detail` of the error says more, for the log;
 * the sentence for people is made from the code elsewhere.
 */
export const localErrorCodes = [
  /** No connection: name not found, refused, reset, network down, proxy gave 502/503/504. */
  "unreachable",
  /** The server's TLS certificate is not accepted. */
  "certificate",
  /** No answer within the call's time. */
  "timeout",
  /** The caller gave up. */
  "aborted",
  /** The socket closed while the call was waiting; it may or may not have run. */
  "connectionLost",
  /** Something answers, but not Komari's RPC: HTML, 404, a login page of a proxy. */
  "notRpcEndpoint",
  /** HTTP 401: private site, or credentials not accepted. */
  "unauthorized",
  /** HTTP 401 of something in front of the server, or 407 of a proxy on our side, which wants a sign-in of its own. */
  "proxyUnauthorized",
  /** HTTP 403: the server or a proxy refuses this client (Origin, firewall). */
  "forbidden",
  /** HTTP 500 with nothing to read: the method crashed; not an outage. */
  "serverCrashed",
  /** The answer exceeds the size limit. */
  "tooLarge",
  /** The request exceeds a limit of the server or a proxy (HTTP 413): nothing was run. */
  "requestTooLarge",
  /** The server or a proxy wants fewer requests for now (HTTP 429, or 503 with `Retry-After`): nothing was run. */
  "busy",
  /** A response that is not JSON-RPC. */
  "malformed",
  /** The server waits for its first-run installation. */
  "installing",
  /** The server is migrating or recovering its database. */
  "migrating",
  /** The client was disposed. */
  "disposed",
] as const;
export type LocalErrorCode = (typeof localErrorCodes)[number];

/** What is known of a call that failed: whether it may have been carried out. */
export type Fate =
  /** It has not left: it waited for its turn, for a connection, or for a pause of the server to end. */
  | "notSent"
  /** It was answered, and not carried out. */
  | "refused"
  /** It was sent, and may have been carried out. */
  | "unknown";

/** The HTTP response in place of a JSON-RPC response. Untrusted. */
export interface ResponseFacts {
  readonly status: number;
  /** Whether something in front of the server wrote it: a page, or a status that Komari does not send. */
  readonly isFromProxy: boolean;
  /** Of `WWW-Authenticate`, in lower case: "basic". */
  readonly authScheme: string | undefined;
  readonly isRedirect: boolean;
  /** Scheme and host that it redirects to; undefined: none, or the same host. */
  readonly redirectOrigin: string | undefined;
  /** A page that asks to sign in, or a redirect to one. */
  readonly asksToSignIn: boolean;
  /** A page that wants to see a browser, or a person. */
  readonly isChallenge: boolean;
  /** A certificate of the client is missing. */
  readonly wantsCertificate: boolean;
  /** Nothing in an empty one says who wrote it. */
  readonly content: "empty" | "page" | "other";
}

interface LocalErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | undefined;
  readonly response?: ResponseFacts | undefined;
  readonly fate?: Fate | undefined;
  readonly httpsUrl?: string | undefined;
}

/** A call that failed on this side or on the way. */
export class RpcLocalError extends Error {
  override readonly name = "RpcLocalError";
  /** The pause that the server requests, from this error on; undefined: none. */
  readonly retryAfterMs: number | undefined;
  /** The HTTP response that made the call fail; undefined: there was none. */
  readonly response: ResponseFacts | undefined;
  /** The base URL to use in place of one of HTTP, where the same host requires HTTPS. */
  readonly httpsUrl: string | undefined;
  /** "unknown" unless more is known. */
  readonly fate: Fate;
  constructor(
    readonly code: LocalErrorCode,
    /** For the log, in English, without secrets. */
    readonly detail: string,
    options?: LocalErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.retryAfterMs = options?.retryAfterMs;
    this.response = options?.response;
    this.fate = options?.fate ?? "unknown";
    this.httpsUrl = options?.httpsUrl;
  }
}

/** Enough of a server's own words for the log, where stacks repeat them. */
const maxQuoteLength = 500;

interface RemoteErrorOptions extends ErrorOptions {
  readonly method?: string | undefined;
}

/** The server answered with a JSON-RPC error object. */
export class RpcRemoteError extends Error {
  override readonly name = "RpcRemoteError";
  /** The called method; undefined in a batch. */
  readonly method: string | undefined;
  constructor(
    readonly code: number,
    /** The server's own words: untrusted text. */
    readonly remoteMessage: string,
    readonly data: unknown,
    options?: RemoteErrorOptions,
  ) {
    super(`${code}: ${remoteMessage.slice(0, maxQuoteLength)}`, options);
    this.method = options?.method;
  }
}

export type RpcError = RpcLocalError | RpcRemoteError;
