import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type ServerFleet } from "../../../fleet/serverFleet";
import {
  type FigureChange,
  type FleetNode,
  type FleetNodeState,
  type FleetUpdate,
} from "../../../shared/fleet/fleetApi";
import { fleetFigures, type FleetFigure, trailLength } from "../../../shared/fleet/fleetFigures";
import { type NodeRef } from "../../common/nodeRef";
import { factsOf } from "../../nodes/nodeRows";
import { figureOf, isOther } from "./figures";
import { Slots } from "./slots";

/** What is read of a server. */
export type FleetSource = Pick<
  ServerFleet,
  | "id"
  | "nodes"
  | "status"
  | "presence"
  | "troubles"
  | "ageOf"
  | "serverTime"
  | "cpuTrail"
  | "session"
>;

export interface FleetTableOptions {
  readonly describe: (facts: NodeFacts, serverId: string, slot: number) => FleetNode;
  /** Whether a node is among those that the page is of. */
  readonly includes: (serverId: string, facts: NodeFacts) => boolean;
}

/** What of a server may differ from what was sent. */
export interface TouchedNodes {
  readonly source: FleetSource;
  readonly uuids: Iterable<string>;
}

interface Sent {
  readonly figures: Float64Array;
  description: string;
  state: string;
}

/** Knows what the page has been sent, and finds what differs from it. */
export class FleetTable {
  #slots = new Slots();
  #sent = new Map<number, Sent>();

  constructor(private readonly options: FleetTableOptions) {}

  node(slot: number): NodeRef | undefined {
    return this.#slots.node(slot);
  }

  slotOf(node: NodeRef): number | undefined {
    return this.#slots.of(node);
  }

  /** The page has nothing. */
  reset(): void {
    this.#slots = new Slots();
    this.#sent = new Map();
  }

  /**
   * @param pingTask see `figureOf`.
   * @returns what differs of the touched nodes; undefined: nothing. Nodes that are gone are touched too.
   */
  update(touched: readonly TouchedNodes[], pingTask: string | undefined): FleetUpdate | undefined {
    const draft = new UpdateDraft();
    for (const { source, uuids } of touched) {
      for (const uuid of uuids) this.#compare(source, uuid, pingTask, draft);
    }
    const serverTimes = touched.map(({ source }) => [source.id, source.serverTime()] as const);
    return draft.finish(Object.fromEntries(serverTimes));
  }

  /** Nodes of servers that are no longer there. */
  removeServersBut(kept: ReadonlySet<string>): readonly number[] {
    const gone = [...this.#slots.taken()].filter(([, { serverId }]) => !kept.has(serverId));
    return gone.map(([slot]) => this.#remove(slot));
  }

  trails(sources: readonly FleetSource[]): NonNullable<FleetUpdate["trails"]> {
    const byId = new Map(sources.map((source) => [source.id, source]));
    const taken = [...this.#slots.taken()];
    const percents = new Uint8Array(taken.length * trailLength);
    taken.forEach(([, { serverId, uuid }], index) => {
      const trail = byId.get(serverId)?.cpuTrail(uuid);
      if (trail !== undefined) percents.set(trail, index * trailLength);
    });
    return { slots: Uint32Array.from(taken, ([slot]) => slot), percents };
  }

  #compare(
    source: FleetSource,
    uuid: string,
    pingTask: string | undefined,
    draft: UpdateDraft,
  ): void {
    const node = { serverId: source.id, uuid };
    const facts = factsOf(source, uuid);
    if (facts === undefined || !this.options.includes(source.id, facts)) {
      const slot = this.#slots.of(node);
      if (slot !== undefined) draft.removed.push(this.#remove(slot));
      return;
    }
    const slot = this.#slots.take(node);
    const sent = this.#sent.get(slot) ?? newSent();
    this.#sent.set(slot, sent);
    const described = this.options.describe(facts, source.id, slot);
    const description = JSON.stringify(described);
    if (description !== sent.description) {
      sent.description = description;
      draft.nodes.push(described);
    }
    const { presence, troubles } = facts;
    const state = JSON.stringify([presence, troubles]);
    if (state !== sent.state) {
      sent.state = state;
      draft.states.push({ slot, presence, troubles });
    }
    fleetFigures.forEach((figure, index) => {
      const value = figureOf(figure, facts, pingTask);
      if (!isOther(figure, sent.figures[index] ?? NaN, value)) return;
      sent.figures[index] = value;
      draft.setFigure(figure, slot, value);
    });
  }

  #remove(slot: number): number {
    this.#slots.free(slot);
    this.#sent.delete(slot);
    return slot;
  }
}

function newSent(): Sent {
  return { figures: new Float64Array(fleetFigures.length).fill(NaN), description: "", state: "" };
}

class UpdateDraft {
  readonly nodes: FleetNode[] = [];
  readonly removed: number[] = [];
  readonly states: FleetNodeState[] = [];
  readonly #figures = new Map<
    FleetFigure,
    { readonly slots: number[]; readonly values: number[] }
  >();

  setFigure(figure: FleetFigure, slot: number, value: number): void {
    const change = this.#figures.get(figure) ?? { slots: [], values: [] };
    this.#figures.set(figure, change);
    change.slots.push(slot);
    change.values.push(value);
  }

  finish(serverTimes: FleetUpdate["serverTimes"]): FleetUpdate | undefined {
    const { nodes, removed, states } = this;
    const figures = Array.from(this.#figures, ([figure, { slots, values }]): FigureChange => ({
      figure,
      slots: Uint32Array.from(slots),
      values: Float64Array.from(values),
    }));
    if (nodes.length + removed.length + states.length + figures.length === 0) return undefined;
    return {
      serverTimes,
      ...(nodes.length > 0 && { nodes }),
      ...(removed.length > 0 && { removed }),
      ...(states.length > 0 && { states }),
      ...(figures.length > 0 && { figures }),
    };
  }
}
