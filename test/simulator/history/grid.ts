import { type Profile } from "../profiles/profile";
import { type TimeRange } from "./timeRange";

/** Where rows of history can stand: every `stepMs`, coarser the older the start. */
export interface Grid {
  readonly stepMs: number;
  readonly times: readonly number[];
  /** The moment within a row's interval that its figures are of. */
  readonly momentOf: (time: number) => number;
}

export function gridOf(
  range: TimeRange,
  now: number,
  retentionMs: number,
  { history }: Profile,
): Grid {
  const from = Math.max(range.from, now - retentionMs);
  const to = Math.min(range.to, now);
  const stepMs = stepFor(now - from, history.tiers);
  const times: number[] = [];
  // Buckets are named by their start, and the one that holds the start of the range is in it.
  const first = history.buckets ? Math.floor(from / stepMs) : Math.floor(from / stepMs) + 1;
  for (let time = first * stepMs; time <= to; time += stepMs) times.push(time);
  const momentOf = history.buckets
    ? (time: number) => Math.min(time + stepMs / 2, now)
    : (time: number) => time;
  return { stepMs, times, momentOf };
}

function stepFor(ageMs: number, tiers: Profile["history"]["tiers"]): number {
  const tier = tiers.find(({ maxAgeMs }) => ageMs <= maxAgeMs) ?? tiers.at(-1);
  return tier?.stepMs ?? 60_000;
}

/** `max` of `total`, shared out so that each part keeps its share and the sum is exact. */
export function shareOut(sizes: readonly number[], max: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (max < 0 || total <= max) return [...sizes];
  let before = 0;
  return sizes.map((size) => {
    const start = Math.round((before * max) / total);
    before += size;
    return Math.round((before * max) / total) - start;
  });
}

/** `count` of the items, evenly apart. */
export function thin<T>(items: readonly T[], count: number): readonly T[] {
  if (count >= items.length) return items;
  const step = items.length / Math.max(1, count);
  return items
    .filter((_item, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    .slice(0, count);
}
