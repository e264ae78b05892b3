import {
  type Fate,
  type LocalErrorCode,
  type ResponseFacts,
  type RpcError,
  RpcLocalError,
  RpcRemoteError,
} from "./errors";
import { type RemoteErrorBody } from "./message";

/** A local error not made yet: see `outcomeToResult`. */
export interface Failure {
  readonly code: LocalErrorCode;
  /** For the log: English, no secrets. */
  readonly detail: string;
  readonly cause?: unknown;
  /** See `RpcLocalError`. */
  readonly retryAfterMs?: number | undefined;
  readonly response?: ResponseFacts | undefined;
  readonly fate?: Fate | undefined;
  readonly httpsUrl?: string | undefined;
}

/** The failure of a call that has not left. */
export function unsent(failure: Failure): Failure {
  return { ...failure, fate: "notSent" };
}

/** How a call ended. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: RemoteErrorBody }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Turns an outcome into what the caller gets. Call it in an async function, right after the await:
 * then the error is made inside the caller's own await chain and its stack names the caller, at no
 * cost to the calls that succeed (a stack taken for every call would nearly double its price).
 */
export function outcomeToResult(outcome: Outcome, method: string): unknown {
  if (outcome.ok) return outcome.result;
  throw outcomeToError(outcome, method);
}

function outcomeToError(outcome: Exclude<Outcome, { ok: true }>, method: string): RpcError {
  return "failure" in outcome
    ? toLocalError(outcome.failure)
    : toRemoteError(outcome.error, method);
}

export function toLocalError(failure: Failure): RpcLocalError {
  const { code, detail, cause, retryAfterMs, response, fate, httpsUrl } = failure;
  return new RpcLocalError(code, detail, {
    ...(cause !== undefined && { cause }),
    retryAfterMs,
    response,
    fate,
    httpsUrl,
  });
}

/** @param method the called method; undefined for a call in a batch. */
export function toRemoteError(
  { code, message, data }: RemoteErrorBody,
  method?: string,
): RpcRemoteError {
  return new RpcRemoteError(code, message, data, { method });
}

/** The error itself if it is one of ours; anything else is a bug or a throwing platform, told apart by its cause. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcLocalError || error instanceof RpcRemoteError) return error;
  return toLocalError(unexpected(error));
}

/** What `toLocalError` makes such an error of; anything else as in `toRpcError`. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof RpcLocalError)) return unexpected(error);
  const { code, detail, cause, retryAfterMs, response, fate, httpsUrl } = error;
  return { code, detail, cause, retryAfterMs, response, fate, httpsUrl };
}

function unexpected(cause: unknown): Failure {
  return { code: "malformed", detail: "unexpected failure", cause };
}

/** Params with cycles, bigints, or raw ones that are no JSON: a mistake of the caller, found before anything is sent. */
export function notEncodable(cause: unknown): Failure {
  const detail = "the parameters cannot be written as JSON";
  return unsent({ code: "malformed", detail, cause });
}
