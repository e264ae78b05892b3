import { type ServerFleet } from "../../fleet/serverFleet";
import {
  type FleetServer,
  type FleetSetup,
  type ServerMessageText,
} from "../../shared/fleet/fleetApi";
import { type Format } from "../../shared/format";
import { nodesMessage } from "../nodes/nodesMessage";
import { roleText } from "../nodes/serverRow";
import { icons } from "../tree/serverMessage";
import { fleetKey, type FleetSubject } from "./fleetSubject";

export interface FleetSetupContext extends Pick<
  FleetSetup,
  "translations" | "locale" | "choices" | "views"
> {
  readonly servers: readonly ServerFleet[];
  readonly format: Format;
}

/** All that the page needs beside the nodes. */
export function fleetSetup(subject: FleetSubject, context: FleetSetupContext): FleetSetup {
  const { servers, format, translations, locale, choices, views } = context;
  return {
    key: fleetKey(subject),
    translations,
    locale,
    servers: servers.map((server) => describeServer(server, format)),
    choices,
    views,
    tasks: tasksOf(servers),
  };
}

function describeServer(server: ServerFleet, format: Format): FleetServer {
  return {
    id: server.id,
    name: server.name,
    role: roleText(server.session),
    fresh: server.isFresh,
    message: messageOf(server, format),
  };
}

/** The same as in the tree. */
function messageOf(server: ServerFleet, format: Format): ServerMessageText | undefined {
  const message = nodesMessage(server, format);
  if (message === undefined) return undefined;
  const { sentence, row, action } = message;
  return { kind: kinds.get(row.icon?.id ?? "") ?? "information", sentence, action: action?.title };
}

const kinds: ReadonlyMap<string, ServerMessageText["kind"]> = new Map([
  [icons.notConnected.id, "notConnected"],
  [icons.warning.id, "warning"],
  [icons.key.id, "key"],
  [icons.information.id, "information"],
  [icons.busy.id, "busy"],
]);

/** The names of all ping tasks in the latest statuses, each once. */
function tasksOf(servers: readonly ServerFleet[]): readonly string[] {
  const names = new Set<string>();
  for (const server of servers) {
    for (const uuid of server.nodes.keys()) {
      for (const { name } of server.status(uuid)?.ping ?? []) names.add(name);
    }
  }
  return [...names].sort();
}
