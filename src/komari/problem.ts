import {
  type Fate,
  type LocalErrorCode,
  type ResponseFacts,
  type RpcError,
  RpcLocalError,
  RpcRemoteError,
} from "../rpc/errors";
import { type Credential } from "./credential";
import { type RemoteProblemCode, remoteProblemCode } from "./remoteProblem";

/** What is wrong with a server or a call, one vocabulary for all of the extension. */
export type ProblemCode =
  /** Of the local ones, `unauthorized` never comes out: it is told apart by the credential. */
  | Exclude<LocalErrorCode, "unauthorized">
  /** Komari from before RPC2 (1.0.7), or one whose RPC does not answer. */
  | "tooOld"
  /** A guest at a site that wants a login. */
  | "privateSite"
  /** A guest whose sign-in is lost; see LostSignIn. */
  | "signInMissing"
  | "signInUnreadable"
  | "signInPending"
  /** The API key is wrong, or too short for this server. */
  | "keyRejected"
  /** The session is over: it expired, was logged out, or the password was changed. */
  | "signedOut"
  | RemoteProblemCode
  /** A bug on this side. */
  | "unexpected";

export interface Problem {
  readonly code: ProblemCode;
  /** For the log: English, without secrets; may quote the server's own words. */
  readonly detail: string;
  readonly cause?: unknown;
  readonly data?: ProblemData;
  /** Of a call that failed: whether it may have been carried out. */
  readonly fate?: Fate;
}

interface ProblemData {
  /** The version of a server that is too old, where it is known. */
  readonly version?: string;
  /** The server's own error. The message is untrusted text. */
  readonly remote?: { readonly code: number; readonly message: string };
  /** The pause that a busy server requests, if any. */
  readonly retryAfterMs?: number;
  /** The HTTP response in place of a JSON-RPC response. */
  readonly response?: ResponseFacts;
  /** See `RpcLocalError`. */
  readonly httpsUrl?: string;
}

/** A problem as an error, from where more is known than an RPC error can say. */
export class KomariProblemError extends Error {
  override readonly name = "KomariProblemError";
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`, { cause: problem.cause });
  }
}

/** What `error` says of a server that was asked with `credential`. */
export function problemOf(error: unknown, credential: Credential): Problem {
  if (error instanceof KomariProblemError) return error.problem;
  if (error instanceof RpcRemoteError) return problemOfRemote(error);
  if (error instanceof RpcLocalError) {
    const { detail, retryAfterMs, response, fate, httpsUrl } = error;
    const code = error.code === "unauthorized" ? refusalOf(credential) : error.code;
    const data: ProblemData = {
      ...(code === "busy" && retryAfterMs !== undefined && { retryAfterMs }),
      ...(response !== undefined && { response }),
      ...(httpsUrl !== undefined && { httpsUrl }),
    };
    return { code, detail, cause: error, fate, ...(Object.keys(data).length > 0 && { data }) };
  }
  return { code: "unexpected", detail: String(error), cause: error };
}

/** Problems that a sign-in ends. */
export const signInProblems = [
  "privateSite",
  "keyRejected",
  "signedOut",
  "signInMissing",
  "signInUnreadable",
  "signInPending",
] as const satisfies readonly ProblemCode[];
export type SignInProblem = (typeof signInProblems)[number];

/** What it means that a server does not honour the credential. */
export function refusalOf(credential: Credential): SignInProblem {
  switch (credential.kind) {
    case "guest":
      return credential.lost === undefined ? "privateSite" : lostProblems[credential.lost];
    case "apiKey":
      return "keyRejected";
    case "session":
      return "signedOut";
  }
}

const lostProblems = {
  missing: "signInMissing",
  unreadable: "signInUnreadable",
  pending: "signInPending",
} as const;

/** Whether the server refuses for want of rights, in any version's words. */
export function isPermissionError(error: unknown): error is RpcRemoteError {
  if (!(error instanceof RpcRemoteError)) return false;
  const code = remoteProblemCode(error);
  return code === "permissionDenied" || code === "signInRequired";
}

/** Whether the server or a proxy did not run the call because of its load. */
export function isBusy(error: unknown): error is RpcError {
  if (error instanceof RpcLocalError) return error.code === "busy";
  return error instanceof RpcRemoteError && remoteProblemCode(error) === "busy";
}

/** Whether the server does not let us in at all, or not to this call. */
export function isRefusal(error: unknown): boolean {
  const unauthorized = error instanceof RpcLocalError && error.code === "unauthorized";
  return unauthorized || isPermissionError(error);
}

/** The server has given up on the call, which may go on or be done. */
const unknownOutcome: ReadonlySet<RemoteProblemCode> = new Set([
  "serverTimeout",
  "serverCanceled",
  "agentTimeout",
]);

function problemOfRemote(error: RpcRemoteError): Problem {
  const { code, remoteMessage: message } = error;
  const meaning = remoteProblemCode(error);
  return {
    code: meaning,
    fate: unknownOutcome.has(meaning) ? "unknown" : "refused",
    detail: error.message,
    cause: error,
    data: { remote: { code, message } },
  };
}
