import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Arrangement, arrange } from "./arrange";
import { isVolatile } from "./compareNodes";
import { ElementIndex, type RowElement } from "./elementIndex";
import { type GroupElement, groupElement, type NodeElement, nodeElement } from "./elements";
import { groupRow } from "./groupRow";
import { type NodeFacts } from "../../fleet/nodeFacts";
import { type Row } from "../../platform/treeRow";
import { nodeContent } from "./nodeRow";
import { type NodesState } from "./nodesState";
import { type Regions } from "./regions";
import { parseTemplate, type RowTemplate } from "./rowTemplate";
import { type RowContent, ShownRows } from "./shownRows";
import { type ViewChoices } from "./viewChoices";

/** The parts of a server that its rows are made from. */
export type RowsSource = Pick<
  ServerFleet,
  "id" | "nodes" | "status" | "presence" | "troubles" | "ageOf" | "serverTime"
> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

export interface RowsContext {
  readonly state: Pick<NodesState, "choices" | "favorites">;
  readonly format: Format;
  readonly collator: Intl.Collator;
  readonly regions: Regions;
  readonly clock: Clock;
  /** The setting `komari.nodes.description`. */
  readonly template: { readonly value: string };
}

export type NodesChange = Extract<ServerChange, { readonly kind: "nodes" }>;

/** Rows sorted by a live value change places at most this often. */
const resortAfterMs = 10_000;

/** Texts with an age in minutes are looked at again this often. */
const agesAfterMs = 60_000;

/**
 * The rows of one server: which there are, what they say, and which of them a change touches.
 * Only rows that somebody asked for are kept and compared.
 */
export class ServerRows {
  #arrangement: Arrangement | undefined;
  /** The arrangement's groups by the id of their element. */
  #uuidsById: ReadonlyMap<string, readonly string[]> | undefined;
  #arrangedAt = 0;
  #agesAt = 0;
  readonly #elements = new ElementIndex();
  readonly #shown: ShownRows<RowElement>;
  readonly #template: RowTemplate;

  constructor(
    private readonly server: RowsSource,
    private readonly context: RowsContext,
  ) {
    this.#shown = new ShownRows(context.clock);
    this.#template = parseTemplate(context.template.value);
  }

  /** When a row must be redrawn even if no event occurs until then. */
  get nextDueAt(): number | undefined {
    return this.#shown.nextDueAt;
  }

  /** Nodes that pass the filter. */
  get shownCount(): number {
    return this.#arranged().shown;
  }

