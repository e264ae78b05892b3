/** What shows nodes to the user: rows of the Nodes view, panels of charts, pages of the fleet, favorites. */
export type VisibleNodesSource = "rows" | "charts" | "fleet" | "favorites";

/** Visible nodes, by server; a plain set is meant for every server. */
export type VisibleNodesByServer = ReadonlyMap<string, ReadonlySet<string>> | ReadonlySet<string>;

/** All nodes of a fleet of up to this size count as visible. */
export const smallFleet = 100;

const nothing: ReadonlySet<string> = new Set();

export function visibleOn(serverId: string, seen: VisibleNodesByServer): ReadonlySet<string> {
  return "get" in seen ? (seen.get(serverId) ?? nothing) : seen;
}

/** The nodes of one server that are on screen: their statuses are requested first and most often. */
export class VisibleNodes {
  readonly #bySource = new Map<VisibleNodesSource, ReadonlySet<string>>();

  set(source: VisibleNodesSource, uuids: ReadonlySet<string>): void {
    this.#bySource.set(source, uuids);
  }

  /** Those of the known nodes, each once. */
  among(known: ReadonlySet<string>): ReadonlySet<string> {
    const uuids = [...this.#bySource.values()].flatMap((seen) => [...seen]);
    return new Set(uuids.filter((uuid) => known.has(uuid)));
  }

  /** All nodes of a small fleet count as visible. */
  of(known: ReadonlySet<string>): ReadonlySet<string> {
    return known.size <= smallFleet ? known : this.among(known);
  }
}
