import { type Line, type Stretch } from "../data/line";
import { type LineStats, lineStats } from "../data/stats";

/** Works the figures of a line out once for each stretch: a line that grows is another object. */
export class StatsCache {
  readonly #known = new WeakMap<Line, Stretch & { readonly stats: LineStats }>();

  get(line: Line, { from, to }: Stretch): LineStats {
    const known = this.#known.get(line);
    if (known?.from === from && known.to === to) return known.stats;
    const stats = lineStats(line, from, to);
    this.#known.set(line, { from, to, stats });
    return stats;
  }
}
