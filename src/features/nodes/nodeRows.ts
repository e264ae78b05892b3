import { type NodeFacts } from "../../fleet/nodes/nodeFacts";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type GroupElement, isGroup, type RowElement } from "../tree/elements";
import { type Arrangement, type DrawnRows, type RowSource } from "../tree/groupedRows";
import { plainContent, type RowContent } from "../tree/shownRows";
import { arrange, type ArrangeInput, type GroupKey } from "./arrange/arrange";
import { isVolatile } from "./arrange/compareNodes";
import { type ViewChoices } from "./arrange/viewChoices";
import { type NodeElement, nodeElement } from "./nodeElements";
import { groupRow } from "./rows/groupRow";
import { nodeContent } from "./rows/nodeRow";
import { parseTemplate, type RowTemplate } from "./rows/nodeRowTemplate";
import { isLargeFleet, type VisibleRows } from "./visibleRows";

/** The parts of a server that its rows are made from. */
export type RowsServer = Pick<
  ServerFleet,
  "id" | "nodes" | "status" | "presence" | "troubles" | "ageOf" | "serverTime"
> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

export type NodesChange = Extract<ServerChange, { readonly kind: "nodes" }>;

export interface NodeRowsContext extends Pick<ArrangeInput, "collator" | "regions"> {
  readonly state: Pick<ArrangeInput, "choices" | "favorites">;
  readonly format: Format;
  readonly clock: Clock;
  /** The setting `komari.nodes.description`. */
  readonly template: { readonly value: string };
  readonly visibleRows: Pick<VisibleRows, "isOnScreen">;
}

/** How often texts with an age in minutes are checked. */
const agesAfterMs = 60_000;

/**
 * Rows sorted by a live value, and those of a large server, are re-sorted at most this often: VS Code requests
 * all rows of a group again when one of them moves.
 */
const resortAfterMs = 10_000;

/** The rows of a server's nodes and their groups. */
export class NodeRows implements RowSource<GroupKey, NodeElement, NodesChange> {
  readonly serverId: string;
  readonly #template: RowTemplate;
  #agesAt = 0;
  #arrangedAt = 0;
  /** The state of a node has changed since, and with it perhaps its position. */
  #isOutdated = false;

  constructor(
    private readonly server: RowsServer,
    private readonly context: NodeRowsContext,
  ) {
    this.serverId = server.id;
    this.#template = parseTemplate(context.template.value);
  }

  arrange(): Arrangement<GroupKey> {
    const { state, collator, regions, clock } = this.context;
    const session = this.server.session.state;
    this.#arrangedAt = clock.now();
    this.#isOutdated = false;
    return arrange({
      nodes: [...this.server.nodes.keys()].flatMap((uuid) => factsOf(this.server, uuid) ?? []),
      choices: state.choices,
      favorites: state.favorites,
      offlinePosition:
        session.kind === "ready" ? session.identity.publicInfo.offlinePosition : "last",
      collator,
      regions,
    });
  }

  movesRows(change: NodesChange): boolean {
    const { choices } = this.context.state;
    this.#isOutdated ||=
      (change.presence && dependsOnPresence(choices)) ||
      (change.trouble && choices.groupBy === "trouble");
    const mayResort = this.context.clock.now() >= this.#arrangedAt + resortAfterMs;
    const isDue = this.#isOutdated
      ? mayResort || !isLargeFleet(this.server)
      : mayResort && isVolatile(choices.sortBy);
    return change.structure || isDue;
  }

  leaf(uuid: string, group: GroupElement<GroupKey> | undefined): NodeElement {
    return nodeElement(this.serverId, uuid, group);
  }

  groupContent(key: GroupKey, uuids: readonly string[]): RowContent {
    const nodes = uuids.flatMap((uuid) => factsOf(this.server, uuid) ?? []);
    return plainContent(groupRow(key, this.context.state.choices.groupBy, nodes));
  }

  leafContent({ uuid }: NodeElement): RowContent | undefined {
    const facts = factsOf(this.server, uuid);
    return (
      facts &&
      nodeContent(facts, {
        format: this.context.format,
        template: this.#template,
        isFavorite: this.context.state.favorites.has(uuid),
        age: ageOf(this.server, facts),
        serverTime: this.server.serverTime(),
      })
    );
  }

  /** Of nodes on screen that changed, of groups, and with ages. */
  touchedRows(
    change: NodesChange,
    rows: DrawnRows<GroupKey, NodeElement>,
  ): readonly RowElement<GroupKey, NodeElement>[] {
    const touched: RowElement<GroupKey, NodeElement>[] = [...change.uuids]
      .filter((uuid) => this.#isOnScreen(uuid))
      .flatMap((uuid) => rows.elementsOf(uuid));
    const regrouped = change.presence || change.trouble || change.structure;
    const aged = this.context.clock.now() >= this.#agesAt + agesAfterMs;
    if (!regrouped && !aged) return touched;
    if (aged) this.#agesAt = this.context.clock.now();
    for (const element of rows.drawn()) {
      if (isGroup(element) ? regrouped : aged && this.#hasAge(element)) touched.push(element);
    }
    return touched;
  }

  #isOnScreen(uuid: string): boolean {
    return this.context.visibleRows.isOnScreen(this.server, uuid);
  }

  /** Only rows of nodes that are not online show the age of their report. */
  #hasAge({ uuid }: NodeElement): boolean {
    return this.#isOnScreen(uuid) && this.server.presence(uuid) !== "online";
  }
}

export function factsOf(server: RowsServer, uuid: string): NodeFacts | undefined {
  const node = server.nodes.get(uuid);
  const presence = server.presence(uuid);
  if (node === undefined || presence === undefined) return undefined;
  return { node, status: server.status(uuid), presence, troubles: server.troubles(uuid) };
}

/** Milliseconds since the last report; undefined: none. */
export function ageOf(
  server: Pick<ServerFleet, "ageOf">,
  { status }: NodeFacts,
): number | undefined {
  return status?.time === undefined ? undefined : server.ageOf(status.time);
}

/** Whether a node that goes online or offline changes its position. */
function dependsOnPresence({ sortBy, groupBy }: ViewChoices): boolean {
  return sortBy === "server" || groupBy === "status" || groupBy === "trouble";
}
