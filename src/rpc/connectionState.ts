import { type RpcError } from "./errors";
import { type Phase } from "./phase";

/** What is known of the connection. */
export type ConnectionState =
  /** Not asked to connect yet, or paused. */
  | { readonly kind: "idle" }
  | { readonly kind: "connecting"; readonly attempt: number }
  /** `http`: a socket is not possible here, POST works. */
  | { readonly kind: "open"; readonly transport: "webSocket" | "http" }
  /** Lost; will be tried again by itself at `retryAt` (by `Clock.now`). */
  | { readonly kind: "waiting"; readonly error: RpcError; readonly retryAt: number }
  /** Trying again by itself is no use; `reconnect` resumes. */
  | { readonly kind: "stopped"; readonly error: RpcError };

export function toConnectionState(phase: Phase): ConnectionState {
  switch (phase.kind) {
    case "idle":
      return { kind: "idle" };
    case "dialling":
    case "probing":
      return { kind: "connecting", attempt: phase.attempt };
    case "open":
    case "reopening":
      return { kind: "open", transport: "webSocket" };
    case "openHttp":
      return { kind: "open", transport: "http" };
    case "waiting":
      return { kind: "waiting", error: phase.error, retryAt: phase.retryAt };
    case "stopped":
      return { kind: "stopped", error: phase.error };
  }
}

/** Inner steps, as a socket tried again behind POST, are not reported. */
export function isSameState(a: ConnectionState, b: ConnectionState): boolean {
  switch (a.kind) {
    case "idle":
      return b.kind === "idle";
    case "connecting":
      return b.kind === "connecting" && a.attempt === b.attempt;
    case "open":
      return b.kind === "open" && a.transport === b.transport;
    case "waiting":
      return b.kind === "waiting" && a.error === b.error && a.retryAt === b.retryAt;
    case "stopped":
      return b.kind === "stopped" && a.error === b.error;
  }
}
