import { type LocalErrorCode, type RpcError, RpcLocalError } from "./errors";

const hopeless: ReadonlySet<LocalErrorCode> = new Set([
  "unauthorized",
  "notRpcEndpoint",
  "certificate",
  "forbidden",
  "disposed",
]);

/** The remote errors that say "not you": 401 up to 1.2.3, -32041 after. */
const permissionCodes: ReadonlySet<number> = new Set([401, -32041]);

/** Whether trying again by itself is no use: somebody has to change something first. */
export function isHopeless(error: RpcError): boolean {
  return error instanceof RpcLocalError
    ? hopeless.has(error.code)
    : permissionCodes.has(error.code);
}
