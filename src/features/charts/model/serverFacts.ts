import { type Retention } from "../../../fleet/history/selectableHours";
import { type Identity } from "../../../komari/identify";
import { type NodeStatus } from "../../../komari/model/model";
import { type ChartServer } from "./chartSource";

export function identityOf({ session }: Pick<ChartServer, "session">): Identity | undefined {
  return session.state.kind === "ready" ? session.state.identity : undefined;
}

const unknown: Retention = { recordPreserveHours: undefined, pingRecordPreserveHours: undefined };

/** How far back a server keeps its records, in hours; undefined: unknown. */
export function retentionOf(server: Pick<ChartServer, "session">) {
  const kept: Retention = identityOf(server)?.publicInfo ?? unknown;
  return { kept, keptPings: kept.pingRecordPreserveHours };
}

/** Whether it can be queried: its identity and nodes are known. */
export function isReady(server: ChartServer): boolean {
  return server.session.state.kind === "ready" && server.nodesLoaded;
}

/** Undefined for a node that is offline: its last report is out of date. */
export function onlineStatus(
  server: Pick<ChartServer, "status">,
  uuid: string,
): NodeStatus | undefined {
  const status = server.status(uuid);
  return status?.online === true ? status : undefined;
}
