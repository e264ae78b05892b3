import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { type SignInWarning } from "../../komari/sessionState";
import { problemText } from "../text/problemText";

export type StatefulServer = Pick<ServerFleet, "nodesLoaded" | "isFresh" | "problem" | "slow"> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

/** The state shown in a server's own row or in the row above its nodes. */
export type ServerState =
  | { readonly kind: "well" }
  | { readonly kind: "connecting" }
  /** A request for statuses has taken long. */
  | { readonly kind: "slow" }
  /** `connected`: the server responds, and still something is wrong. */
  | { readonly kind: "problem"; readonly problem: Problem; readonly connected: boolean };

const well: ServerState = { kind: "well" };
const slow: ServerState = { kind: "slow" };

export function serverState(server: StatefulServer): ServerState {
  const { state } = server.session;
  switch (state.kind) {
    case "idle":
    case "connecting":
      return server.isFresh ? calm(server) : { kind: "connecting" };
    case "failed":
      if (server.isFresh && problemText(state.problem).remedy === "reconnect") return calm(server);
      return { kind: "problem", problem: state.problem, connected: false };
    case "ready":
      return readyState(server, state.warning);
  }
}

/** A connection that comes back at once was a blink, unless it had carried nothing for long before. */
function calm(server: StatefulServer): ServerState {
  return server.slow ? slow : well;
}

function readyState(
  { problem, nodesLoaded, slow: isSlow }: StatefulServer,
  warning: SignInWarning | undefined,
): ServerState {
  if (warning !== undefined) {
    return { kind: "problem", problem: { code: warning, detail: "" }, connected: true };
  }
  if (problem !== undefined) return { kind: "problem", problem, connected: true };
  if (isSlow) return slow;
  return nodesLoaded ? well : { kind: "connecting" };
}
