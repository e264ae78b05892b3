import { type NodeRef } from "../../common/nodeRef";

/** Small numbers for nodes, so that messages are short; those of nodes that are gone are used again. */
export class Slots {
  readonly #byServer = new Map<string, Map<string, number>>();
  readonly #nodes: (NodeRef | undefined)[] = [];
  readonly #free: number[] = [];

  node(slot: number): NodeRef | undefined {
    return this.#nodes[slot];
  }

  of({ serverId, uuid }: NodeRef): number | undefined {
    return this.#byServer.get(serverId)?.get(uuid);
  }

  take(node: NodeRef): number {
    const known = this.of(node);
    if (known !== undefined) return known;
    const slot = this.#free.pop() ?? this.#nodes.length;
    this.#nodes[slot] = node;
    const slots = this.#byServer.get(node.serverId) ?? new Map<string, number>();
    this.#byServer.set(node.serverId, slots.set(node.uuid, slot));
    return slot;
  }

  free(slot: number): void {
    const node = this.#nodes[slot];
    if (node === undefined) return;
    this.#byServer.get(node.serverId)?.delete(node.uuid);
    this.#nodes[slot] = undefined;
    this.#free.push(slot);
  }

  /** All that are taken. */
  *taken(): Iterable<readonly [slot: number, node: NodeRef]> {
    for (const [slot, node] of this.#nodes.entries()) if (node !== undefined) yield [slot, node];
  }
}
