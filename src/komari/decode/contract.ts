import { type Expiry, type Price, type TrafficLimitType } from "../../shared/nodes/contract";
import { number, positive, label, type WireRecord } from "./primitives";
import { time } from "./time";

const longTermMs = 36_500 * 24 * 60 * 60 * 1000;
const trafficLimitTypes: readonly TrafficLimitType[] = ["sum", "max", "min", "up", "down"];

/** When the contract ends. Year 1, null and absent alike: no date is set. */
export function expiry(value: unknown, now: number): Expiry | undefined {
  const end = time(value);
  if (end === undefined) return undefined;
  return end - now > longTermMs ? { kind: "longTerm" } : { kind: "at", time: end };
}

/** -1 is free, 0 hides the price. */
export function price(record: WireRecord): Price | undefined {
  const amount = number(record.price);
  if (amount === -1) return { kind: "free" };
  if (amount === undefined || amount <= 0) return undefined;
  return {
    kind: "paid",
    amount,
    currency: label(record.currency) ?? "$",
    cycle: cycle(record.billing_cycle),
  };
}

function cycle(value: unknown): number | "once" | undefined {
  return value === -1 ? "once" : positive(value);
}

/** What counts against the limit; the server's default is `max`. */
export function trafficLimitType(value: unknown): TrafficLimitType {
  return trafficLimitTypes.find((known) => known === value) ?? "max";
}
