import {
  type CpuTrails,
  type FigureChange,
  type FleetNode,
  type FleetServer,
  type FleetUpdate,
} from "../../../src/shared/fleet/fleetApi";
import {
  type FleetFigure,
  fleetFigures,
  noSample,
  trailLength,
} from "../../../src/shared/fleet/fleetFigures";
import { type Presence } from "../../../src/shared/nodes/presence";
import { type Trouble } from "../../../src/shared/nodes/trouble";

/** What an update has changed. */
export interface FleetChange {
  /** Nodes came, went or were edited. */
  readonly nodes: boolean;
  /** Nodes are online, offline or in trouble that were not, or the other way round. */
  readonly states: boolean;
  /** The slots of nodes of which anything but the trail differs. */
  readonly slots: ReadonlySet<number>;
  readonly trails: boolean;
}

const noTroubles: readonly Trouble[] = [];
const noTrail = new Uint8Array(trailLength).fill(noSample);

/** All nodes of the page: a row of each array for a node, at its slot. */
export class FleetStore {
  readonly #nodes = new Map<number, FleetNode>();
  readonly #presences = new Map<number, Presence>();
  readonly #troubles = new Map<number, readonly Trouble[]>();
  #figures = emptyFigures(0);
  #trails = new Uint8Array(0);
  /** How far the clock of each server is ahead of ours, milliseconds. */
  readonly #clockOffsets = new Map<string, number>();
  #servers: readonly FleetServer[] = [];

  /** @param now milliseconds, by a clock that is never set. */
  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.#nodes.size;
  }

  get servers(): readonly FleetServer[] {
    return this.#servers;
  }

  setServers(servers: readonly FleetServer[]): void {
    this.#servers = servers;
  }

  slots(): Iterable<number> {
    return this.#nodes.keys();
  }

  node(slot: number): FleetNode | undefined {
    return this.#nodes.get(slot);
  }

  presence(slot: number): Presence {
    return this.#presences.get(slot) ?? "waiting";
  }

  /** The worst first. */
  troubles(slot: number): readonly Trouble[] {
    return this.#troubles.get(slot) ?? noTroubles;
  }

  /** NaN: unknown. */
  figure(figure: FleetFigure, slot: number): number {
    return this.#figures[figure][slot] ?? NaN;
  }

  /** The recent CPU, oldest first: see `CpuTrails`. */
  trail(slot: number): Uint8Array {
    const from = slot * trailLength;
    const trail = this.#trails.subarray(from, from + trailLength);
    return trail.length === trailLength ? trail : noTrail;
  }

  server(id: string): FleetServer | undefined {
    return this.#servers.find((server) => server.id === id);
  }

  /** Milliseconds since the epoch, by the server's clock. */
  serverTime(serverId: string): number {
    return this.now() + (this.#clockOffsets.get(serverId) ?? 0);
  }

  apply(update: FleetUpdate): FleetChange {
    if (update.reset === true) this.#clear();
    for (const [id, time] of Object.entries(update.serverTimes)) {
      this.#clockOffsets.set(id, time - this.now());
    }
    const slots = new Set<number>();
    for (const slot of update.removed ?? []) {
      this.#forget(slot);
      slots.add(slot);
    }
    for (const node of update.nodes ?? []) {
      this.#nodes.set(node.slot, node);
      slots.add(node.slot);
    }
    const nodes = update.reset === true || slots.size > 0;
    for (const { slot, presence, troubles } of update.states ?? []) {
      this.#presences.set(slot, presence);
      this.#troubles.set(slot, troubles);
      slots.add(slot);
    }
    for (const change of update.figures ?? []) this.#applyFigure(change, slots);
    if (update.trails !== undefined) this.#applyTrails(update.trails);
    const states = (update.states?.length ?? 0) > 0;
    return { nodes, states, slots, trails: update.trails !== undefined };
  }

  /** A step has passed: the CPU of now joins each trail, and a gap that of nodes that are not up to date. */
  stepTrails(): void {
    this.#trails.copyWithin(0, 1);
    for (const slot of this.#nodes.keys()) {
      this.#reserve(slot);
      const cpu = this.presence(slot) === "online" ? this.figure("cpu", slot) : NaN;
      const last = (slot + 1) * trailLength - 1;
      this.#trails[last] = Number.isNaN(cpu)
        ? noSample
        : Math.round(Math.min(100, Math.max(0, cpu)));
    }
  }

  #applyFigure({ figure, slots, values }: FigureChange, changed: Set<number>): void {
    slots.forEach((slot, index) => {
      this.#reserve(slot);
      this.#figures[figure][slot] = values[index] ?? NaN;
      changed.add(slot);
    });
  }

  #applyTrails({ slots, percents }: CpuTrails): void {
    slots.forEach((slot, index) => {
      this.#reserve(slot);
      const from = index * trailLength;
      this.#trails.set(percents.subarray(from, from + trailLength), slot * trailLength);
    });
  }

  #reserve(slot: number): void {
    const size = this.#figures.cpu.length;
    if (slot < size) return;
    const [figures, trails] = [this.#figures, this.#trails];
    const grown = Math.max(64, size * 2, slot + 1);
    this.#figures = emptyFigures(grown);
    for (const figure of fleetFigures) this.#figures[figure].set(figures[figure]);
    this.#trails = new Uint8Array(grown * trailLength).fill(noSample);
    this.#trails.set(trails);
  }

  /** Its slot may soon be another node's. */
  #forget(slot: number): void {
    this.#nodes.delete(slot);
    this.#presences.delete(slot);
    this.#troubles.delete(slot);
    for (const figure of fleetFigures) this.#figures[figure][slot] = NaN;
    this.#trails.fill(noSample, slot * trailLength, (slot + 1) * trailLength);
  }

  #clear(): void {
    this.#nodes.clear();
    this.#presences.clear();
    this.#troubles.clear();
    this.#clockOffsets.clear();
    this.#figures = emptyFigures(0);
    this.#trails = new Uint8Array(0);
  }
}

function emptyFigures(size: number): Record<FleetFigure, Float64Array> {
  const empty = fleetFigures.map((figure) => [figure, new Float64Array(size).fill(NaN)] as const);
  return Object.fromEntries(empty) as Record<FleetFigure, Float64Array>;
}
