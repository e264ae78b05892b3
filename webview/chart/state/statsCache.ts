import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { type LineStats, lineStats } from "../data/stats";

/** Caches the statistics of a line for one range: a line that grows is another object. */
export class StatsCache {
  readonly #known = new WeakMap<Line, TimeRange & { readonly stats: LineStats }>();

  get(line: Line, { from, to }: TimeRange): LineStats {
    const known = this.#known.get(line);
    if (known?.from === from && known.to === to) return known.stats;
    const stats = lineStats(line, from, to);
    this.#known.set(line, { from, to, stats });
    return stats;
  }
}
