import {
  count,
  noCounts,
  type NodeState,
  type Presence,
  type PresenceCounts,
} from "../../shared/nodes/presence";

/** Counts nodes by their state. A change of one node costs the same however many there are. */
export class PresenceTally {
  readonly #byNode = new Map<string, NodeState>();
  readonly #counts = noCounts();

  get counts(): PresenceCounts {
    return { ...this.#counts };
  }

  presence(uuid: string): Presence | undefined {
    return this.#byNode.get(uuid)?.presence;
  }

  set(uuid: string, state: NodeState): void {
    this.#uncount(uuid);
    this.#byNode.set(uuid, state);
    count(this.#counts, state);
  }

  delete(uuid: string): void {
    this.#uncount(uuid);
    this.#byNode.delete(uuid);
  }

  #uncount(uuid: string): void {
    const before = this.#byNode.get(uuid);
    if (before !== undefined) count(this.#counts, before, -1);
  }
}
