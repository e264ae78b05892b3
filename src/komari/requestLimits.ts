import { maxRetryAfterMs, retryAfterOf } from "../rpc/backoff";
import { RpcLocalError, RpcRemoteError } from "../rpc/errors";
import { toRpcError } from "../rpc/failure";
import { isBusy } from "./problem";

/** JSON-RPC's codes for invalid params, requests and messages. */
const refusedCodes: ReadonlySet<number> = new Set([-32602, -32600, -32700]);

/** Whether a failed request may succeed with fewer items in it or in its response. */
export function isTooLarge(error: unknown): boolean {
  // Some servers use one of these codes when they are busy.
  if (isBusy(error)) return false;
  if (error instanceof RpcRemoteError) return refusedCodes.has(error.code);
  return (
    error instanceof RpcLocalError &&
    (error.code === "tooLarge" || error.code === "requestTooLarge")
  );
}

/** The pause that the server requests, in milliseconds, at most an hour; undefined: none. */
export function retryAfter(error: unknown): number | undefined {
  const pauseMs = retryAfterOf(toRpcError(error));
  return pauseMs === undefined ? undefined : Math.min(pauseMs, maxRetryAfterMs);
}