  roots(): RowElement[] {
    const { groups, uuids } = this.#arranged();
    return [
      ...groups.map(({ key }) => this.#elements.intern(groupElement(this.server.id, key))),
      ...uuids.map((uuid) => this.#elements.intern(nodeElement(this.server.id, uuid, undefined))),
    ];
  }

  childrenOf(group: GroupElement): RowElement[] {
    return this.uuidsOf(group).map((uuid) =>
      this.#elements.intern(nodeElement(this.server.id, uuid, group)),
    );
  }

  /** The nodes of a group, in their order. */
  uuidsOf({ id }: GroupElement): readonly string[] {
    this.#uuidsById ??= new Map(
      this.#arranged().groups.map(({ key, uuids }) => [
        groupElement(this.server.id, key).id,
        uuids,
      ]),
    );
    return this.#uuidsById.get(id) ?? [];
  }

  /** What a row says now; from here on it counts as shown. */
  rowOf(element: RowElement): Row | undefined {
    const content = this.#contentOf(element);
    return content && this.#shown.draw(element, content);
  }

  factsOf(uuid: string): NodeFacts | undefined {
    const node = this.server.nodes.get(uuid);
    const presence = this.server.presence(uuid);
    if (node === undefined || presence === undefined) return undefined;
    const [status, troubles] = [this.server.status(uuid), this.server.troubles(uuid)];
    return { node, status, presence, troubles };
  }

  ageOf(facts: NodeFacts): number | undefined {
    const time = facts.status?.time;
    return time === undefined ? undefined : this.server.ageOf(time);
  }

  /** Leaves a row as it is for a while: a redraw would take away the tooltip that is being read. */
  rest(element: RowElement): void {
    this.#shown.rest(element);
  }

  /** Forgets what was shown: after another choice, filter, template or favorite. */
  reset(): void {
    this.#arrangement = undefined;
    this.#uuidsById = undefined;
    this.#elements.clear();
    this.#shown.clear();
  }

  /** The shown rows that read differently now; `all` when rows came, went or moved. */
  update(change: NodesChange): readonly RowElement[] | "all" {
    const moved = this.#rearrange(change);
    if (moved === "all") {
      this.reset();
      return "all";
    }
    const { rested, late } = this.#shown.takeDue();
    const touched = new Set<RowElement>([...moved, ...rested]);
    for (const element of [...late, ...this.#candidates(change)]) {
      if (this.#isOutdated(element)) touched.add(element);
    }
    // VS Code draws none that it does not hold, as in a hidden view: asking again and again is no use.
    for (const element of touched) this.#shown.forget(element);
    return [...touched];
  }

  #arranged(): Arrangement {
    this.#arrangement ??= this.#arrange();
    return this.#arrangement;
  }

  #arrange(): Arrangement {
    const { state, collator, regions, clock } = this.context;
    const session = this.server.session.state;
    this.#arrangedAt = clock.now();
    this.#uuidsById = undefined;
    return arrange({
      nodes: [...this.server.nodes.keys()].flatMap((uuid) => this.factsOf(uuid) ?? []),
      choices: state.choices,
      favorites: state.favorites,
      offlinePosition:
        session.kind === "ready" ? session.identity.publicInfo.offlinePosition : "last",
      collator,
      regions,
    });
  }

  #rearrange(change: NodesChange): readonly RowElement[] | "all" {
    const { state, clock } = this.context;
    const due = isVolatile(state.choices.sortBy) && clock.now() >= this.#arrangedAt + resortAfterMs;
    if (this.#arrangement === undefined) return [];
    const turned =
      (change.presence && dependsOnPresence(state.choices)) ||
      (change.trouble && state.choices.groupBy === "trouble");
    if (!change.structure && !turned && !due) return [];
    const before = this.#arrangement;
    this.#arrangement = this.#arrange();
    return this.#movedGroups(before, this.#arrangement);
  }

  #movedGroups(before: Arrangement, now: Arrangement): readonly RowElement[] | "all" {
    const ids = ({ groups }: Arrangement) => JSON.stringify(groups.map(({ key }) => key));
    if (!sameUuids(before.uuids, now.uuids) || ids(before) !== ids(now)) return "all";
    return now.groups
      .filter((group, index) => !sameUuids(before.groups[index]?.uuids ?? [], group.uuids))
      .map(({ key }) => this.#elements.intern(groupElement(this.server.id, key)));
  }

  /** Rows that may read differently: of the nodes that changed, their groups, and old ages. */
  #candidates(change: NodesChange): readonly RowElement[] {
    const elements: RowElement[] = [...change.uuids].flatMap((uuid) => this.#elements.ofNode(uuid));
    const regrouped = change.presence || change.trouble || change.structure;
    const aged = this.context.clock.now() >= this.#agesAt + agesAfterMs;
    if (!regrouped && !aged) return elements;
    if (aged) this.#agesAt = this.context.clock.now();
    for (const element of this.#shown.elements()) {
      if (element.kind === "group" ? regrouped : aged && this.#hasAge(element)) {
        elements.push(element);
      }
    }
    return elements;
  }

  /** Only rows of nodes that are not online tell how old their report is. */
  #hasAge({ uuid }: NodeElement): boolean {
    return this.server.presence(uuid) !== "online";
  }

  #isOutdated(element: RowElement): boolean {
    if (!this.#shown.has(element)) return false;
    const content = this.#contentOf(element);
    if (content === undefined) this.#shown.forget(element);
    return content !== undefined && this.#shown.isOutdated(element, content);
  }

  #contentOf(element: RowElement): RowContent | undefined {
    const { choices, favorites } = this.context.state;
    if (element.kind === "group") {
      const nodes = this.uuidsOf(element).flatMap((uuid) => this.factsOf(uuid) ?? []);
      const row = groupRow(element.key, choices.groupBy, nodes);
      return { words: JSON.stringify(row), icon: row.icon?.id, figures: [], write: () => row };
    }
    const facts = this.factsOf(element.uuid);
    return (
      facts &&
      nodeContent(facts, {
        format: this.context.format,
        template: this.#template,
        isFavorite: favorites.has(element.uuid),
        age: this.ageOf(facts),
        serverTime: this.server.serverTime(),
      })
    );
  }
}

/** Whether a node that goes online or offline changes its place at once. */
function dependsOnPresence({ sortBy, groupBy }: ViewChoices): boolean {
  return sortBy === "server" || groupBy === "status" || groupBy === "trouble";
}

function sameUuids(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((uuid, index) => uuid === now[index]);
}
