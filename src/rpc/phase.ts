import { type RpcError } from "./errors";

/** What is known of POST while a socket is under way. */
export type PostFinding =
  /** Holds a probe: the socket takes long. */
  | { readonly kind: "asked" }
  /** `error` undefined: POST is impossible here. */
  | { readonly kind: "failed"; readonly error: RpcError | undefined }
  /** In the attempt before this one. */
  | { readonly kind: "failedBefore"; readonly error: RpcError };

/** What the connection is doing. Each phase says which resources it holds. */
export type Phase =
  /** Holds nothing. */
  | { readonly kind: "idle" }
  /** Holds a socket under way. */
  | {
      readonly kind: "dialling";
      readonly attempt: number;
      readonly since: number;
      readonly post?: PostFinding;
    }
  /** Holds a probe: is POST possible? `error`: why the socket is not; undefined: not tried this time. */
  | {
      readonly kind: "probing";
      readonly attempt: number;
      readonly since: number;
      readonly error: RpcError | undefined;
    }
  /** Holds an open socket. */
  | { readonly kind: "open"; readonly attempt: number; readonly since: number }
  /** Opens a socket to replace one that was cut while idle; POST is used meanwhile. */
  | { readonly kind: "reopening"; readonly attempt: 1 }
  /** POST serves. Holds a socket under way if `dialling`, else a timer. */
  | {
      readonly kind: "openHttp";
      readonly attempt: number;
      readonly since: number;
      readonly dialling: boolean;
    }
  /**
   * Holds a timer. `preferHttp`: the last connection was over POST, so try that first. `postError`: how POST failed beside
   * the socket.
   */
  | {
      readonly kind: "waiting";
      readonly attempt: number;
      readonly error: RpcError;
      readonly retryAt: number;
      readonly preferHttp: boolean;
      readonly postError?: RpcError;
    }
  /** Holds nothing. */
  | { readonly kind: "stopped"; readonly error: RpcError };

export type ReconnectEvent =
  | { readonly kind: "connect" | "reconnect" | "wake" | "disconnect" }
  /** The user has begun to look. */
  | { readonly kind: "watched" }
  | { readonly kind: "drop"; readonly error: RpcError }
  | { readonly kind: "timer" }
  | { readonly kind: "dialled" }
  | { readonly kind: "dialFailed"; readonly error: RpcError }
  /** A socket under way takes long. */
  | { readonly kind: "dialSlow" }
  | { readonly kind: "probed" }
  /** `error` undefined: POST is impossible here whatever the state of the server. */
  | { readonly kind: "probeFailed"; readonly error: RpcError | undefined }
  | { readonly kind: "socketLost"; readonly error: RpcError }
  /** An open socket carries nothing, while POST is well. */
  | { readonly kind: "socketMute"; readonly error: RpcError }
  /** An idle socket is gone: servers and proxies cut those after a while. */
  | { readonly kind: "idleSocketLost"; readonly error: RpcError }
  /** A POST found no server. */
  | { readonly kind: "httpLost"; readonly error: RpcError };

export type Effect =
  | { readonly kind: "dial" | "hangUp" | "probe" | "cancelProbe" | "stopTimer" | "check" }
  | { readonly kind: "startTimer"; readonly delayMs: number };

export interface Step {
  readonly phase: Phase;
  readonly effects: readonly Effect[];
}

export interface Moment {
  readonly now: number;
  /** 0 to 1. */
  readonly random: number;
  /** The user looks. */
  readonly isWatched: boolean;
}
