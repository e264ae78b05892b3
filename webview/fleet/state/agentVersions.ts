import { type FleetStore } from "../data/fleetStore";

/** The newest agent, and the nodes whose agent is older. Nothing is known of versions that are not numbers. */
export interface AgentVersions {
  readonly newest: string | undefined;
  readonly older: ReadonlySet<number>;
}

export function compareAgents(store: Pick<FleetStore, "slots" | "node">): AgentVersions {
  const versions = new Map<number, readonly number[]>();
  let newest: readonly number[] | undefined;
  for (const slot of store.slots()) {
    const version = parse(store.node(slot)?.agentVersion);
    if (version === undefined) continue;
    versions.set(slot, version);
    if (newest === undefined || compare(version, newest) > 0) newest = version;
  }
  const older = new Set<number>();
  if (newest === undefined) return { newest: undefined, older };
  for (const [slot, version] of versions) if (compare(version, newest) < 0) older.add(slot);
  return { newest: newest.join("."), older };
}

/** "v1.2.10" → [1, 2, 10]; a build such as "1.2.3-dev" or "Snapshot-26" is none. */
function parse(text: string | undefined): readonly number[] | undefined {
  const [, numbers] = /^v?(\d+(?:\.\d+){1,3})$/i.exec(text?.trim() ?? "") ?? [];
  return numbers?.split(".").map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const order = (a[place] ?? 0) - (b[place] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
