import { type CallOptions, type RpcCaller } from "../rpc/client";
import { type LocalErrorCode, RpcLocalError } from "../rpc/errors";

/** No server was found at the other end. */
const lostCodes: ReadonlySet<LocalErrorCode> = new Set(["unreachable", "timeout"]);

/**
 * Whether a server answers by POST, whatever it is doing for a call over the socket. Undefined: this cannot
 * be told, such as where POST is impossible.
 */
export async function isReachable(
  caller: RpcCaller,
  { timeoutMs, signal }: Pick<CallOptions, "timeoutMs" | "signal"> = {},
): Promise<boolean | undefined> {
  const carriers: string[] = [];
  try {
    await caller.call("rpc.ping", undefined, {
      timeoutMs,
      signal,
      route: "bulk",
      onTransport: (kind) => carriers.push(kind),
    });
    return true;
  } catch (error) {
    const isLost = error instanceof RpcLocalError && lostCodes.has(error.code);
    return isLost && carriers.at(-1) === "http" ? false : undefined;
  }
}
