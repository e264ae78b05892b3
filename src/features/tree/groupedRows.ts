import { type Clock } from "../../util/clock";
import {
  groupElement,
  type GroupElement,
  isGroup,
  type LeafElement,
  type RowElement,
} from "./elements";
import { type Row } from "./row";
import { type RowContent, ShownRows } from "./shownRows";

/** Which rows there are, in order; leaves by name. */
export interface Arrangement<Key> {
  readonly groups: readonly LeafGroup<Key>[];
  /** Leaves that stand in no group. */
  readonly leaves: readonly string[];
  /** Leaves that pass the filter, and all that could. */
  readonly shown: number;
  readonly total: number;
}

export interface LeafGroup<Key> {
  readonly key: Key;
  readonly leaves: readonly string[];
}

/** What a view has to know of its rows: how to arrange them, what each says, and what a change touches. */
export interface RowSource<Key, Leaf extends LeafElement<Key>, Change> {
  readonly serverId: string;
  arrange(): Arrangement<Key>;
  /** Whether rows may come, go or move with this change. */
  movesRows(change: Change): boolean;
  leaf(name: string, group: GroupElement<Key> | undefined): Leaf;
  /** Undefined: it is gone. */
  groupContent(key: Key, leaves: readonly string[]): RowContent | undefined;
  leafContent(element: Leaf): RowContent | undefined;
  /** The rows whose text may be another one after this change; only those that are drawn are compared. */
  touchedRows(change: Change, rows: DrawnRows<Key, Leaf>): Iterable<RowElement<Key, Leaf>>;
}

export interface DrawnRows<Key, Leaf extends LeafElement<Key>> {
  drawn(): Iterable<RowElement<Key, Leaf>>;
  /** All rows of a leaf. */
  elementsOf(name: string): readonly Leaf[];
}

/**
 * Groups of leaves as rows: which there are, what they say, and which of them a change touches.
 * Only rows that were requested are kept and compared.
 */
export class GroupedRows<Key, Leaf extends LeafElement<Key>, Change> implements DrawnRows<
  Key,
  Leaf
