/** What Komari counts of pings; a value below 0 is a loss, and 0 stands for "none" all over. */
export interface PingStats {
  readonly total: number;
  readonly valid: number;
  readonly loss: number;
  readonly min: number;
  readonly max: number;
  readonly avg: number;
  readonly latest: number;
  readonly p50: number;
  readonly p99: number;
  /** (p99 - p50) / p50 */
  readonly ratio: number;
  readonly deviation: number;
}

/** `values` in order of time. */
export function pingStats(values: readonly number[]): PingStats {
  const sorted = values.filter((value) => value >= 0).sort((a, b) => a - b);
  const valid = sorted.length;
  const mean = valid === 0 ? 0 : sorted.reduce((sum, value) => sum + value, 0) / valid;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, valid);
  const p50 = quantile(sorted, 0.5);
  const p99 = quantile(sorted, 0.99);
  return {
    total: values.length,
    valid,
    loss: values.length === 0 ? 0 : ((values.length - valid) / values.length) * 100,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    avg: Math.floor(mean),
    latest: values.findLast((value) => value >= 0) ?? -1,
    p50,
    p99,
    ratio: p50 === 0 ? 0 : (p99 - p50) / p50,
    deviation: Math.sqrt(variance),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
