/** What shows nodes to the user: rows of the Nodes view, panels of charts, favorites. */
export type SightSource = "rows" | "charts" | "favorites";

/** Nodes that somebody sees, by server; a plain set is meant for every server. */
export type SeenNodes = ReadonlyMap<string, ReadonlySet<string>> | ReadonlySet<string>;

const nothing: ReadonlySet<string> = new Set();

export function seenOn(serverId: string, seen: SeenNodes): ReadonlySet<string> {
  return "get" in seen ? (seen.get(serverId) ?? nothing) : seen;
}

/** The nodes of one server that are in sight: their statuses are asked first and most often. */
export class NodesInSight {
  readonly #bySource = new Map<SightSource, ReadonlySet<string>>();

  /** @returns whether that brings nodes into sight that were not before. */
  set(source: SightSource, uuids: ReadonlySet<string>): boolean {
    const hasNew = [...uuids].some((uuid) => !this.has(uuid));
    this.#bySource.set(source, uuids);
    return hasNew;
  }

  has(uuid: string): boolean {
    for (const uuids of this.#bySource.values()) if (uuids.has(uuid)) return true;
    return false;
  }

  /** Each once. */
  uuids(): ReadonlySet<string> {
    return new Set([...this.#bySource.values()].flatMap((uuids) => [...uuids]));
  }
}
