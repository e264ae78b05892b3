import { type Identity } from "./identify";
import { type Problem } from "./problem";

export type SessionState =
  | { readonly kind: "idle" }
  | { readonly kind: "connecting" }
  | {
      readonly kind: "ready";
      readonly identity: Identity;
      readonly transport: "webSocket" | "http";
      /** The credential is not honoured though the site answers. */
      readonly warning: "keyRejected" | "signedOut" | undefined;
    }
  | {
      /** Stays during retries until one succeeds or fails. */
      readonly kind: "failed";
      readonly problem: Problem;
      /** Time of the next attempt, by `Clock.now`; undefined: only on request. */
      readonly retryAt: number | undefined;
    };

/** For the log, without secrets. */
export function describeState(state: SessionState): string {
  switch (state.kind) {
    case "idle":
    case "connecting":
      return state.kind;
    case "ready":
      return `ready as ${state.identity.role} over ${state.transport}, ${state.warning ?? "well"}`;
    case "failed":
      return `failed: ${state.problem.code} (${state.problem.detail})`;
  }
}
