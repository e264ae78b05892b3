import { type ThresholdMetric, thresholdMetrics } from "../metrics";

/** What a threshold can be set for besides metrics. */
const otherThresholds = ["quota", "loss", "expiry"] as const;
export type OtherThreshold = (typeof otherThresholds)[number];

/** The properties of the setting `komari.thresholds`. */
export const thresholdKeys = [...thresholdMetrics, ...otherThresholds] as const;
export type ThresholdKey = ThresholdMetric | OtherThreshold;

/**
 * Percent for shares, quota and loss; load per core; milliseconds for ping; bytes per second for the
 * network; days for expiry. A key that is not there is not watched.
 */
export type Thresholds = Readonly<Partial<Record<ThresholdKey, number>>>;

/** One reason why a node needs attention. Being offline is its presence, not a trouble. */
export interface Trouble {
  readonly kind: ThresholdKey;
  /** In the unit of the threshold; of `expiry` see `daysLeft`. */
  readonly value: number;
  readonly limit: number;
}

/** Over a threshold of use, quota or loss. */
export function isHot(troubles: readonly Trouble[]): boolean {
  return troubles.some(({ kind }) => kind !== "expiry");
}

export function isExpiring(troubles: readonly Trouble[]): boolean {
  return troubles.some(({ kind }) => kind === "expiry");
}

/** Use, worst first, then quota, loss and expiry. */
export function compareTroubles(a: Trouble, b: Trouble): number {
  return rank(a) - rank(b) || severity(b) - severity(a);
}

function rank({ kind }: Trouble): number {
  const others: readonly ThresholdKey[] = otherThresholds;
  return others.indexOf(kind) + 1;
}

/**
 * By how much the threshold is exceeded, so that different units can be compared; in whole percent, so
 * that the order is stable.
 */
function severity({ kind, value, limit }: Trouble): number {
  return kind === "expiry" ? -value : Math.round((value / limit) * 100);
}
