import { daysLeft } from "../../../src/shared/nodes/contract";
import { type FleetStore } from "../data/fleetStore";

type Source = Pick<FleetStore, "node" | "serverTime">;

/** In each currency; that of most nodes first, for amounts of several cannot be compared. Untrusted text. */
export type Amounts = readonly { readonly currency: string; readonly amount: number }[];

export interface Cost {
  /** Of nodes that are paid for again and again. */
  readonly monthly: Amounts;
  /** Paid one time. */
  readonly once: Amounts;
  /** How many nodes each of these are. */
  readonly paying: number;
  readonly paidOnce: number;
  readonly free: number;
  /** The price is known, but not how often it is paid: it is in no sum. */
  readonly withoutCycle: number;
  /** No price is set, or the server hides it. */
  readonly unset: number;
}

const daysOfMonth = 365.25 / 12;

/** What the nodes cost: a price of a year counts as a twelfth of it per month. */
export function costOf(store: Source, slots: Iterable<number>): Cost {
  const monthly = new Map<string, Sum>();
  const once = new Map<string, Sum>();
  const counts = { paying: 0, paidOnce: 0, free: 0, withoutCycle: 0, unset: 0 };
  for (const slot of slots) {
    const price = store.node(slot)?.price;
    if (price === undefined) counts.unset += 1;
    else if (price.kind === "free") counts.free += 1;
    else if (price.cycle === "once") {
      counts.paidOnce += 1;
      add(once, price.currency, price.amount);
    } else if (price.cycle === undefined || price.cycle <= 0) counts.withoutCycle += 1;
    else {
      counts.paying += 1;
      add(monthly, price.currency, (price.amount / price.cycle) * daysOfMonth);
    }
  }
  return { ...counts, monthly: amounts(monthly), once: amounts(once) };
}

export interface Renewal {
  readonly slot: number;
  /** See `daysLeft`; never below 0. */
  readonly days: number;
}

/** The contracts that end or are renewed next, the soonest first; what has ended is left out. */
export function nextRenewals(
  store: Source,
  slots: Iterable<number>,
  count: number,
): readonly Renewal[] {
  const renewals: Renewal[] = [];
  for (const slot of slots) {
    const node = store.node(slot);
    const days = node && daysLeft(node.expiry, store.serverTime(node.serverId));
    if (days !== undefined && days > 0) renewals.push({ slot, days });
  }
  return renewals.sort((a, b) => a.days - b.days || a.slot - b.slot).slice(0, count);
}

interface Sum {
  readonly amount: number;
  readonly nodes: number;
}

function add(sums: Map<string, Sum>, currency: string, amount: number): void {
  const before = sums.get(currency) ?? { amount: 0, nodes: 0 };
  sums.set(currency, { amount: before.amount + amount, nodes: before.nodes + 1 });
}

function amounts(sums: ReadonlyMap<string, Sum>): Amounts {
  return [...sums]
    .sort(([a, first], [b, second]) => second.nodes - first.nodes || (a < b ? -1 : 1))
    .map(([currency, { amount }]) => ({ currency, amount }));
}
