import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { ElementIndex, type RowElement } from "./elementIndex";
import { type GroupElement, groupElement, type NodeElement, nodeElement } from "./elements";
import { groupRow } from "./groupRow";
import { type NodeFacts } from "../../fleet/nodes/nodeFacts";
import { type Row } from "../../platform/treeRow";
import { nodeContent } from "./nodeRow";
import { type NodesState } from "./nodesState";
import { type Regions } from "./regions";
import { type VisibleRows } from "./visibleRows";
import { parseTemplate, type RowTemplate } from "./rowTemplate";
import { factsOf, type NodesChange, type RowsSource, ServerArrangement } from "./serverArrangement";
import { type RowContent, ShownRows } from "./shownRows";

export interface RowsContext {
  readonly state: Pick<NodesState, "choices" | "favorites">;
  readonly format: Format;
  readonly collator: Intl.Collator;
  readonly regions: Regions;
  readonly clock: Clock;
  /** The setting `komari.nodes.description`. */
  readonly template: { readonly value: string };
  readonly visibleRows: Pick<VisibleRows, "isOnScreen">;
}

/** How often texts with an age in minutes are checked. */
const agesAfterMs = 60_000;

/**
 * The rows of one server: which there are, what they say, and which of them a change touches.
 * Only rows that were requested are kept and compared.
 */
export class ServerRows {
  readonly #arrangement: ServerArrangement;
  #agesAt = 0;
  readonly #elements = new ElementIndex();
  readonly #shown: ShownRows<RowElement>;
  /** Nodes whose rows have come on screen since the last update. */
  readonly #entered = new Set<string>();
  readonly #template: RowTemplate;

  constructor(
    private readonly server: RowsSource,
    private readonly context: RowsContext,
  ) {
    this.#arrangement = new ServerArrangement(server, context);
    this.#shown = new ShownRows(context.clock);
    this.#template = parseTemplate(context.template.value);
  }

  /** When a row must be redrawn even if no event occurs until then. */
  get nextDueAt(): number | undefined {
    return this.#shown.nextDueAt;
  }

  /** Nodes that pass the filter. */
  get shownCount(): number {
    return this.#arrangement.now.shown;
  }

  roots(): RowElement[] {
    const { groups, uuids } = this.#arrangement.now;
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
    return this.#arrangement.uuidsOf(id);
  }

  /** What a row says now; from here on it counts as shown. */
  rowOf(element: RowElement): Row | undefined {
    const content = this.#contentOf(element);
    return content && this.#shown.draw(element, content);
  }

  factsOf(uuid: string): NodeFacts | undefined {
    return factsOf(this.server, uuid);
  }

  ageOf(facts: NodeFacts): number | undefined {
    const time = facts.status?.time;
    return time === undefined ? undefined : this.server.ageOf(time);
  }

  /** Does not redraw a row for a while: a redraw would close its tooltip. */
  hold(element: RowElement): void {
    this.#shown.hold(element);
  }

  /**
   * Rows have come on screen and may be outdated. They are compared with the next update, which has their
   * current reports.
   */
  enter(uuid: string): void {
    this.#entered.add(uuid);
  }

  /** Forgets what was shown: after another choice, filter, template or favorite. */
  reset(): void {
    this.#arrangement.reset();
    this.#elements.clear();
    this.#shown.clear();
    this.#entered.clear();
  }

  /** The shown rows that read differently now; `all` when rows came, went or moved. */
  update(change: NodesChange): readonly RowElement[] | "all" {
    const moved = this.#arrangement.update(change);
    if (moved === "all") {
      this.reset();
      return "all";
    }
    const groups = moved.map((key) => this.#elements.intern(groupElement(this.server.id, key)));
    const { expired, overdue } = this.#shown.takeDue();
    const touched = new Set<RowElement>([...groups, ...expired]);
    for (const element of [...overdue, ...this.#candidates(change)]) {
      if (this.#isOutdated(element)) touched.add(element);
    }
    // VS Code ignores redraws of rows that it does not hold, as in a hidden view: one request is enough.
    for (const element of touched) this.#shown.forget(element);
    return [...touched];
  }

  /** Rows whose text may have changed: of nodes on screen that changed or appeared, of groups, and with ages. */
  #candidates(change: NodesChange): readonly RowElement[] {
    const changed = [...change.uuids].filter((uuid) => this.#isOnScreen(uuid));
    const uuids = new Set([...changed, ...this.#entered]);
    this.#entered.clear();
    const elements: RowElement[] = [...uuids].flatMap((uuid) => this.#elements.ofNode(uuid));
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

  #isOnScreen(uuid: string): boolean {
    return this.context.visibleRows.isOnScreen(this.server, uuid);
  }

  /** Only rows of nodes that are not online show the age of their report. */
  #hasAge({ uuid }: NodeElement): boolean {
    return this.#isOnScreen(uuid) && this.server.presence(uuid) !== "online";
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
