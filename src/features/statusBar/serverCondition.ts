import { type ServerFleet } from "../../fleet/serverFleet";
import { type ProblemCode, signInProblems } from "../../komari/problem";

/** What the status bar sees of a server. */
export type CountedServer = Pick<
  ServerFleet,
  "id" | "name" | "nodesLoaded" | "isFresh" | "lastKnownAge" | "counts" | "problem" | "slow"
> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

/** `connecting`: nothing is known yet, at least of statuses. `gone`: what is known of it is no longer kept up to date. */
export type Condition = "connecting" | "ready" | "gone" | "signedOut";

/** Problems that a sign-in ends. */
const signInCodes: readonly ProblemCode[] = signInProblems;

/** @param paused nothing is polled, so that nothing is up to date. */
export function conditionOf(server: CountedServer, paused: boolean): Condition {
  const { nodesLoaded, isFresh, lastKnownAge, problem, session } = server;
  const { code } = session.state.kind === "failed" ? session.state.problem : (problem ?? {});
  if (code !== undefined && signInCodes.includes(code)) return "signedOut";
  if (nodesLoaded && isFresh) return "ready";
  if (code !== undefined) return "gone";
  if (!nodesLoaded || lastKnownAge === undefined) return "connecting";
  return paused ? "ready" : "gone";
}

/** It responds as to a guest: the saved sign-in is no longer accepted. */
export function isSignInRefused({ session: { state } }: CountedServer): boolean {
  return state.kind === "ready" && state.warning !== undefined;
}
