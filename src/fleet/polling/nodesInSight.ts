/** What shows nodes to the user: rows of the Nodes view, panels of charts, favorites. */
export type SightSource = "rows" | "charts" | "favorites";

/** Nodes that somebody sees, by server; a plain set is meant for every server. */
export type SeenNodes = ReadonlyMap<string, ReadonlySet<string>> | ReadonlySet<string>;

/** All nodes of a fleet of up to this size are taken for seen. */
export const smallFleet = 100;

const nothing: ReadonlySet<string> = new Set();

export function seenOn(serverId: string, seen: SeenNodes): ReadonlySet<string> {
  return "get" in seen ? (seen.get(serverId) ?? nothing) : seen;
}

/** The nodes of one server that are in sight: their statuses are asked first and most often. */
export class NodesInSight {
  readonly #bySource = new Map<SightSource, ReadonlySet<string>>();

  set(source: SightSource, uuids: ReadonlySet<string>): void {
    this.#bySource.set(source, uuids);
  }

  /** Those of the known nodes, each once. */
  among(known: ReadonlySet<string>): ReadonlySet<string> {
    const uuids = [...this.#bySource.values()].flatMap((seen) => [...seen]);
    return new Set(uuids.filter((uuid) => known.has(uuid)));
  }

  /** All nodes of a small fleet are taken for seen. */
  of(known: ReadonlySet<string>): ReadonlySet<string> {
    return known.size <= smallFleet ? known : this.among(known);
  }
}
