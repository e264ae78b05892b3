import { type LocalErrorCode, type RpcError, RpcLocalError } from "./errors";

/** Only a person can mend these: the server itself refuses the credential, in its own words if it can have any. */
const fatalCodes: ReadonlySet<LocalErrorCode> = new Set(["unauthorized", "disposed"]);

/** The remote errors that say "not you": 401 up to 1.2.3, -32041 after, and -32040. */
const permissionCodes: ReadonlySet<number> = new Set([401, -32041, -32040]);

/** Whether automatic retries are no use: a person has to change something first. */
export function isFatal(error: RpcError): boolean {
  return error instanceof RpcLocalError
    ? fatalCodes.has(error.code) && error.response?.content !== "empty"
    : permissionCodes.has(error.code);
}

/**
 * Proxies send the like while a server restarts, captive portals at any time, and certificates are renewed; more often a
 * person has to mend them.
 */
const rarelyTransientCodes: ReadonlySet<LocalErrorCode> = new Set([
  "notRpcEndpoint",
  "certificate",
  "forbidden",
  "proxyUnauthorized",
]);

/** Whether retries are to become rare. */
export function isRarelyTransient(error: RpcError): boolean {
  if (!(error instanceof RpcLocalError)) return false;
  // A 401 without a word may be of anything on the way.
  return rarelyTransientCodes.has(error.code) || error.code === "unauthorized";
}
