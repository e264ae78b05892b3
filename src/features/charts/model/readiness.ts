import { type Problem } from "../../../komari/problem";
import { membersOf, serverIdsOf, type Subject } from "../../common/chartSubject";
import { type ChartServer } from "./chartSource";
import { isReady as hasNodes } from "./serverFacts";

/** What charts use of the fleet. */
export interface ServerLookup {
  get(id: string): ChartServer | undefined;
  /** False until the settings have been read. */
  readonly configured: boolean;
}

/** State of the servers of a panel. */
export interface Readiness {
  readonly ready: readonly ChartServer[];
  readonly failed: readonly { readonly server: ChartServer; readonly problem: Problem }[];
  readonly connecting: readonly ChartServer[];
  /** None of its servers is in the settings any more. */
  readonly gone: boolean;
  /** How many of the nodes are not there, on servers that are. */
  readonly missing: number;
  readonly members: number;
}

export function readinessOf(subject: Subject, fleet: ServerLookup): Readiness {
  const servers = serverIdsOf(subject).flatMap((id) => fleet.get(id) ?? []);
  const isReady = (server: ChartServer) => hasNodes(server) && !awaitsStatuses(subject, server);
  const ready = servers.filter(isReady);
  const failed = servers.flatMap((server) => {
    const problem = isReady(server) ? undefined : problemIn(server);
    return problem === undefined ? [] : [{ server, problem }];
  });
  const connecting = servers.filter(
    (server) => !isReady(server) && failed.every((each) => each.server !== server),
  );
  const members = membersOf(subject);
  const missing = members.filter(({ serverId, uuid }) => {
    const server = ready.find(({ id }) => id === serverId);
    return server !== undefined && !server.nodes.has(uuid);
  }).length;
  const gone = servers.length === 0 && fleet.configured;
  return { ready, failed, connecting, gone, missing, members: members.length };
}

/** Which nodes are compared depends on what they report, and which tasks there are. */
function awaitsStatuses(subject: Subject, server: ChartServer): boolean {
  if (subject.kind === "node" || server.problem !== undefined) return false;
  return subject.members.some(
    ({ serverId, uuid }) => serverId === server.id && server.presence(uuid) === "waiting",
  );
}

function problemIn({ session: { state }, problem }: ChartServer): Problem | undefined {
  return state.kind === "failed" ? state.problem : problem;
}

/** Equal while nothing relevant to a panel has changed. */
export function signatureOf({ ready, failed, connecting, gone, missing }: Readiness): string {
  const problems = failed.map(({ server, problem }) => [server.id, problem.code]);
  return JSON.stringify([idsOf(ready), problems, idsOf(connecting), gone, missing]);
}

export function idsOf(servers: readonly ChartServer[]): string {
  return JSON.stringify(servers.map(({ id }) => id));
}

/** Whether there are servers that cannot be queried now. */
export function isAnyUnavailable({ failed, connecting }: Readiness): boolean {
  return failed.length + connecting.length > 0;
}

/** Whether a server has become ready. */
export function hasRecovered(before: Readiness | undefined, now: Readiness): boolean {
  const known = new Set(before?.ready.map(({ id }) => id));
  return now.ready.some(({ id }) => !known.has(id));
}
