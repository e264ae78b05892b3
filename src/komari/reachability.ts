import { type CallOptions, type RpcCaller } from "../rpc/client";
import { type LocalErrorCode, RpcLocalError } from "../rpc/errors";

/** No server responded. */
const lostCodes: ReadonlySet<LocalErrorCode> = new Set(["unreachable", "timeout"]);

/**
 * Whether a server responds to POST, even if it is busy with a call over the socket. Undefined: unknown, for
 * example if POST is impossible.
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
