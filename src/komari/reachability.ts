import { type CallOptions, type RpcCaller } from "../rpc/client";
import { RpcLocalError } from "../rpc/errors";

/** `silent`: POST gets no response, which may also be so of POST alone. `unknown`: for example, POST is impossible. */
export type Reachability = "there" | "gone" | "silent" | "unknown";

const timeoutMs = 4_000;

/** Whether a server responds to POST, even if it is busy with a call over the socket. */
export async function reachability(
  caller: RpcCaller,
  { signal }: Pick<CallOptions, "signal"> = {},
): Promise<Reachability> {
  const carriers: string[] = [];
  try {
    await caller.call("rpc.ping", undefined, {
      timeoutMs,
      signal,
      route: "bulk",
      onTransport: (kind) => carriers.push(kind),
    });
    return "there";
  } catch (error) {
    if (!(error instanceof RpcLocalError) || carriers.at(-1) !== "http") return "unknown";
    if (error.code === "unreachable") return "gone";
    return error.code === "timeout" ? "silent" : "unknown";
  }
}
