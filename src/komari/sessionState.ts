import { type Credential } from "./credential";
import { type Identity } from "./identify";
import { type Problem, refusalOf, type SignInProblem } from "./problem";

/** What keeps us a guest on a site that guests may see. */
export type SignInWarning = Exclude<SignInProblem, "privateSite">;

export type SessionState =
  | { readonly kind: "idle" }
  | { readonly kind: "connecting" }
  | {
      readonly kind: "ready";
      readonly identity: Identity;
      readonly transport: "webSocket" | "http";
      /** The credential is not honoured, or lost, though the site answers. */
      readonly warning: SignInWarning | undefined;
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

/** Whether the credential is not honoured though the site answers. */
export function warningFor({ role }: Identity, credential: Credential): SignInWarning | undefined {
  const refusal = refusalOf(credential);
  return role === "admin" || refusal === "privateSite" ? undefined : refusal;
}

/** An open socket keeps the rights of its beginning: new ones need a new socket. */
export function needsNewSocket(
  state: SessionState,
  { role }: Identity,
  transport: "webSocket" | "http",
): boolean {
  const wasGuest = state.kind === "ready" && state.identity.role === "guest";
  return wasGuest && role === "admin" && transport === "webSocket";
}
