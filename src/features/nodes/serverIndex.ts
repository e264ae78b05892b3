import { type Fleet } from "../../fleet/fleet";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type NodeElement } from "./elements";
import { type RowsContext, ServerRows } from "./serverRows";

/** The rows of every server, created on first request. */
export class ServerIndex {
  readonly #rows = new Map<string, ServerRows>();

  constructor(
    private readonly fleet: Pick<Fleet, "get">,
    private readonly context: RowsContext,
  ) {}

  /** Undefined before the first request. */
  known(serverId: string): ServerRows | undefined {
    return this.#rows.get(serverId);
  }

  rowsOf(server: ServerFleet): ServerRows {
    const known = this.#rows.get(server.id);
    if (known !== undefined) return known;
    const rows = new ServerRows(server, this.context);
    this.#rows.set(server.id, rows);
    return rows;
  }

  /** The first row of a node; undefined while the filter hides it. */
  find(serverId: string, uuid: string): NodeElement | undefined {
    const server = this.fleet.get(serverId);
    if (server === undefined) return undefined;
    const rows = this.rowsOf(server);
    for (const root of rows.roots()) {
      const isAbove = root.kind === "group" && rows.uuidsOf(root).includes(uuid);
      for (const element of isAbove ? rows.childrenOf(root) : [root]) {
        if (element.kind === "node" && element.uuid === uuid) return element;
      }
    }
    return undefined;
  }

  clear(): void {
    this.#rows.clear();
  }
}
