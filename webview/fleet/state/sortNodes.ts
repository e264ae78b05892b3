import { type FleetColumn, type SortKey } from "../../../src/shared/fleet/fleetChoices";
import { type FleetStore } from "../data/fleetStore";
import { columnOf, type ColumnSource, numberAt } from "./columnTable";

type Source = ColumnSource & Pick<FleetStore, "slots" | "servers">;

/** Sorts slots. The order of words is worked out once, until nodes or their words differ. */
export class NodeSorter {
  readonly #ranks = new Map<FleetColumn, ReadonlyMap<number, number>>();

  constructor(
    private readonly source: Source,
    private readonly collator: Intl.Collator,
  ) {}

  /** Nodes came, went or were edited. */
  reset(): void {
    this.#ranks.clear();
  }

  /** Unknown values and empty words stand last in both directions; equal ones as the server has them. */
  sort(slots: readonly number[], keys: readonly SortKey[]): readonly number[] {
    const columns = keys.map((key) => ({
      values: this.#values(slots, key),
      sign: key.descending ? -1 : 1,
    }));
    const weights = this.#serverOrder(slots);
    return [...slots].sort((a, b) => {
      for (const { values, sign } of columns) {
        const order = compare(values.get(a) ?? NaN, values.get(b) ?? NaN, sign);
        if (order !== 0) return order;
      }
      return (weights.get(a) ?? 0) - (weights.get(b) ?? 0);
    });
  }

  #values(slots: readonly number[], key: SortKey): ReadonlyMap<number, number> {
    if (columnOf(key.column).words !== undefined) return this.#wordRanks(key.column);
    const upload = key.upload === true;
    return new Map(
      slots.map((slot) => [slot, asShown(key, numberAt(this.source, key.column, slot, upload))]),
    );
  }

  #wordRanks(id: FleetColumn): ReadonlyMap<number, number> {
    const known = this.#ranks.get(id);
    if (known !== undefined) return known;
    const words = [...this.source.slots()].flatMap((slot) => {
      const node = this.source.node(slot);
      const text = node && columnOf(id).words?.(this.source, node);
      return text === undefined || text === "" ? [] : [{ slot, text }];
    });
    words.sort((a, b) => this.collator.compare(a.text, b.text));
    const ranks = new Map<number, number>();
    let rank = 0;
    words.forEach(({ slot, text }, index) => {
      if (index > 0 && this.collator.compare(words[index - 1]?.text ?? "", text) !== 0)
        rank = index;
      ranks.set(slot, rank);
    });
    this.#ranks.set(id, ranks);
    return ranks;
  }

  /** Servers as in the settings, then what the administrator has ordered the nodes by. */
  #serverOrder(slots: readonly number[]): ReadonlyMap<number, number> {
    const places = new Map(this.source.servers.map(({ id }, index) => [id, index]));
    const names = this.#wordRanks("name");
    const placeOf = (slot: number) => places.get(this.source.node(slot)?.serverId ?? "") ?? 0;
    const sorted = [...slots].sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        (this.source.node(a)?.weight ?? 0) - (this.source.node(b)?.weight ?? 0) ||
        compare(names.get(a) ?? NaN, names.get(b) ?? NaN, 1) ||
        a - b,
    );
    return new Map(sorted.map((slot, index) => [slot, index]));
  }
}

function compare(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : (a < b ? -1 : 1) * sign;
}

/** Shares stand in whole percents: rows that look the same keep their places. */
function asShown({ column }: SortKey, value: number): number {
  return columnOf(column).percent === true ? Math.round(value) : value;
}
