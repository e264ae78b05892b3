import { mix, unit } from "../random";
import { type FleetCast } from "./fleetCast";
import { type PingTask } from "./pingTasks";
import { connected, lastConnected } from "./presence";
import { type NodePatch, type SimNode, applyPatch, second } from "./simNode";

export interface FleetOptions {
  readonly nodes: number;
  readonly seed: number;
  readonly cast: FleetCast;
  /** The moment the cast is arranged around: expiry dates, outages, starts. */
  readonly born: number;
  readonly reportMs: number;
}

/** The nodes of a server and their last reports. */
export class SimFleet {
  readonly #options: FleetOptions;
  readonly #nodes = new Map<string, SimNode>();
  /** Members of the cast by their keys. */
  readonly #members = new Map<string, SimNode>();
  #sorted: readonly SimNode[] | undefined;
  #next: number;
  #startedAt = -Infinity;
  #awaySince = Infinity;

  constructor(options: FleetOptions) {
    this.#options = options;
    const { keys } = options.cast;
    this.#next = options.nodes;
    for (let index = 0; index < options.nodes; index++) {
      this.#members.set(keys[index] ?? "", this.#put(index));
    }
  }

  get pingTasks(): readonly PingTask[] {
    return this.#options.cast.pingTasks;
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

  /** A member of the cast by its key: `web-1`, `shanghai`, `never`. */
  member(key: string): SimNode {
    return found(`member ${key}`, this.#members.get(key));
  }

  /** The first node of that name. */
  named(name: string): SimNode {
    return found(
      `node named ${name}`,
      this.inOrder.find(({ facts }) => facts.name === name),
    );
  }

  add(patch: NodePatch = {}): SimNode {
    const node = this.#put(this.#next++);
    applyPatch(node, patch);
    return node;
  }

  edit(uuid: string, patch: NodePatch): void {
    const node = this.#nodes.get(uuid);
    if (node !== undefined) applyPatch(node, patch);
  }

  remove(uuid: string): void {
    this.#nodes.delete(uuid);
    this.#sorted = undefined;
  }

  /** The server forgets all reports; agents reconnect one by one within three seconds. */
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

  /** Whether history has a row of this node for the interval that starts at `time`. */
  recorded(node: SimNode, time: number): boolean {
    return time < this.#awaySince && connected(node, time);
  }

  #put(index: number): SimNode {
    const { seed, cast, born } = this.#options;
    const node = cast.generate(mix(seed, 4), index, born);
    this.#nodes.set(node.uuid, node);
    this.#sorted = undefined;
    return node;
  }
}

function found(what: string, node: SimNode | undefined): SimNode {
  if (node === undefined) throw new Error(`The simulator has no ${what}.`);
  return node;
}
