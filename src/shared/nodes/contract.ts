/** How the use of a node counts towards its traffic limit. */
export type TrafficLimitType = "sum" | "max" | "min" | "up" | "down";

/** When a node's contract ends. `longTerm`: more than a hundred years ahead. */
export type Expiry = { readonly kind: "at"; readonly time: number } | { readonly kind: "longTerm" };

export type Price =
  | { readonly kind: "free" }
  | {
      readonly kind: "paid";
      readonly amount: number;
      readonly currency: string;
      /** Days between payments; `once`: paid one time; undefined: unknown. */
      readonly cycle: number | "once" | undefined;
    };

const dayMs = 86_400_000;

/** Calendar days in UTC, as the server's page has them. */
export function daysBetween(from: number, to: number): number {
  return Math.floor(to / dayMs) - Math.floor(from / dayMs);
}

/** Of a contract that ends later today: it has not ended. */
export const laterToday = 0.5;

/** Calendar days until the contract ends, or `laterToday`; 0 or less: it has ended. */
export function daysLeft(expiry: Expiry | undefined, now: number): number | undefined {
  if (expiry?.kind !== "at") return undefined;
  const days = daysBetween(now, expiry.time);
  return days === 0 && expiry.time > now ? laterToday : days;
}
