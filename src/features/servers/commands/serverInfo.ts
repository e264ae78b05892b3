import { type ServerFleet } from "../../../fleet/serverFleet";
import { type Credential } from "../../../komari/credential";
import { type Session, type SessionState } from "../../../komari/session";
import { type FactsSession, type ServerFacts } from "../../common/serverFacts";
import { productName } from "../../text/productText";

export interface Versions {
  readonly extension: string;
  readonly vscode: string;
}

export type DescribedServer = Pick<ServerFleet, "id" | "name" | "counts"> & {
  readonly session: Pick<Session, "state" | "credential"> & FactsSession;
};

/** What helps to look into a problem, for pasting into a report. In English, and without secrets. */
export function serverInfo(
  server: DescribedServer,
  facts: ServerFacts,
  versions: Versions,
): string {
  const { state, credential } = server.session;
  const { total, online, offline, neverReported, stale, waiting } = server.counts();
  const lines: readonly (readonly [label: string, value: string | number])[] = [
    ["Server", server.name],
    ["URL", server.id],
    ["State", stateText(state)],
    ["Sign-in", signInText(credential)],
    ...identityLines(state, facts),
    [
      "Nodes",
      `${total} (online ${online}, offline ${offline}, never reported ${neverReported}, last known ${stale}, waiting ${waiting})`,
    ],
    ["Extension", versions.extension],
    ["VS Code", versions.vscode],
  ];
  return lines.map(([label, value]) => `${label}: ${value}`).join("\n");
}

function identityLines(
  state: SessionState,
  { username, roundTripMs, rpcVersion }: ServerFacts,
): readonly (readonly [string, string | number])[] {
  if (state.kind !== "ready") return [];
  const { version, role, methods } = state.identity;
  return [
    [productName(state.identity), version.version],
    ["Hash", version.hash ?? "unknown"],
    ["Role", role],
    ...(username === undefined ? [] : [["User", username] as const]),
    ["Transport", state.transport],
    ["Round trip", roundTripMs === undefined ? "unknown" : `${Math.round(roundTripMs)} ms`],
    ["JSON-RPC", rpcVersion ?? "unknown"],
    ["Methods", methods.size],
  ];
}

function signInText(credential: Credential): string {
  const lost = credential.kind === "guest" ? credential.lost : undefined;
  return lost === undefined ? credential.kind : `${credential.kind}, saved sign-in ${lost}`;
}

function stateText(state: SessionState): string {
  switch (state.kind) {
    case "idle":
    case "connecting":
      return state.kind;
    case "ready":
      return state.warning === undefined ? "ready" : `ready, ${state.warning}`;
    case "failed":
      return `failed, ${state.problem.code} (${state.problem.detail})`;
  }
}
