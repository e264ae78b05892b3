import { mix, unit } from "../random";
import { cast } from "./cast";
import { generateNode } from "./generate";
import { connected, lastConnected } from "./presence";
import { type NodePatch, type SimNode, second } from "./simNode";

export interface FleetOptions {
  readonly nodes: number;
  readonly seed: number;
  /** The moment the cast is arranged around: expiry dates, outages, starts. */
  readonly born: number;
  readonly reportMs: number;
}

/** The nodes of a server and when it heard of them last. */
export class SimFleet {
  readonly #options: FleetOptions;
  readonly #nodes = new Map<string, SimNode>();
  #sorted: readonly SimNode[] | undefined;
  #next: number;
  #startedAt = -Infinity;
  #awaySince = Infinity;

  constructor(options: FleetOptions) {
    this.#options = options;
    const first = cast(options.born);
    this.#next = options.nodes;
    for (let index = 0; index < options.nodes; index++) this.#put(index, first[index] ?? {});
  }

  /** Sorted by uuid, as the server's maps are. */
  get nodes(): readonly SimNode[] {
    this.#sorted ??= [...this.#nodes.values()].sort((a, b) => (a.uuid < b.uuid ? -1 : 1));
    return this.#sorted;
  }

  /** In the order of their making. */
  get inOrder(): readonly SimNode[] {
    return [...this.#nodes.values()];
  }

  get(uuid: string): SimNode | undefined {
    return this.#nodes.get(uuid);
  }

  /** A member of the cast by its key (`web-1`, `shanghai`, `never`: see cast.ts). */
  member(key: string): SimNode {
    return this.#found(`member ${key}`, ({ facts }) => facts.remark === `sim:${key}`);
  }

  /** The first node of that name. */
  named(name: string): SimNode {
    return this.#found(`node named ${name}`, ({ facts }) => facts.name === name);
  }

  add(patch: NodePatch = {}): SimNode {
    return this.#put(this.#next++, patch);
  }

  edit(uuid: string, patch: NodePatch): void {
    const node = this.#nodes.get(uuid);
    if (node !== undefined) apply(node, patch);
  }

  remove(uuid: string): void {
    this.#nodes.delete(uuid);
    this.#sorted = undefined;
  }

  /** The server forgets what it heard; agents come back one by one within three seconds. */
  restart(now: number): void {
    this.#startedAt = now;
  }

  /** From now on no agent reports, until they are let back. */
  holdAgents(now: number): void {
    this.#awaySince = now;
  }

  releaseAgents(): void {
    this.#awaySince = Infinity;
  }

  /** The last report that reached the server since its start. */
  lastReport(node: SimNode, now: number): number | undefined {
    const last = lastConnected(node, Math.min(now, this.#awaySince - 1));
    if (last === undefined) return undefined;
    const { reportMs } = this.#options;
    const phase = node.seed % reportMs;
    const tick = Math.floor((last - phase) / reportMs) * reportMs + phase;
    const back = this.#startedAt + unit(node.seed, 21) * 3 * second;
    return tick < Math.max(back, node.facts.created_at) ? undefined : tick;
  }

  reportsBetween(node: SimNode, from: number, to: number): number[] {
    const times: number[] = [];
    for (let last = this.lastReport(node, to); last !== undefined && last > from;) {
      times.push(last);
      last = this.lastReport(node, last - 1);
    }
    return times.reverse();
  }

  /** Version 1 agents are gone with their socket; later ones are believed for `graceMs` more. */
  online(node: SimNode, now: number, graceMs: number): boolean {
    const last = this.lastReport(node, now);
    if (last === undefined) return false;
    if (connected(node, now) && now < this.#awaySince) return true;
    return !node.facts.version.startsWith("1.1.") && now - last <= graceMs;
  }

  /** Whether history has something of this node for the stretch that starts at `time`. */
  recorded(node: SimNode, time: number): boolean {
    return time < this.#awaySince && connected(node, time);
  }

  #found(what: string, test: (node: SimNode) => boolean): SimNode {
    const node = this.inOrder.find(test);
    if (node === undefined) throw new Error(`The simulator has no ${what}.`);
    return node;
  }

  #put(index: number, patch: NodePatch): SimNode {
    const { seed, born } = this.#options;
    const node = generateNode(mix(seed, 4), index, born);
    apply(node, patch);
    this.#nodes.set(node.uuid, node);
    this.#sorted = undefined;
    return node;
  }
}

function apply(node: SimNode, { facts, presence, habits }: NodePatch): void {
  node.facts = { ...node.facts, ...facts };
  node.presence = presence ?? node.presence;
  node.habits = { ...node.habits, ...habits };
}
