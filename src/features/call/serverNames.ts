import { type KomariNode, type NodeStatus } from "../../komari/model/model";
import { type CallNames } from "../../shared/call/callApi";
import { shownName } from "../../shared/shownName";

/** The parts of a server that name its nodes and ping tasks. */
export interface NamedServer {
  readonly nodes: ReadonlyMap<string, Pick<KomariNode, "name">>;
  status(uuid: string): Pick<NodeStatus, "ping"> | undefined;
}

/** Undefined: the node is unknown, or has no name. */
export function nodeName({ nodes }: NamedServer, uuid: string): string | undefined {
  const name = shownName(nodes.get(uuid)?.name ?? "");
  return name === "" ? undefined : name;
}

/** Of all that has a name, for a page. */
export function serverNames(server: NamedServer): CallNames {
  const nodes = [...server.nodes.keys()].flatMap((uuid) => {
    const name = nodeName(server, uuid);
    return name === undefined ? [] : [[uuid, name] as const];
  });
  const tasks = Array.from(
    pingTaskNames(server),
    ([id, name]) => [String(id), shownName(name)] as const,
  );
  return { nodes, tasks: tasks.filter(([, name]) => name !== "") };
}

/** By id, from the nodes' reports: old servers do not report tasks. */
export function pingTaskNames(server: NamedServer): ReadonlyMap<number, string> {
  const tasks = new Map<number, string>();
  for (const uuid of server.nodes.keys()) {
    for (const { taskId, name } of server.status(uuid)?.ping ?? []) tasks.set(taskId, name);
  }
  return tasks;
}