> {
  #arrangement: Arrangement<Key> | undefined;
  /** The leaves of each group by the id of its element. */
  #leavesById: ReadonlyMap<string, readonly string[]> = new Map();
  /** One object per id, for VS Code knows elements by their identity. */
  readonly #groups = new Map<string, GroupElement<Key>>();
  readonly #leaves = new Map<string, Leaf>();
  readonly #leavesByName = new Map<string, Leaf[]>();
  readonly #shown: ShownRows<RowElement<Key, Leaf>>;
  /** Leaves whose rows have come on screen since the last update. */
  readonly #entered = new Set<string>();

  constructor(
    private readonly source: RowSource<Key, Leaf, Change>,
    clock: Pick<Clock, "now">,
  ) {
    this.#shown = new ShownRows(clock);
  }

  /** When a row must be redrawn even if no event occurs until then. */
  get nextDueAt(): number | undefined {
    return this.#shown.nextDueAt;
  }

  get arrangement(): Arrangement<Key> {
    return this.#arrangement ?? this.#arrange();
  }

  roots(): RowElement<Key, Leaf>[] {
    const { groups, leaves } = this.arrangement;
    return [
      ...groups.map(({ key }) => this.#group(key)),
      ...leaves.map((name) => this.#leaf(name, undefined)),
    ];
  }

  childrenOf(group: GroupElement<Key>): RowElement<Key, Leaf>[] {
    return this.leavesOf(group).map((name) => this.#leaf(name, group));
  }

  /** The names of a group's leaves, in their order. */
  leavesOf({ id }: GroupElement<Key>): readonly string[] {
    if (this.#arrangement === undefined) this.#arrange();
    return this.#leavesById.get(id) ?? [];
  }

  /** The first row of a leaf; undefined while the filter hides it. */
  find(name: string): Leaf | undefined {
    const { groups, leaves } = this.arrangement;
    const group = groups.find((each) => each.leaves.includes(name));
    if (group !== undefined) return this.#leaf(name, this.#group(group.key));
    return leaves.includes(name) ? this.#leaf(name, undefined) : undefined;
  }

  /** What a row says now; from here on it counts as drawn. */
  rowOf(element: RowElement<Key, Leaf>): Row | undefined {
    const content = this.#contentOf(element);
    return content && this.#shown.draw(element, content);
  }

  drawn(): Iterable<RowElement<Key, Leaf>> {
    return this.#shown.elements();
  }

  elementsOf(name: string): readonly Leaf[] {
    return this.#leavesByName.get(name) ?? [];
  }

  /** Does not redraw a row for a while: a redraw would close its tooltip. */
  hold(element: RowElement<Key, Leaf>): void {
    this.#shown.hold(element);
  }

  /**
   * Rows of a leaf have come on screen and may be outdated. They are compared with the next update, which has
   * their current reports.
   */
  enter(name: string): void {
    this.#entered.add(name);
  }

  /** Forgets what was shown: after another choice, filter, template or favorite. */
  reset(): void {
    this.#arrangement = undefined;
    this.#groups.clear();
    this.#leaves.clear();
    this.#leavesByName.clear();
    this.#shown.clear();
    this.#entered.clear();
  }

  /** The drawn rows that read or hold something else now; `all` when groups came or went, or leaves in no group. */
  update(change: Change): readonly RowElement<Key, Leaf>[] | "all" {
    const moved = this.#rearrange(change);
    if (moved === "all") {
      this.reset();
      return "all";
    }
    const { expired, overdue } = this.#shown.takeDue();
    const entered = [...this.#entered].flatMap((name) => this.elementsOf(name));
    this.#entered.clear();
    const changed = new Set<RowElement<Key, Leaf>>([...moved, ...expired]);
    const touched = this.source.touchedRows(change, this);
    for (const element of new Set([...overdue, ...touched, ...entered])) {
      if (this.#isOutdated(element)) changed.add(element);
    }
    // VS Code ignores redraws of rows that it does not hold, as in a hidden view: one request is enough.
    for (const element of changed) this.#shown.forget(element);
    return [...changed];
  }

  #arrange(): Arrangement<Key> {
    const { serverId } = this.source;
    this.#arrangement = this.source.arrange();
    this.#leavesById = new Map(
      this.#arrangement.groups.map(({ key, leaves }) => [groupElement(serverId, key).id, leaves]),
    );
    return this.#arrangement;
  }

  /** The groups whose leaves were added, removed or moved; `all` if groups were. */
  #rearrange(change: Change): readonly GroupElement<Key>[] | "all" {
    const before = this.#arrangement;
    if (before === undefined || !this.source.movesRows(change)) return [];
    const leavesBefore = this.#leavesById;
    const { groups, leaves } = this.#arrange();
    const [idsBefore, ids] = [[...leavesBefore.keys()], [...this.#leavesById.keys()]];
    if (!isSameList(before.leaves, leaves) || !isSameList(idsBefore, ids)) return "all";
    return groups
      .filter((group, index) => !isSameList(before.groups[index]?.leaves ?? [], group.leaves))
      .map(({ key }) => this.#group(key));
  }

  #isOutdated(element: RowElement<Key, Leaf>): boolean {
    if (!this.#shown.has(element)) return false;
    const content = this.#contentOf(element);
    if (content === undefined) this.#shown.forget(element);
    return content !== undefined && this.#shown.isOutdated(element, content);
  }

  #contentOf(element: RowElement<Key, Leaf>): RowContent | undefined {
    if (this.#arrangement === undefined) this.#arrange();
    if (!isGroup(element)) return this.source.leafContent(element);
    return this.source.groupContent(element.key, this.leavesOf(element));
  }

  #group(key: Key): GroupElement<Key> {
    const element = groupElement(this.source.serverId, key);
    const known = this.#groups.get(element.id);
    if (known === undefined) this.#groups.set(element.id, element);
    return known ?? element;
  }

  #leaf(name: string, group: GroupElement<Key> | undefined): Leaf {
    const element = this.source.leaf(name, group);
    const known = this.#leaves.get(element.id);
    if (known !== undefined) return known;
    this.#leaves.set(element.id, element);
    const others = this.#leavesByName.get(name);
    if (others === undefined) this.#leavesByName.set(name, [element]);
    else others.push(element);
    return element;
  }
}

function isSameList(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((name, index) => name === now[index]);
}
