import { type LocalErrorCode, type RpcError, RpcLocalError } from "./errors";

const hopeless: ReadonlySet<LocalErrorCode> = new Set([
  "unauthorized",
  "notRpcEndpoint",
  "certificate",
  "forbidden",
  "disposed",
]);

/** Proxies say the like while a server restarts, captive portals at any time; certificates are renewed. */
const mayPass: ReadonlySet<LocalErrorCode> = new Set([
  "notRpcEndpoint",
  "certificate",
  "forbidden",
]);

/** The remote errors that say "not you": 401 up to 1.2.3, -32041 after, and -32040. */
const permissionCodes: ReadonlySet<number> = new Set([401, -32041, -32040]);

/**
 * Whether trying again by itself is no use: somebody has to change something first.
 * @param attempt from the second on another state came before, so that this one may pass too.
 */
export function isHopeless(error: RpcError, attempt: number): boolean {
  if (!(error instanceof RpcLocalError)) return permissionCodes.has(error.code);
  return hopeless.has(error.code) && (attempt <= 1 || !mayPass.has(error.code));
}
