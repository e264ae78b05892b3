import { maxRetryAfterMs, retryAfterOf } from "../rpc/backoff";
import { RpcLocalError, RpcRemoteError } from "../rpc/errors";
import { toRpcError } from "../rpc/failure";
import { isBusy } from "./problem";

/** JSON-RPC's codes for params, requests and messages that a server does not take. */
const refusedCodes: ReadonlySet<number> = new Set([-32602, -32600, -32700]);

/** Whether a request that failed so may succeed with fewer items in it, or in its response. */
export function isTooLarge(error: unknown): boolean {
  // Some servers say with a code of these that they are busy.
  if (isBusy(error)) return false;
  if (error instanceof RpcRemoteError) return refusedCodes.has(error.code);
  return (
    error instanceof RpcLocalError &&
    (error.code === "tooLarge" || error.code === "requestTooLarge")
  );
}

/** The pause that the server asks for, in milliseconds, an hour at most; undefined: it asks for none. */
export function retryAfter(error: unknown): number | undefined {
  const pauseMs = retryAfterOf(toRpcError(error));
  return pauseMs === undefined ? undefined : Math.min(pauseMs, maxRetryAfterMs);
}
